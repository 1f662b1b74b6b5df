/** The corrections page and its form. What it shows of an ask comes with the query; it is not kept. */
import { Type } from 'typebox';
import { dayIn } from '../../platform/clock.ts';
import { page, type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { askCorrection } from '../correction/correct.ts';
import { longestContact, longestWords } from '../correction/model.ts';
import { CorrectionSent, CorrectionsPage } from './corrections.tsx';
import type { PublicDeps } from './deps.ts';
import { bookOf, found } from './routes.tsx';

const Ask = Type.Optional(Type.String({ pattern: '^[a-zA-Z0-9_-]{0,64}$' }));
const Form = Type.Object({
  ask: Ask,
  words: Type.String({ maxLength: 10 * longestWords }),
  contact: Type.String({ maxLength: 10 * longestContact }),
});

export function correctionRoutes(deps: PublicDeps): Route[] {
  const everyone = { guard: 'everyone', localised: true, url: '/corrections' } as const;
  return [
    route({
      ...everyone,
      method: 'GET',
      query: Type.Object({ ask: Ask }),
      handle: async (asked) => {
        const book = await bookOf(deps);
        const ask = book.byId.get(asked.query.ask ?? '') ?? null;
        const headers = ask === null ? (found(deps) ?? {}) : {};
        return page(<CorrectionsPage asked={asked} book={book} ask={ask} />, { headers });
      },
    }),
    route({
      ...everyone,
      method: 'POST',
      body: Form,
      handle: async (asked) => {
        const { words, contact } = asked.body;
        const book = await bookOf(deps);
        const ask = book.byId.get(asked.body.ask ?? '') ?? null;
        const today = dayIn(deps.installation.zone, deps.clock.now());
        try {
          const sent = await deps.db
            .transaction()
            .execute((tx) => askCorrection(tx, { ask: ask?.id ?? null, words, contact, today }));
          return page(<CorrectionSent asked={asked} {...sent} />);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          const problem = asked.t(`refusal.${error.code}.help`, error.params);
          const typed = { words, contact };
          return page(<CorrectionsPage {...{ asked, book, ask, typed, problem }} />, {
            status: error.status,
          });
        }
      },
    }),
  ];
}
