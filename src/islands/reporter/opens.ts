/** What one answer opens or closes within its own panel. */
import { type Fields, many, offersAsk, one } from '../../report/questions.ts';
import { all, find, show } from './page.ts';

export function showWhatFits(form: HTMLFormElement, fields: Fields): void {
  const about = one(fields, 'who') === 'seen' || one(fields, 'who') === 'helped' ? 'other' : 'me';
  for (const voice of all('[data-voice]', form)) show(voice, voice.dataset.voice === about);
  show(find('[data-leave-out]', form), one(fields, 'works_with_us') === 'yes');
  show(find('[data-asks]', form), offersAsk(fields));
  show(find('[data-ask-which]', form), many(fields, 'wish').includes('ask'));
  show(find('[data-contact]', form), one(fields, 'reach') !== 'code' && one(fields, 'reach') !== '');
}
