/** `upstander talk thread`: one page and one file of figures from a conversation; no words and no names without a reason. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { langs as pageLangs, translate } from '../platform/i18n/index.ts';
import { Refusal } from '../platform/refusal.ts';
import {
  classify,
  type Detectors,
  type JudgedPost,
  type Lang,
  langOf,
  langs,
  type Part,
  type Post,
  readParts,
  shiftOf,
  shippedErrors,
  type Thread,
} from '../talk/index.ts';
import type { Answer, Called } from './command.ts';
import { detectors, langAsked } from './talk-model.ts';
import { reportText } from './talk-thread-text.ts';
import { threadPage } from './thread-page/page.tsx';
import type { Quoted } from './thread-page/quotes.tsx';

const shortestReason = 10;

export async function thread(called: Called): Promise<Answer> {
  const reason = reasonOf(called);
  const asked = langAsked(called);
  const page = pageLang(called);
  const { html, json } = placeOf(called);
  const read = await conversation(called.args.slice(1));
  called.note(`${read.posts.length} posts, read as ${read.source}`);
  const judged = judge(read.posts, { made: await detectors(called), asked, called });
  called.note('Looking where it turned …');
  const errors = await shippedErrors();
  const report = shiftOf({ ...read, posts: judged }, errors);
  const t = translate(page ?? (report.languages.ar > report.languages.en ? 'ar' : 'en'));
  const quoted = reason === undefined ? undefined : quotesOf(judged, reason);
  await write(html, threadPage({ t, report, errors, quoted }));
  await write(json, `${JSON.stringify(report, null, 2)}\n`);
  return { data: { ...report, files: { html, json } }, text: reportText(report, { html, json }) };
}

/** Refusal 'thread_reason' where words are asked for and no reason is given. */
function reasonOf({ options: { quotes, reason } }: Called): string | undefined {
  if (quotes !== true) return undefined;
  const given = typeof reason === 'string' ? reason.trim() : '';
  if (given.length < shortestReason) throw new Refusal('thread_reason', { least: shortestReason });
  return given;
}

function pageLang({ options: { page } }: Called): string | undefined {
  if (page === undefined) return undefined;
  const known = pageLangs.find((each) => each === page);
  if (known === undefined)
    throw new Refusal('config', { variable: '--page', value: String(page), allowed: pageLangs.join(', ') });
  return known;
}

/** Several files are parts of one conversation. Refusals of readParts, and 'import_file'. */
async function conversation(files: readonly string[]): Promise<Thread> {
  const parts: Part[] = [];
  for (const file of files) {
    const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new Refusal('import_file', { file, why: error.code ?? error.message });
    });
    parts.push({ file, content });
  }
  return readParts(parts);
}

function judge(
  posts: readonly Post[],
  { made, asked, called }: { made: Detectors; asked: Lang | undefined; called: Called },
): JudgedPost[] {
  using bar = called.progress('Reading', posts.length);
  return posts.map((post) => {
    const talk = isKnown(post, asked)
      ? classify(post.text, made, { lang: asked ?? langOf(post.text) })
      : null;
    bar.step();
    return { post, talk };
  });
}

/** With words, and in a language there is a grammar for; the platform's word counts only against Latin letters. */
function isKnown({ text, lang }: Post, asked: Lang | undefined): boolean {
  if (!/\p{L}{2}/u.test(text)) return false;
  if (asked !== undefined || lang === undefined || langOf(text) === 'ar') return true;
  return langs.some((each) => each === lang);
}

function quotesOf(judged: readonly JudgedPost[], reason: string): Quoted {
  const quotes = judged.flatMap(({ post, talk }, n) =>
    talk === null || talk.moves.length === 0
      ? []
      : [{ post: n + 1, author: post.author, text: post.text, moves: talk.moves }],
  );
  return { reason, quotes };
}

/** For its owner alone. Refusal 'import_file' where it cannot be written. */
async function write(file: string, content: string): Promise<void> {
  await writeFile(file, content, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('import_file', { file, why: error.code ?? error.message });
  });
}

/** Beside the first file, or where --out says; never over a file that is read. */
function placeOf({ args, options: { out } }: Called): { html: string; json: string } {
  const first = args[1] ?? '';
  const given = typeof out === 'string' ? out : join(dirname(first), `${bare(basename(first))}.talk.html`);
  const html = extname(given) === '.html' ? given : `${given}.html`;
  const json = `${html.slice(0, -'.html'.length)}.json`;
  const read = new Set(args.slice(1).map((file) => resolve(file)));
  for (const file of [html, json]) {
    if (read.has(resolve(file))) throw new Refusal('import_file', { file, why: 'it is a file to be read' });
  }
  return { html, json };
}

const bare = (name: string) => name.slice(0, name.length - extname(name).length) || name;
