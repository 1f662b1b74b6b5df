/** JSON Lines of our own form: {"id", "parent", "author", "time", "text"} a line. Pure. */
import { type Found, Wrong } from './found.ts';
import type { Post } from './model.ts';
import { columnsOf, postOfRow } from './read-rows.ts';
import { isFields } from './shape.ts';

/** undefined where no line but blank ones holds an object; throws Wrong where one cannot be read. */
export function lines(content: string): Found | undefined {
  const posts: Post[] = [];
  content.split('\n').forEach((each, n) => {
    if (each.trim() === '') return;
    const line = n + 1;
    const row = parsed(each);
    if (!isFields(row)) throw new Wrong(line, '', each.trim());
    const columns = columnsOf(Object.keys(row));
    if (columns === undefined) throw new Wrong(line, 'text', Object.keys(row).join(', '));
    posts.push(postOfRow(row, { line, columns }));
  });
  return posts.length === 0 ? undefined : { source: 'jsonl', posts, lacks: 0 };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
