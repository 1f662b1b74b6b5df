/**
 * The root of an organisation, made and used on one terminal. Its secret is in this process's memory and on paper, in
 * three shares of which any two bring it back; it is in no file, no argument and no answer of a command.
 */
import {
  type CodeList,
  joinRoot,
  KeyRefusal,
  makeRoot,
  type Root,
  shareNumber,
  splitRoot,
} from '../platform/keys/index.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Talk } from './talk.ts';

const tries = 5;

const wrong: Readonly<Record<string, string>> = {
  word: 'a word is not in the list',
  length: 'too many or too few',
  checksum: 'something in it is mistyped',
  other_root: 'it belongs to another root',
  same_share: 'it is the same share as before',
  not_this_root: 'these shares are not of this installation',
};

/** Shows three shares, one after the other, and goes on only when two were typed back. */
export async function makeRootOnPaper(talk: Talk, list: CodeList): Promise<Root> {
  const root = makeRoot();
  const shares = splitRoot(root, list);
  talk.say(
    'Three shares follow. Write each on its own paper and keep them in three places: whoever holds two holds the root.',
  );
  for (const [at, share] of shares.entries()) {
    talk.say(`\nShare ${at + 1} of 3\n\n${inRows(share)}\n`);
    await talk.ask('Written down? Press Enter.');
    talk.wipe();
  }
  talk.say('Now type two of them back from the paper.');
  (await typedShares(talk, list, root.public)).secret.fill(0);
  talk.wipe();
  return root;
}

/**
 * The root from two shares somebody types. Refusal 'share_wrong' {why} after five tries: whoever has two papers needs
 * fewer, and whoever has none learns nothing.
 */
export async function typedShares(talk: Talk, list: CodeList, expected: string): Promise<Root> {
  let why = '';
  for (let attempt = 0; attempt < tries; attempt++) {
    try {
      const first = await oneShare(talk, list, 'First share:');
      const second = await oneShare(talk, list, 'Another share:');
      return joinRoot([first, second], list, expected);
    } catch (error) {
      if (!(error instanceof KeyRefusal)) throw error;
      why = wrong[String(error.params.why)] ?? error.code;
      talk.say(`That does not fit: ${why}. Once more, both.`);
    }
  }
  throw new Refusal('share_wrong', { why });
}

async function oneShare(talk: Talk, list: CodeList, question: string): Promise<string> {
  const typed = await talk.ask(question);
  talk.say(`That is share ${shareNumber(typed, list)}.`);
  return typed;
}

/** Six words, or six groups of digits, a row. */
function inRows(share: string): string {
  const parts = share.split(' ');
  const rows = parts.flatMap((_, at) => (at % 6 === 0 ? [parts.slice(at, at + 6).join(' ')] : []));
  return rows.map((row) => `  ${row}`).join('\n');
}
