/** Keeps some pages on this phone, so that they open without a network: see sw.ts, which answers for them. */

export interface PagesData {
  /** Where the service worker is served; a path of the whole site, so that it may answer for it. */
  worker: string;
  pages: readonly string[];
}

export const canKeepPages = (): boolean => 'serviceWorker' in navigator && isSecureContext;

/** Resolves when all of them are there. Those of an earlier version, and what only they needed, make room for today's. */
export async function keepPages(name: string, { worker, pages }: PagesData): Promise<void> {
  await navigator.serviceWorker.register(worker, { scope: '/' });
  const kept = await caches.open(name);
  const there = (await kept.keys()).map(({ url }) => new URL(url).pathname);
  if (pages.some((page) => !there.includes(page))) await kept.addAll(pages);
  await Promise.all(there.filter((page) => !pages.includes(page)).map((page) => kept.delete(page)));
}

/** With the last of them the worker goes too. */
export async function forgetPages(name: string): Promise<void> {
  if (!canKeepPages()) return;
  await caches.delete(name);
  if ((await caches.keys()).length > 0) return;
  const registered = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registered.map((one) => one.unregister()));
}
