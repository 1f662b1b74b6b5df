/** Rows of named values, from CSV or from lines of JSON: id, parent, author, time, text. Pure. */
import { Wrong } from './found.ts';
import type { Post } from './model.ts';
import { type Fields, langAt, textAt } from './shape.ts';
import { whenOf } from './when.ts';

/** What a column may be called; the first that is there counts. */
const names = {
  id: ['id', 'comment_id', 'cid', 'post_id'],
  parent: ['parent', 'parent_id', 'in_reply_to', 'in_reply_to_id', 'reply_to', 'parent_comment_id'],
  author: ['author', 'user', 'username', 'author_id', 'user_id', 'channel_id'],
  time: ['time', 'at', 'created_at', 'published_at', 'date', 'timestamp', 'comment_create_timestamp'],
  text: ['text', 'body', 'content', 'message', 'comment_text', 'comment'],
  lang: ['lang', 'language'],
} as const;

export type Columns = Readonly<Partial<Record<keyof typeof names, string>>>;

export const columnOf = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** Which of a file's own names stands for what; undefined where none holds a text. */
export function columnsOf(given: readonly string[]): Columns | undefined {
  const own = new Map(given.map((name) => [columnOf(name), name]));
  const columns: Partial<Record<keyof typeof names, string>> = {};
  for (const [what, all] of Object.entries(names)) {
    const name = all.find((each) => own.has(each));
    if (name !== undefined) columns[what as keyof typeof names] = own.get(name) ?? name;
  }
  return columns.text === undefined ? undefined : columns;
}

/**
 * One post of one row. Without an id it is named by its line. Throws Wrong where a time cannot be read, unless
 * `looseTime`: then it is not known.
 */
export function postOfRow(
  row: Fields,
  { line, columns, looseTime = false }: { line: number; columns: Columns; looseTime?: boolean },
): Post {
  const at = (what: keyof typeof names) => (columns[what] === undefined ? '' : textAt(row, columns[what]));
  const time = columns.time === undefined ? null : whenOf(row[columns.time]);
  if (time === undefined && !looseTime) throw new Wrong(line, columns.time ?? 'time', at('time'));
  return {
    id: at('id').trim() || `line ${line}`,
    parent: at('parent').trim() || null,
    author: at('author').trim(),
    at: time ?? null,
    text: at('text').trim(),
    ...langAt(at('lang')),
  };
}
