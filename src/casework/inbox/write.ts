/** Notes and replies: sealed in the caseworker's browser, kept here as they came. */
import type { Person } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reportWriter, sealedReader } from '../../report/index.ts';
import { ageFileOf } from '../binary.ts';
import type { InboxLine } from '../wire.ts';
import { decide, lineOf } from './act.ts';
import { type InboxNeeds, lockReadable, todayOf } from './reading.ts';

export interface Written {
  person: Person;
  report: string;
  /** As it stands in the sealed header: the next one, so that no two items share a name. */
  number: number;
  /** An age file, base64url. */
  body: string;
}

/** Refusals: those of `act`, 'number_taken' when a colleague wrote in between, 'unreadable' {field}. */
export async function write(
  needs: InboxNeeds,
  kind: 'note' | 'reply',
  { person, report, number, body }: Written,
): Promise<InboxLine> {
  const file = ageFileOf(body, 'body');
  return needs.db.transaction().execute(async (tx) => {
    const read = await lockReadable(tx, needs, { person, report });
    const writer = reportWriter(tx);
    const expected = (await sealedReader(tx).next(report))[kind];
    const next = await decide(tx, needs, { read, move: { do: kind }, person });
    if (number !== expected) throw new Refusal('number_taken');
    const by = { report, body: file, author: person.name, day: todayOf(needs) };
    if (kind === 'reply') await writer.addReply({ ...by, number });
    else await writer.addItem({ ...by, kind: 'note', signature: null });
    return lineOf(tx, needs, next);
  });
}
