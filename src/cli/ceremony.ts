/**
 * The root of an organisation, made and used on one terminal. Its secret is in this process's memory and on paper, in
 * three shares of which any two bring it back; it is in no file, no argument and no answer of a command.
 */
import {
  type CodeList,
  isWords,
  joinRoot,
  KeyRefusal,
  makeRoot,
  type Root,
  shareNumber,
  splitRoot,
} from '../platform/keys/index.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Talk } from './terminal.ts';

const tries = 5;

const wrong: Readonly<Record<string, string>> = {
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
  (await typedShares(talk, list, { root: root.public, shown: shares })).secret.fill(0);
  talk.wipe();
  return root;
}

interface Expected {
  /** The root's public key. */
  root: string;
  /** The shares as they were just shown: then the place of a slip can be named. */
  shown?: readonly string[];
}

/**
 * The root from two shares somebody types. Refusal 'share_wrong' {why} after five tries: whoever has two papers needs
 * fewer, and whoever has none learns nothing.
 */
export async function typedShares(talk: Talk, list: CodeList, { root, shown = [] }: Expected): Promise<Root> {
  let why = '';
  for (let attempt = 0; attempt < tries; attempt++) {
    let typed = '';
    const ask = async (question: string) => {
      typed = await talk.ask(question);
      talk.say(`That is share ${shareNumber(typed, list)}.`);
      return typed;
    };
    try {
      const both = [await ask('First share:'), await ask('Another share:')] as const;
      return joinRoot(both, list, root);
    } catch (error) {
      if (!(error instanceof KeyRefusal)) throw error;
      why = [whyOf(error, list), slipIn(typed, shown, list)].filter((part) => part !== '').join('; ');
      talk.say(`That does not fit: ${why}. Once more, both.`);
    }
  }
  throw new Refusal('share_wrong', { why });
}

function whyOf({ code, params: { why, at, got, expected } }: KeyRefusal, list: CodeList): string {
  if (why === 'word') return `word ${at} is not in the list`;
  if (why === 'length') return `got ${got} ${isWords(list) ? 'words' : 'digits'}, expected ${expected}`;
  return wrong[String(why)] ?? code;
}

/** Where a mistyped share leaves the one it is nearest to: its place, never what stands there. '' where that is no help. */
function slipIn(typed: string, shown: readonly string[], list: CodeList): string {
  const parts = partsOf(typed, list);
  const slips = shown.map((share) => {
    const meant = partsOf(share, list);
    const differ = meant.flatMap((part, i) => (part === parts[i] ? [] : [i]));
    return { at: differ[0] ?? (parts.length > meant.length ? meant.length : -1), n: differ.length };
  });
  const [nearest] = slips.sort((a, b) => a.n - b.n);
  const isNear = nearest !== undefined && nearest.at > 0;
  return isNear ? `${isWords(list) ? 'word' : 'group'} ${nearest.at + 1} differs from what was shown` : '';
}

/** As they stand on the paper: words, or groups of four digits. */
const partsOf = (typed: string, list: CodeList): readonly string[] =>
  isWords(list)
    ? (typed.toLowerCase().match(/\p{L}+/gu) ?? [])
    : (typed.replace(/\D/g, '').match(/\d{1,4}/g) ?? []);

/** Six words, or six groups of digits, a row. */
function inRows(share: string): string {
  const parts = share.split(' ');
  const rows = parts.flatMap((_, at) => (at % 6 === 0 ? [parts.slice(at, at + 6).join(' ')] : []));
  return rows.map((row) => `  ${row}`).join('\n');
}
