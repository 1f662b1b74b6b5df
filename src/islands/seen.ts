/**
 * Keeps the "I see it now" pages of one language on this phone, so that they open without a network. Nothing else is
 * ever kept: see sw.ts. Where the browser offers no service worker the pages simply need the network.
 */
import { readLeft } from '../platform/i18n/read.ts';

interface OfflineData {
  worker: string;
  pages: readonly string[];
}

async function keep({ worker, pages }: OfflineData): Promise<void> {
  await navigator.serviceWorker.register(worker, { scope: '/' });
  const kept = await caches.open('seen');
  const there = await Promise.all(pages.map((page) => kept.match(page)));
  await kept.addAll(pages.filter((_, at) => there[at] === undefined));
  document.getElementById('offline')?.removeAttribute('hidden');
}

if ('serviceWorker' in navigator && isSecureContext) {
  keep(readLeft('data') as OfflineData).catch(() => {
    // no room, or the network went away: the page itself is already there, and nothing was promised
  });
}
