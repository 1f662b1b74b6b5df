/** How long a body has to acknowledge and to answer, from now on. */
import { bodyReader, dropTerms, duesOf, setTerms, termsOf, termsRow } from '../../answer/index.ts';
import { dayIn } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { BodiesNeeds } from './edit.ts';
import type { BodyTerms, TermsForm } from './wire.ts';

/** Refusal 'not_found'. */
export async function termsFor({ db, clock, installation }: BodiesNeeds, body: string): Promise<BodyTerms> {
  const [known, own, terms] = await Promise.all([
    bodyReader(db).byId(body),
    termsRow(db, body),
    termsOf(db, body),
  ]);
  if (known === null) throw new Refusal('not_found');
  const { acknowledge, answer, calendar } = terms;
  const today = dayIn(installation.zone, clock.now());
  const holidays = [...calendar.holidays].filter(([day]) => day >= today);
  return { own: own !== null, acknowledge, answer, weekend: calendar.weekend, holidays };
}

/** Refusals 'not_found', 'terms_days', 'terms_weekend', 'terms_order' {acknowledge, answer}, 'calendar_unreadable'. */
export async function saveTerms({ db, clock, installation }: BodiesNeeds, form: TermsForm): Promise<void> {
  const { body, holidays, ...rest } = form;
  if ((await bodyReader(db).byId(body)) === null) throw new Refusal('not_found');
  const today = dayIn(installation.zone, clock.now());
  await db.transaction().execute(async (tx) => {
    const kept = holidays ?? (await termsRow(tx, body))?.holidays ?? '';
    await setTerms(tx, body, { ...rest, holidays: kept });
    const { acknowledge, answer } = duesOf(await termsOf(tx, body), today, []);
    const [read, answered] = [acknowledge.due ?? today, answer.due ?? today];
    if (answered < read) throw new Refusal('terms_order', { acknowledge: read, answer: answered });
  });
}

export const usualAgain = ({ db }: BodiesNeeds, body: string): Promise<void> =>
  db.transaction().execute((tx) => dropTerms(tx, body));
