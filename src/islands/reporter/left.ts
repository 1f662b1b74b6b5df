/** What is gone when the page is left, what stays while she looks something up, and what a shared phone never keeps. */
import type { T } from '../../platform/i18n/index.ts';
import { all, make } from './page.ts';

/**
 * Runs `wipe` when the page is left by Leave, in whichever way and from whichever tab, or by "Stop here" (then `forGood`),
 * by another link or by closing. If the browser brings a kept copy of the page back, leave.ts loads it afresh; nothing is
 * in it by then.
 */
export function wipeWhenLeft(wipe: (forGood: boolean) => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('[data-stop], a[href$="/leave"]');
    if (link) wipe(true);
  });
  // Said by leave.ts.
  addEventListener('left', () => wipe(true));
  addEventListener('pagehide', () => wipe(false));
}

/** Asks before a reload or a closed tab takes what was written with it, while `atRisk` says so. */
export function askBeforeLoss(atRisk: () => boolean): void {
  addEventListener('beforeunload', (event) => {
    if (!atRisk()) return;
    event.preventDefault();
    // Browsers before 2023 look only at this.
    event.returnValue = '';
  });
}

/** No suggestions, no saved form data. */
export function neverKeep(within: ParentNode): void {
  for (const control of all('form, input, textarea', within)) control.setAttribute('autocomplete', 'off');
}

const lookedUp = /\/(help|readers|keep|under-18)$/;

/** Help, and who reads this, open beside the page: what she wrote stays, and nobody asks whether to leave it. */
export function openBeside(within: ParentNode, t: T): void {
  for (const link of all<HTMLAnchorElement>('a[href]:not([data-stop])', within)) {
    if (!lookedUp.test(link.pathname) || link.target === '_blank') continue;
    link.target = '_blank';
    link.rel = 'noopener';
    link.append(make('span', { class: 'vh' }, ` ${t('report.tell.new_tab')}`));
  }
}
