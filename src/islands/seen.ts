/**
 * Keeps the "I see it now" pages of one language on this phone, so that they open without a network, and offers to keep
 * them with an icon. Where the browser offers no service worker the pages simply need the network.
 */
import { readLeft } from '../platform/i18n/read.ts';
import { canKeepPages, keepPages, type PagesData } from './reporter/pages.ts';
import { areKept, cards, offerToKeep } from './seen/cards.ts';

async function keep(data: PagesData): Promise<void> {
  const kept = await areKept();
  offerToKeep(data, kept);
  await keepPages(kept ? cards : 'seen', data);
  document.getElementById('offline')?.toggleAttribute('hidden', kept);
}

if (canKeepPages()) {
  keep(readLeft('data') as PagesData).catch(() => {
    // no room, or the network went away: the page itself is already there, and nothing was promised
  });
}
