/** What people say and do about an ask after it was sent. Each in the caller's transaction; the ask waits for nobody else. */
import type { Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { bodyReader } from '../body/store.ts';
import { aboutName } from '../clock/about-name.ts';
import { personalIn } from '../officer/personal.ts';
import type { Ask, Both, Visit } from './model.ts';
import { risksIn } from './risk.ts';
import { type AskWriter, askWriter } from './store.ts';
import { addVisitRow } from './store-visit.ts';

/** `by`: the caseworker's id. `today`: in the installation's zone. */
export interface Act {
  ask: string;
  by: string;
  today: Day;
}

/**
 * Somebody who gives their name went there on a day. Answers with the number of the visit. Refusals not_found, visit_day,
 * visit_checker, visit_words, personal_data, visit_risk.
 */
export async function addVisit(
  tx: Transaction<unknown>,
  visit: Act & Omit<Visit, 'number'>,
): Promise<number> {
  const { ask: id, by, today, day, found } = visit;
  const { ask, writer } = await held(tx, id);
  const sent = ask.sent ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || day < sent || day > today)
    throw new Refusal('visit_day', { day, from: sent, until: today });
  const checker = visit.checker.trim();
  if (checker === '' || checker.length > longestName)
    throw new Refusal('visit_checker', { most: longestName });
  const words = trimmed(visit.words);
  await refuseWords(tx, ask, words);
  const number = await addVisitRow(tx, id, { day, checker, found, words, by });
  await writer.event(id, { day: today, what: 'visited', who: by, note: { number, why: found, until: day } });
  return number;
}

const longestName = 120;

/** What passes for the organisation's own words passes here; there is nobody second to read what is risky, so it is said otherwise. */
async function refuseWords(tx: Transaction<unknown>, { body, about }: Ask, words: Both): Promise<void> {
  if ((words.en === '') !== (words.ar === '')) throw new Refusal('visit_words');
  const names = [await aboutName(tx, about), (await bodyReader(tx).byId(body))?.name];
  const known = names.flatMap((name) => (name === undefined ? [] : [name.en, name.ar]));
  for (const text of [words.en, words.ar]) {
    const [person] = personalIn(text);
    if (person) throw new Refusal('personal_data', { found: text.slice(person.from, person.to) });
    const [risk] = risksIn(text, known);
    if (risk) throw new Refusal('visit_risk', { found: text.slice(risk.from, risk.to) });
  }
}

const trimmed = ({ en, ar }: Both): Both => ({ en: en.trim(), ar: ar.trim() });

/** For someone's safety: the page is gone at once, and comes back only by `resumeAsk`. The clock goes on. A second pause is none. */
export async function pauseAsk(tx: Transaction<unknown>, { ask: id, by, today }: Act): Promise<void> {
  const { ask, writer } = await held(tx, id);
  if (ask.paused !== null) return;
  await writer.change(id, { paused: today });
  await writer.event(id, { day: today, what: 'paused', who: by });
}

/** Somebody has looked and publishes it again. */
export async function resumeAsk(tx: Transaction<unknown>, { ask: id, by, today }: Act): Promise<void> {
  const { ask, writer } = await held(tx, id);
  if (ask.paused === null) return;
  await writer.change(id, { paused: null });
  await writer.event(id, { day: today, what: 'resumed', who: by });
}

/** Whoever else wants to change it waits. Refusal not_found, also for what was never sent. */
async function held(tx: Transaction<unknown>, id: string): Promise<{ ask: Ask; writer: AskWriter }> {
  const writer = askWriter(tx);
  const ask = await writer.lock(id);
  if (ask === null || ask.sent === null) throw new Refusal('not_found');
  return { ask, writer };
}
