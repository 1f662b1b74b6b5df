/** What one answer opens or closes within its own panel. */
import { type Fields, many, offersAsk, one } from '../../report/questions.ts';
import { find, show } from './page.ts';

export function showWhatFits(form: HTMLFormElement, fields: Fields, isLine: boolean): void {
  show(find('[data-line]', form), isLine);
  show(find('[data-leave-out]', form), one(fields, 'works_with_us') === 'yes');
  show(find('[data-asks]', form), offersAsk(fields));
  show(find('[data-ask-which]', form), many(fields, 'wish').includes('ask'));
  show(find('[data-contact]', form), one(fields, 'reach') !== 'code' && one(fields, 'reach') !== '');
}
