/** The telling page with script. Anything that fails at start leads to the way without script. */
import { readTexts } from '../platform/i18n/read.ts';
import { canSeal, fillGaps } from './reporter/able.ts';
import { lying } from './reporter/drawer.ts';
import { find, need, show } from './reporter/page.ts';
import { tell } from './reporter/tell.ts';

function goWithoutScript(): void {
  const way = find<HTMLAnchorElement>('a[data-script-off-link]');
  if (way) location.replace(way.href);
}

async function start(): Promise<void> {
  if (!canSeal()) return goWithoutScript();
  fillGaps();
  const form = need<HTMLFormElement>('form[data-tell]');
  // Where the browser lets nobody look, nothing lies there either.
  const found = form.dataset.shared === 'yes' ? null : await lying().catch(() => null);
  tell(form, readTexts(), found);
}

start().catch(() => {
  // Nothing has been asked yet, so nothing is lost by starting the other way.
  show(find('[data-panel="starting"]'), true);
  goWithoutScript();
});
