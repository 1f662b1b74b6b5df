/** `upstander talk code`: two people code the same replies, each alone; how far they agree; a final set from both. */
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type T, translate } from '../platform/i18n/index.ts';
import { Refusal } from '../platform/refusal.ts';
import {
  agreements,
  alike,
  type Code,
  codedIn,
  codedLine,
  type Final,
  finalTable,
  langs,
  type Post,
  readThread,
  toDecide,
} from '../talk/index.ts';
import type { Answer, Called } from './command.ts';
import { agreementText } from './talk-agree-text.ts';
import { type Coding, codeReplies } from './talk-code-ask.ts';
import { type Talk, terminalTalk } from './terminal.ts';

/** One coder's work; goes on where it stopped. `talk` is the terminal unless a test speaks. */
export async function code(called: Called, talk?: Talk): Promise<Answer> {
  const file = called.args[1] ?? '';
  const name = nameOf(called);
  const posts = await replies(file);
  const path = join(dirname(file), `${bare(file)}.${name}.coded.jsonl`);
  const { coded } = codedIn(await readFile(path, 'utf8').catch(() => ''));
  const done = await asking(called, talk, {
    replies: posts.map((post) => ({ ...post, above: aboveOf(post, posts) })),
    coded,
    keep: (id, given) => appendFile(path, `${codedLine({ id, code: given })}\n`, { mode: 0o600 }),
  });
  return {
    data: { file: path, coded: done, of: posts.length },
    text: `${done} of ${posts.length} coded. ${path}\n${
      done < posts.length ? 'The same command goes on where this stopped.' : 'All are coded.'
    }`,
  };
}

export async function agree(called: Called): Promise<Answer> {
  const [one, other] = await both(called);
  const found = agreements(one, other);
  return { data: found, text: agreementText(found), failed: found.replies === 0 };
}

/** Somebody decides what the two said differently; then the final set is written. */
export async function adjudicate(called: Called, talk?: Talk): Promise<Answer> {
  const [one, other] = await both(called);
  const file = called.args[3] ?? '';
  const posts = await replies(file);
  const byId = new Map(posts.map((post) => [post.id, post]));
  const open = toDecide(one, other).filter(({ id }) => byId.has(id));
  const path = join(dirname(file), `${bare(file)}.decided.jsonl`);
  const { coded } = codedIn(await readFile(path, 'utf8').catch(() => ''));
  const done = await asking(called, talk, {
    replies: open.map(({ id, codes }, n) => {
      const post = byId.get(id) as Post;
      // Whose is first changes from reply to reply, so that nobody is followed.
      const said = n % 2 === 0 ? codes : ([codes[1], codes[0]] as const);
      return { ...post, above: aboveOf(post, posts), said };
    }),
    coded,
    keep: (id, given) => appendFile(path, `${codedLine({ id, code: given })}\n`, { mode: 0o600 }),
  });
  if (done < open.length) {
    const text = `${done} of ${open.length} decided. The same command goes on where this stopped; then the final set is written.`;
    return { data: { decided: done, of: open.length }, text };
  }
  const decided = codedIn(await readFile(path, 'utf8').catch(() => '')).coded;
  const rows = posts.flatMap((post): Final[] => {
    const first = one.get(post.id) ?? null;
    const code = alike(first, other.get(post.id) ?? null) ? first : (decided.get(post.id) ?? null);
    return code === null ? [] : [{ id: post.id, text: post.text, code }];
  });
  const { out } = called.options;
  const to = typeof out === 'string' ? out : join(dirname(file), `${bare(file)}.final.tsv`);
  await writeFile(to, finalTable(rows), { mode: 0o600 });
  return {
    data: { file: to, rows: rows.length, decided: open.length },
    text: `${rows.length} replies, ${open.length} of them decided. ${to}\nupstander talk eval ${to}`,
  };
}

async function asking(called: Called, talk: Talk | undefined, coding: Coding): Promise<number> {
  if (talk !== undefined) return await codeReplies(talk, screen(called), coding);
  using own = terminalTalk();
  return await codeReplies(own, screen(called), coding);
}

function screen({ options: { page } }: Called): T {
  const lang = page === undefined ? 'en' : langs.find((each) => each === page);
  if (lang === undefined)
    throw new Refusal('config', { variable: '--page', value: String(page), allowed: langs.join(', ') });
  return translate(lang);
}

function nameOf({ options: { as } }: Called): string {
  const name = typeof as === 'string' ? as.trim().toLowerCase() : '';
  if (/^[\p{L}\p{N}-]{1,30}$/u.test(name)) return name;
  throw new Refusal('config', {
    variable: '--as',
    value: name || '…',
    allowed: 'up to 30 letters, digits and -; another name for each coder',
  });
}

async function both({ args, note }: Called) {
  const read = async (path: string): Promise<Map<string, Code | null>> => {
    const { coded, wrong } = codedIn(await contentOf(path));
    for (const line of wrong.slice(0, 20)) note(`${path}, line ${line}: not what talk code writes`);
    return coded;
  };
  return [await read(args[1] ?? ''), await read(args[2] ?? '')] as const;
}

async function replies(file: string): Promise<readonly Post[]> {
  return readThread(file, await contentOf(file)).posts.filter(({ text }) => text.trim() !== '');
}

async function contentOf(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('import_file', { file, why: error.code ?? error.message });
  });
}

function aboveOf({ parent }: Post, posts: readonly Post[]): string | null {
  return parent === null ? null : (posts.find(({ id }) => id === parent)?.text ?? null);
}

const bare = (file: string) => basename(file).slice(0, -extname(file).length || undefined);
