/** An ask leaves the house: everything is looked at once more, with the reports and the body held, and then it is sent. */
import type { Transaction } from 'kysely';
import { put } from '../../platform/outbox/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reportWriter } from '../../report/index.ts';
import { duesOf, termsOf } from '../clock/terms.ts';
import { verdictOf } from './check.ts';
import { checksOf } from './checks.ts';
import { deliver } from './deliver.ts';
import { factsOf, type Gathering } from './gather.ts';
import type { Ask } from './model.ts';
import { nextState } from './states.ts';
import { askWriter } from './store.ts';
import { holdBody } from './store-body.ts';

export type Sending = Omit<Gathering, 'draft'> & {
  /** Locked, as all of its reports are. */
  ask: Ask;
  /** The caseworker. The name stands in the timeline of each report. */
  person: { id: string; name: string };
};

/**
 * Of two asks to one body at once one waits and is then checked against the other. Refusals 'ask_not_draft', and
 * 'ask_checks' {what: names of the checks that do not pass, by commas}. Fact 'ask.sent', its subject the ask.
 */
export async function send(tx: Transaction<unknown>, sending: Sending): Promise<void> {
  const { ask, person, today, by } = sending;
  const state = nextState(ask.state, 'send');
  if (state === null) throw new Refusal('ask_not_draft');
  await holdBody(tx, ask.body);
  const facts = await factsOf(tx, { ...sending, draft: ask });
  const checks = checksOf(facts);
  if (verdictOf(checks, ask.secondBy !== null) !== 'send') {
    const missing = checks.filter(
      ({ says }) => says === 'fail' || (says !== 'pass' && ask.secondBy === null),
    );
    throw new Refusal('ask_checks', { what: missing.map(({ check }) => check).join() });
  }
  const { acknowledge, answer } = duesOf(await termsOf(tx, ask.body), today, []);
  const asked = ask.wishes.flatMap((id) => facts.wishes.find((wish) => wish.id === id)?.text ?? []);
  const writer = askWriter(tx);
  await writer.change(ask.id, {
    state,
    asked,
    sent: today,
    acknowledgeDue: acknowledge.due,
    due: answer.due,
  });
  await writer.event(ask.id, { day: today, what: 'sent', who: person.id, note: { why: by } });
  for (const { id } of facts.reports)
    await reportWriter(tx).addEvent({ report: id, what: 'sent_to', day: today, who: person.name });
  if (by === 'mail') await deliver(tx, { ...ask, asked, due: answer.due }, { facts, today });
  await put(tx, { event: 'ask.sent', subject: ask.id });
}
