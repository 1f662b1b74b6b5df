/** The open letter after silence, in both languages, with its text from the catalogue. What was asked stands in it as it was sent. */
import { translate } from '../../platform/i18n/index.ts';
import type { Ask, Both } from '../ask/model.ts';
import { silentAfter } from '../ask/states.ts';

export interface Letter {
  ask: Pick<Ask, 'asked' | 'sent' | 'due'>;
  body: Both;
  about: Both;
  organisation: Both;
}

export function openLetter({ ask, body, about, organisation }: Letter): Both {
  const text = (lang: 'en' | 'ar') => {
    const t = translate(lang);
    return t('answer.clock.letter', {
      body: body[lang],
      about: about[lang],
      organisation: organisation[lang],
      sent: t.day(ask.sent ?? ''),
      due: t.day(ask.due ?? ''),
      days: silentAfter,
      asked: (ask.asked ?? []).map((wish) => `• ${wish[lang]}`).join('\n'),
    });
  };
  return { en: text('en'), ar: text('ar') };
}
