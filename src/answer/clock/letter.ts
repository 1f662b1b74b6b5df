/** The open letter after silence, in both languages, with its text from the catalogue. What was asked stands in it as it was sent. */
import { both } from '../../platform/i18n/index.ts';
import type { Ask, Both } from '../ask/model.ts';
import { silentAfter } from '../ask/states.ts';

export interface Letter {
  ask: Pick<Ask, 'asked' | 'sent' | 'due'>;
  body: Both;
  about: Both;
  organisation: Both;
}

export function openLetter({ ask, body, about, organisation }: Letter): Both {
  return both((t) =>
    t('answer.clock.letter', {
      body: t.of(body),
      about: t.of(about),
      organisation: t.of(organisation),
      sent: t.day(ask.sent ?? ''),
      due: t.day(ask.due ?? ''),
      days: silentAfter,
      asked: (ask.asked ?? []).map((wish) => `• ${t.of(wish)}`).join('\n'),
    }),
  );
}
