/**
 * Answers for the few pages that were kept, when the network does not: "I see it now" with its cards, the questions with
 * what they need, and the numbers. Whatever is not kept goes its way untouched, and so does all of a shared phone. Leave
 * empties it and takes it away, also in a browser that does not know Clear-Site-Data.
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
/** What may be kept: the cards with the numbers, and the questions; each only where somebody opened or kept its pages. */
const kept = [
  /^\/[a-z]{2,3}(?:-[a-z]+)*\/(?:seen(?:\/(?:bus|street|work|online))?|help)$|^\/assets\/(?:style|seen|leave)-/,
  /^\/[a-z]{2,3}(?:-[a-z]+)*\/(?:report(?:\/(?:tell|files))?|help)$|^\/assets\/|^\/api\/(?:readers|places)$/,
];

worker.addEventListener('install', () => {
  worker.skipWaiting().catch(() => {});
});

worker.addEventListener('fetch', (event) => {
  const fetching = event as Fetching;
  const { request } = fetching;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (pathname === '/leave') fetching.waitUntil(forget());
  else if (search === '' && kept.some((paths) => paths.test(pathname)))
    fetching.respondWith(fresh(request, pathname));
});

/** The network first, so that numbers are today's; what was kept only when there is none. */
async function fresh(request: Request, pathname: string): Promise<Response> {
  try {
    const answer = await fetch(request);
    // No room for the newer copy is no reason to show the older one.
    if (answer.ok) await renew(pathname, answer).catch(() => {});
    return answer;
  } catch (unreachable) {
    const before = await caches.match(pathname, { ignoreVary: true });
    if (before === undefined) throw unreachable;
    return pathname.endsWith('/report/tell') ? marked(before) : before;
  }
}

/** Of what is kept, the newest. */
async function renew(pathname: string, answer: Response): Promise<void> {
  for (const cacheName of await caches.keys()) {
    if ((await caches.match(pathname, { cacheName, ignoreVary: true })) === undefined) continue;
    await (await caches.open(cacheName)).put(pathname, answer.clone());
  }
}

/** The page says "today": from the phone it may be an older one, and is told so. */
async function marked(before: Response): Promise<Response> {
  const text = await before.text();
  return new Response(text.replace('<form data-tell', '<form data-from-phone data-tell'), {
    headers: before.headers,
  });
}

async function forget(): Promise<void> {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
