/** Come back: the code stays on this phone, only a value made from it is sent. Without script the form goes its own way. */
import { readTexts } from '../platform/i18n/read.ts';
import { canSeal, fillGaps } from './reporter/able.ts';
import { startCode } from './reporter/code-form.ts';
import { neverKeep, wipeWhenLeft } from './reporter/left.ts';
import { showMine } from './reporter/mine.ts';
import { fill, find } from './reporter/page.ts';

const page = find('[data-back]');
if (page && canSeal()) {
  fillGaps();
  const t = readTexts();
  neverKeep(page);
  startCode(page, t, (mine) => showMine(page, t, mine));
  wipeWhenLeft(() => {
    for (const form of Array.from(page.querySelectorAll('form'))) form.reset();
    fill(find('[data-panel="mine"]', page));
  });
}
