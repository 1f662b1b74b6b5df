/** A report behind a draft is gone, or may not go to its body any more: the draft goes on without it, or is stopped. */
import type { Transaction } from 'kysely';
import { setBehind } from './behind-store.ts';
import { checksOf } from './checks.ts';
import { stop } from './draft.ts';
import { type Facts, mayOf } from './facts.ts';
import type { AskWay } from './store.ts';
import { askWriter } from './store.ts';

/** What a draft may not do without. Everything else a caseworker can still mend. */
const vital = ['enough', 'minors'];

/** `facts`: of the draft with the reports that are still behind it, held. Doing it twice is doing it once. */
export async function lessen(
  tx: Transaction<unknown>,
  { ask, events }: Pick<AskWay, 'ask' | 'events'>,
  facts: Facts,
): Promise<'as_it_was' | 'goes_on' | 'stopped'> {
  if (ask.state !== 'draft') return 'as_it_was';
  const { reports, bodies, today } = facts;
  const left = reports.filter((report) => mayOf(report, ask.body, bodies) !== 'no');
  const before = events.findLast(({ what }) => what === 'drafted')?.note?.number ?? left.length;
  if (left.length >= before) return 'as_it_was';
  if (left.length < reports.length)
    await setBehind(
      tx,
      ask.id,
      left.map(({ id }) => id),
    );
  const failing = checksOf({ ...facts, reports: left }).filter(({ says }) => says === 'fail');
  if (failing.some(({ check }) => vital.includes(check))) {
    const why = left.length < reports.length ? 'consents' : 'withdrawn';
    await stop(tx, ask, { by: null, today, why });
    return 'stopped';
  }
  const writer = askWriter(tx);
  await writer.change(ask.id, {});
  const note = { why: 'left', fields: ['reports'] as const, version: ask.version + 1, number: left.length };
  await writer.event(ask.id, { day: today, what: 'drafted', note });
  return 'goes_on';
}
