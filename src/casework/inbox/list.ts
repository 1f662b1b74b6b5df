/** The inbox of one person. `soon` first, then the oldest promise; no story, and nothing of what is not hers to read. */
import type { Person } from '../../platform/http/index.ts';
import { reportReader } from '../../report/index.ts';
import type { InboxAnswer } from '../wire.ts';
import { linesOf } from './line.ts';
import { type InboxNeeds, keyOf, type Read } from './reading.ts';
import { type Filed, inboxStore } from './store.ts';

export const firstOpen = 300;
const mostClosed = 50;
const batch = 500;

/** The first `most` open ones and how many more there are, then the last 50 closed. */
export async function inboxOf(
  needs: InboxNeeds,
  person: Person,
  most: number = firstOpen,
): Promise<InboxAnswer> {
  const key = await keyOf(needs, person);
  if (key === null) return { lines: [], more: 0 };
  const store = inboxStore(needs.db);
  const open: Read[] = [];
  for (let from = 0; ; from += batch) {
    const filed = await store.open(from, batch);
    open.push(...(await forKey(needs, key, filed)));
    if (filed.length < batch) break;
  }
  const closed = await forKey(needs, key, await store.closed(batch));
  const listed = [...open.slice(0, most), ...closed.slice(0, mostClosed)];
  return { lines: await linesOf(needs.db, needs, listed), more: Math.max(0, open.length - most) };
}

async function forKey({ db }: InboxNeeds, key: string, filed: readonly Filed[]): Promise<Read[]> {
  const found = await reportReader(db).byIds(filed.map(({ report }) => report));
  const byId = new Map(found.map((open) => [open.id, open]));
  return filed.flatMap((one) => {
    const open = byId.get(one.report);
    return open?.readers.includes(key) ? [{ open, filed: one }] : [];
  });
}
