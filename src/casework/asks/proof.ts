/**
 * What a browser needs to check, before an ask goes out, that each person behind it signed what the server says she
 * chose: her report's secret and her first item, in which her signing key stands. That is an unsealing without a claim,
 * so it stands in each timeline, once a day for each who asked.
 */
import type { Person } from '../../platform/http/index.ts';
import { toBase64url } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reportReader, reportWriter, sealedReader } from '../../report/index.ts';
import { type InboxNeeds, lockReadable, todayOf } from '../inbox/reading.ts';
import type { Proof } from './wire.ts';

/** In the order of `reports`. Refusal 'report_not_here' for one that was withdrawn or is not for this key, 'report_archived' {day}. */
export async function proofsOf(
  needs: InboxNeeds,
  person: Person,
  reports: readonly string[],
): Promise<{ reports: Proof[] }> {
  const found: Proof[] = [];
  for (const report of reports) found.push(await proofOf(needs, person, report));
  return { reports: found };
}

function proofOf(needs: InboxNeeds, person: Person, report: string): Promise<Proof> {
  return needs.db.transaction().execute(async (tx) => {
    const { open, filed } = await lockReadable(tx, needs, { person, report });
    if (open.archived !== null) throw new Refusal('report_archived', { day: open.archived });
    const sealed = sealedReader(tx);
    const secret = await sealed.secret(report);
    const told = (await sealed.items(report)).find(({ kind }) => kind === 'told');
    if (secret === null || told === undefined) throw new Refusal('report_not_here');
    const event = { what: 'proved', day: todayOf(needs), who: person.name };
    const events = await reportReader(tx).events(report);
    const isTold = events.some(
      (one) => one.what === event.what && one.day === event.day && one.who === event.who,
    );
    if (!isTold) await reportWriter(tx).addEvent({ report, ...event });
    return { report, secret: toBase64url(secret), told: toBase64url(told.body), marks: filed.marks };
  });
}
