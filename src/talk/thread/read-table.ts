/** CSV: comments of YouTube (its own export, and the columns people's tools write), or a table of our own form. Pure. */
import { parse } from 'csv-parse/sync';
import type { Found } from './found.ts';
import type { Post } from './model.ts';
import { type Columns, columnOf, columnsOf, postOfRow } from './read-rows.ts';
import { listAt, textAt } from './shape.ts';

export interface Table {
  head: readonly string[];
  /** undefined: no column holds a text. */
  found: Found | undefined;
}

/** Throws csv-parse's CsvError where the file is no CSV, and Wrong where a time cannot be read. */
export function table(content: string): Table {
  const rows: { info: { lines: number }; record: Record<string, string> }[] = parse(content, {
    columns: (head: string[]) => head.map((name) => name.trim()),
    bom: true,
    info: true,
    delimiter: [',', ';', '\t'],
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const head = rows[0] === undefined ? headOf(content) : Object.keys(rows[0].record);
  const columns = columnsOf(head);
  if (columns === undefined) return { head, found: undefined };
  const own = new Set(head.map(columnOf));
  const isTakeout = own.has('comment_create_timestamp') || (own.has('comment_text') && own.has('video_id'));
  const isTool = own.has('cid') && own.has('votes');
  const posts = rows.map(({ record, info }) => {
    const how = { line: info.lines, columns: columns satisfies Columns, looseTime: isTool };
    const post = postOfRow(
      isTool ? { ...record, [columns.time ?? 'time']: timeOfTool(record) } : record,
      how,
    );
    return isTakeout || isTool ? ofYoutube(post) : post;
  });
  return { head, found: { source: isTakeout || isTool ? 'youtube' : 'csv', posts, lacks: 0 } };
}

const headOf = (content: string) => (content.split(/\r?\n/, 1)[0] ?? '').split(/[,;\t]/);

/** Some tools write "2 days ago", and beside it the second. */
const timeOfTool = (record: Readonly<Record<string, string>>) => record.time_parsed || record.time;

/** The name of a reply begins with the name of what it answers; the text may be pieces of JSON. */
function ofYoutube(post: Post): Post {
  const dot = post.id.indexOf('.');
  return {
    ...post,
    parent: post.parent ?? (dot > 0 ? post.id.slice(0, dot) : null),
    text: piecesOf(post.text),
  };
}

function piecesOf(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    const read: unknown = JSON.parse(`[${text}]`);
    const all = (Array.isArray(read) ? read : []).flatMap((each) => [
      ...listAt(each, 'takeoutSegments').map((segment) => textAt(segment, 'text')),
      textAt(each, 'text'),
    ]);
    return all.join('').trim() || text;
  } catch {
    return text;
  }
}
