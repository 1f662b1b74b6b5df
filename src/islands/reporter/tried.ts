/** Doing what a button says. */
import type { T } from '../../platform/i18n/index.ts';
import { wordsOf } from './ask.ts';
import { find, write } from './page.ts';

/** One at a time; what went wrong stands beside the button, and what was typed stays. */
export async function tried(within: HTMLElement, t: T, act: () => Promise<string>): Promise<void> {
  const status = find('[data-status]', within);
  if (within.dataset.busy) return;
  within.dataset.busy = 'yes';
  write(status, '…');
  try {
    write(status, (await act()) ?? '');
  } catch (error) {
    const isTwice = (error as { code?: unknown }).code === 'number_taken';
    write(status, isTwice ? t('receipt.mine.twice') : (wordsOf(error) ?? t('receipt.back.problem.failed')));
  } finally {
    delete within.dataset.busy;
  }
}
