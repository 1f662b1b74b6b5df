/** A file of a conversation to its posts: which form it is in is recognised and said, and what is wrong is named. */
import { CsvError } from 'csv-parse/sync';
import { Refusal } from '../../platform/refusal.ts';
import { type Found, Wrong } from './found.ts';
import type { Thread } from './model.ts';
import { inOrder } from './order.ts';
import { bluesky } from './read-bluesky.ts';
import { lines } from './read-lines.ts';
import { mastodon } from './read-mastodon.ts';
import { reddit } from './read-reddit.ts';
import { columnsOf } from './read-rows.ts';
import { table } from './read-table.ts';
import { x, xBody } from './read-x.ts';
import { isFields } from './shape.ts';

/** As they are called in a refusal. */
export const allowedForms =
  'Mastodon (context), Bluesky (getPostThread), Reddit (.json), YouTube (comments.csv), X (tweets.js), CSV, JSON Lines';

/** More letters than this are no conversation somebody reads. */
const most = 64 * 1024 * 1024;

/** A file as it was read: UTF-8. */
export interface Part {
  file: string;
  content: string;
}

/** One file by itself; see `readParts`. */
export function readThread(name: string, content: string): Thread {
  return readParts([{ file: name, content }]);
}

/**
 * Several files are parts of one conversation. The name is for refusals alone. Refusals: 'thread_unknown' {file, allowed},
 * 'thread_broken' {file, said}, 'thread_columns' {file, got}, 'thread_post' {file, line, field, got}, 'thread_empty'
 * {file, form}, 'thread_large' {file, most}, 'thread_mixed' {file, got, first}. Throws on no file at all.
 */
export function readParts(parts: readonly Part[]): Thread {
  const [first, ...more] = parts.map(partOf);
  if (first === undefined) throw new Error('A file is needed.');
  for (const { file, source } of more) {
    if (source !== first.source)
      throw new Refusal('thread_mixed', { file, got: source, first: first.source });
  }
  const all = [first, ...more];
  return {
    source: first.source,
    posts: inOrder(all.flatMap(({ posts }) => posts)),
    lacks: all.reduce((sum, { lacks }) => sum + lacks, 0),
  };
}

function partOf({ file, content }: Part): Found & { file: string } {
  if (content.length > most) throw new Refusal('thread_large', { file, most: most / 1024 / 1024 });
  const form = found(file, content.replace(/^\ufeff/, '').trim());
  if (!form.posts.some(({ text }) => text.trim() !== '')) {
    throw new Refusal('thread_empty', { file, form: form.source });
  }
  return { file, ...form };
}

function found(name: string, content: string): Found {
  try {
    const form = /^[[{]/.test(content) || content.startsWith('window.YTD') ? written(content) : undefined;
    if (form !== undefined) return form;
    if (content === '' || /^[[{<]/.test(content) || content.startsWith('window.')) {
      throw new Refusal('thread_unknown', { file: name, allowed: allowedForms });
    }
    const { head, found: rows } = table(content);
    if (rows !== undefined) return rows;
    throw new Refusal('thread_columns', { file: name, got: head.join(', ').slice(0, 200) });
  } catch (error) {
    throw refused(name, error);
  }
}

/** JSON in one piece, or else a line at a time. */
function written(content: string): Found | undefined {
  const archive = xBody(content);
  let value: unknown;
  try {
    value = JSON.parse(archive ?? content);
  } catch (error) {
    const first = content.slice(0, content.indexOf('\n') >>> 0).trim();
    if (archive !== undefined || !/^\{.*\}$/.test(first)) throw error;
    return lines(content);
  }
  if (archive !== undefined) return x(value);
  return mastodon(value) ?? bluesky(value) ?? reddit(value) ?? oneLine(value, content);
}

function oneLine(value: unknown, content: string): Found | undefined {
  const isLine = isFields(value) && columnsOf(Object.keys(value)) !== undefined && !content.includes('\n');
  return isLine ? lines(content) : undefined;
}

function refused(file: string, error: unknown): unknown {
  if (error instanceof SyntaxError)
    return new Refusal('thread_broken', { file, said: error.message.slice(0, 120) });
  if (error instanceof CsvError)
    return new Refusal('thread_broken', { file, said: error.message.slice(0, 120) });
  if (!(error instanceof Wrong)) return error;
  const { line, field, got } = error;
  return new Refusal('thread_post', { file, line, field: field || 'JSON', got });
}
