/** The telling page with script. Anything that fails at start leads to the way without script. */
import { readTexts } from '../platform/i18n/read.ts';
import { canSeal, fillGaps } from './reporter/able.ts';
import { find, need, show } from './reporter/page.ts';
import { tell } from './reporter/tell.ts';

function goWithoutScript(): void {
  const way = find<HTMLAnchorElement>('a[data-script-off-link]');
  if (way) location.replace(way.href);
}

try {
  if (canSeal()) {
    fillGaps();
    tell(need<HTMLFormElement>('form[data-tell]'), readTexts());
  } else goWithoutScript();
} catch {
  // Nothing has been asked yet, so nothing is lost by starting the other way.
  show(find('[data-panel="starting"]'), true);
  goWithoutScript();
}
