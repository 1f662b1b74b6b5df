/**
 * The receipt: loaded by the telling page before Send, and by the receipt page of the way without script, where the
 * code already stands and only gets what needs script.
 */
import { everyList } from '../platform/keys/published.ts';
import { readCode } from '../platform/keys/read-code.ts';
import { fillGaps } from './reporter/able.ts';
import { all, find } from './reporter/page.ts';
import { showReceipt } from './reporter/show-code.ts';

export { showReceipt };

const here = find('[data-receipt-here]');
if (here) {
  fillGaps();
  const written = all('[data-code] li', here).map((part) => part.textContent ?? '');
  const check = find('[data-check-digit]', here)?.textContent ?? '';
  const read = readCode([...written, check].join(' '), everyList);
  if ('ok' in read) showReceipt(here, read.ok, { shared: here.dataset.shared === 'yes' });
}
