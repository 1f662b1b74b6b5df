/**
 * Keeps the "I see it now" pages of one language on this phone, so that they open without a network. Where the browser
 * offers no service worker the pages simply need the network.
 */
import { readLeft } from '../platform/i18n/read.ts';
import { canKeepPages, keepPages, type PagesData } from './reporter/pages.ts';

if (canKeepPages()) {
  keepPages('seen', readLeft('data') as PagesData)
    .then(() => document.getElementById('offline')?.removeAttribute('hidden'))
    .catch(() => {
      // no room, or the network went away: the page itself is already there, and nothing was promised
    });
}
