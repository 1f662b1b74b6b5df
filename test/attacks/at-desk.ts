/** Somebody at the desk of a server that is a process of its own: signed in by a link, with their own key. */
import { setTimeout as pause } from 'node:timers/promises';
import { signInLink } from '../../src/casework/index.ts';
import type { OpenedReport } from '../../src/casework/wire.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { fromBase64url, fromUtf8, openItem, openSecret } from '../../src/platform/keys/index.ts';
import type { Told } from '../../src/report/answers.ts';
import type { Browser, Heard } from '../browse.ts';
import type { Ground, Keyholder } from '../cast.ts';

export interface Desk extends Browser {
  /** Begins with the next batch that is on its way to be written. */
  writes(): Promise<void>;
  /** Milliseconds the last batch that was answered took to be written. */
  wrote(): number;
  /** The last batch that was sent was never answered. */
  cutWriting(): boolean;
}

/** Whole batches. */
const writing = ['/desk/api/reseal', '/desk/api/archive'];

export async function atDesk(url: string, { database }: Ground, { id }: Keyholder): Promise<Desk> {
  let cookie = '';
  let took = 0;
  let isCut = false;
  let begins = Promise.withResolvers<void>();
  let asked = 0;
  const ask = async (path: string, body?: object): Promise<Heard> => {
    // Another address after so many: how much one connection may do is not what is looked at here.
    const address = Math.floor(asked++ / 60);
    const answer = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        origin: url,
        cookie,
        'x-forwarded-for': `10.${id.charCodeAt(0)}.${address >> 8}.${address & 255}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    });
    const text = await answer.text();
    const set = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-session='));
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      text,
      json: <Answer>() => JSON.parse(text) as Answer,
      cookie: set?.split(';')[0] ?? null,
    };
  };
  const link = await signInLink({ db: database.db, clock: systemClock }, id);
  const entered = await ask(`/en${link}`, {});
  if (entered.cookie === null) throw new Error(`The link answered ${entered.status}`);
  cookie = entered.cookie;
  return {
    cookie,
    get: (path) => ask(path),
    async post(path, body = {}) {
      isCut = writing.includes(path);
      if (!isCut) return ask(path, body);
      begins.resolve();
      begins = Promise.withResolvers();
      const began = performance.now();
      const heard = await ask(path, body);
      isCut = false;
      took = performance.now() - began;
      return heard;
    },
    writes: () => begins.promise,
    wrote: () => took,
    cutWriting: () => isCut,
  };
}

/** How many of these this person claims, opens with their own key, finds the right words in, and gives back. */
export async function reads(
  desk: Pick<Browser, 'post'>,
  { keys }: Pick<Keyholder, 'keys'>,
  { installation, reports }: { installation: string; reports: ReadonlyMap<string, string> },
): Promise<number> {
  let read = 0;
  for (const [report, words] of reports) {
    await said(desk, 'claim', report);
    const { secret, items } = (await said(desk, 'open', report)).json<OpenedReport>();
    const place = { installation, report };
    const identity = await openSecret(fromBase64url(secret), keys.identity, place);
    const body = fromBase64url(items.find(({ kind }) => kind === 'told')?.body ?? '');
    const told = JSON.parse(fromUtf8(await openItem(body, identity, { ...place, item: 'told' }))) as Told;
    if (told.words === words) read++;
    await said(desk, 'release', report);
  }
  return read;
}

/** However often it is put off. */
async function said(
  desk: Pick<Browser, 'post'>,
  what: 'claim' | 'open' | 'release',
  report: string,
): Promise<Heard> {
  for (;;) {
    const heard = await desk.post(`/desk/api/${what}`, { report });
    if (heard.status === 200) return heard;
    if (heard.status !== 429) throw new Error(`${what} answered ${heard.status}: ${heard.text}`);
    await pause(1000);
  }
}
