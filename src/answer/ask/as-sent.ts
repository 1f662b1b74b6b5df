/** A draft as it would be, were it sent on a day: what the preview shows is made by what shows the real one. */
import type { Kysely } from '../../platform/db/index.ts';
import type { Templates } from '../../platform/mail/index.ts';
import { duesOf, termsOf } from '../clock/terms.ts';
import { mailOf } from './deliver.ts';
import type { Facts } from './facts.ts';
import type { Ask } from './model.ts';
import type { AskWay } from './store.ts';

export async function asSent(
  db: Kysely<unknown>,
  ask: Ask,
  { wishes, by, today }: Pick<Facts, 'wishes' | 'by' | 'today'>,
): Promise<AskWay> {
  const { acknowledge, answer } = duesOf(await termsOf(db, ask.body), today, []);
  const asked = ask.wishes.flatMap((id) => wishes.find((wish) => wish.id === id)?.text ?? []);
  return {
    ask: {
      ...ask,
      ...{ state: 'sent', asked, sent: today, acknowledgeDue: acknowledge.due, due: answer.due },
    },
    events: [{ number: 1, day: today, what: 'sent', who: null, note: { why: by } }],
    answers: [],
    visits: [],
  };
}

/** What its mail would be told. `path`: where the officer's page would be. */
export function mailIfSent(
  { ask }: AskWay,
  facts: Pick<Facts, 'bodies' | 'about' | 'today'>,
  path: `/${string}`,
): Templates['ask'] {
  return mailOf({ ...ask, asked: ask.asked ?? [] }, facts, { today: facts.today, path });
}
