/** What a browser still holds for us when she has gone, and what it sent. */
import type { BrowserContext, Page, Request } from 'playwright-core';
import { foundIn, type Trace } from './trace.ts';

/** Everything an origin may keep on a phone, as one text. */
export const keptBy = async (page: Page): Promise<string> =>
  `${JSON.stringify(await keptIn(page))} ${page.url()} ${JSON.stringify(await page.context().cookies())}`;

/** What pages can keep: localStorage, sessionStorage, the state of this step, cookies, databases, kept pages. */
export function keptIn(page: Page): Promise<unknown[]> {
  return page.evaluate(async () => {
    const caches = await globalThis.caches.keys();
    const cached = await Promise.all(
      caches.map(async (name) => {
        const cache = await globalThis.caches.open(name);
        const requests = await cache.keys();
        const texts = requests.map(async (one) => `${one.url} ${await (await cache.match(one))?.text()}`);
        return Promise.all(texts);
      }),
    );
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const { cookie } = document;
    return [{ ...localStorage }, { ...sessionStorage }, history.state, cookie, databases, cached];
  });
}

export interface Sent {
  /** Addresses that are not ours. */
  elsewhere(): string[];
  /** Traces in anything that left the browser, bodies included. */
  holding(traces: readonly Trace[]): string[];
  /** Traces in addresses and headers alone. */
  named(traces: readonly Trace[]): string[];
}

/** Every request of every page of this browser, its service worker's too. */
export function listen(context: BrowserContext, url: string): Sent {
  const sent: Request[] = [];
  context.on('request', (request) => sent.push(request));
  const lines = (request: Request) => [request.url(), JSON.stringify(request.headers())];
  const all = (texts: (request: Request) => (string | Buffer)[]) =>
    Buffer.concat(sent.flatMap(texts).map((text) => Buffer.from(text as string)));
  return {
    elsewhere: () =>
      sent
        .map((request) => request.url())
        .filter((one) => new URL(one).origin !== url && !/^(data|blob):/.test(one)),
    holding: (traces) =>
      foundIn(
        all((request) => [...lines(request), request.postDataBuffer() ?? '']),
        traces,
      ),
    named: (traces) => foundIn(all(lines), traces),
  };
}
