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

/**
 * `name` is for refusals alone. Refusals: 'thread_unknown' {file, allowed}, 'thread_broken' {file, said}, 'thread_columns'
 * {file, got}, 'thread_post' {file, line, field, got}, 'thread_empty' {file, form}, 'thread_large' {file, most}.
 */
export function readThread(name: string, content: string): Thread {
  if (content.length > most) throw new Refusal('thread_large', { file: name, most: most / 1024 / 1024 });
  const { source, posts, lacks } = found(name, content.replace(/^\ufeff/, '').trim());
  if (!posts.some(({ text }) => text.trim() !== '')) {
    throw new Refusal('thread_empty', { file: name, form: source });
  }
  return { source, posts: inOrder(posts), lacks };
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
