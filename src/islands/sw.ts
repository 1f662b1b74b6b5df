/**
 * Answers for the few pages that were kept, when the network does not: /seen, its cards, /help and the style sheet.
 * It never sees a report page: every other request goes its way untouched. Leave empties it and takes it away, also in
 * a browser that does not know Clear-Site-Data.
 */
interface Worker extends EventTarget {
  readonly registration: { unregister(): Promise<boolean> };
  readonly location: { readonly origin: string };
  skipWaiting(): Promise<void>;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}

const worker = self as unknown as Worker;
const keptPath =
  /^\/[a-z]{2,3}(?:-[a-z]+)*\/(?:seen(?:\/(?:bus|street|work|online))?|help)$|^\/assets\/style-/;

worker.addEventListener('install', () => {
  worker.skipWaiting().catch(() => {});
});

worker.addEventListener('fetch', (event) => {
  const fetching = event as Fetching;
  const { request } = fetching;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (pathname === '/leave') fetching.waitUntil(forget());
  else if (keptPath.test(pathname)) fetching.respondWith(fresh(request));
});

/** The network first, so that numbers are today's; what was kept only when there is none. */
async function fresh(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok && (await caches.has('seen')))
      await (await caches.open('seen')).put(request, answer.clone());
    return answer;
  } catch (unreachable) {
    const kept = await caches.match(request, { ignoreVary: true });
    if (kept === undefined) throw unreachable;
    return kept;
  }
}

async function forget(): Promise<void> {
  await caches.delete('seen');
  await worker.registration.unregister();
}
