/**
 * Sixteen phones send while server and database are killed in turn. A receipt is shown when the server has said 200,
 * and from then on its code must open its report. This shows the death of processes, not the loss of power.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { InboxLine, OpenedReport } from '../../src/casework/wire.ts';
import { demonstrationSecrets } from '../../src/demo/index.ts';
import { fromBase64url, fromUtf8, openItem, openSecret, readerKeys } from '../../src/platform/keys/index.ts';
import type { Told } from '../../src/report/answers.ts';
import type { MyReport } from '../../src/report/wire.ts';
import { dataFolder } from '../house/house.ts';
import { type House, standing } from '../house/standing.ts';
import { type Made, type Pool, poolOf } from './pool.ts';

const clients = 16;

export interface Outcome {
  /** Receipts shown, each after the server had said 200. */
  shown: number;
  /** Sendings that were cut off or refused by a dying server and sent again. */
  sentAgain: number;
  /** Receipts whose code opened the report they belong to. */
  opened: number;
  /** Reports that held her own words when Ines opened them at her desk. */
  read: number;
}

/** Each round kills the server once and the database once, with sendings on their way. */
export async function killRounds({
  rounds,
  receipts,
}: {
  rounds: number;
  receipts: number;
}): Promise<Outcome> {
  await using folder = await dataFolder();
  const house = await standing(folder.path);
  try {
    const pool = await poolOf(folder.path, await house.url());
    const made: Made[] = [];
    for (let n = 0; n < receipts; n++) made.push(await pool.make(`Report number ${n}.`));

    const shown: Made[] = [];
    const waiting = [...made];
    let sentAgain = 0;
    const phone = async (client: number) => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
        while (!(await sent(house, client, one))) {
          sentAgain++;
          await pause(50);
        }
        shown.push(one);
      }
    };
    const storm = Promise.all(Array.from({ length: clients }, (_, client) => phone(client)));
    const kills = rounds * 2;
    for (let kill = 0; kill < kills; kill++) {
      const after = Math.floor(((kill + 0.5) / kills) * (receipts - clients));
      while (shown.length < after) await pause(2);
      if (kill % 2 === 0) await house.killServer();
      else await house.killDatabase();
    }
    await storm;
    return { shown: shown.length, sentAgain, ...(await openAll(house, pool, shown)) };
  } finally {
    await house[Symbol.asyncDispose]();
  }
}

/** True once the server has said that it is stored: then she sees her code. */
async function sent(house: House, client: number, { submission }: Made): Promise<boolean> {
  try {
    const answer = await post(house, '/api/reports', submission, { client });
    if (answer.status === 200) return true;
    // A server whose database is away says 500 or 503; that it would not take this report is another thing.
    if (answer.status < 500) throw new RangeError(`A good report was answered with ${answer.status}`);
    return false;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return false;
  }
}

interface From {
  /** Each phone has an address of its own, so that no allowance is ever used up by another. */
  client: number;
  cookie?: string;
}

export async function post(
  house: House,
  path: string,
  body: object | FormData,
  { client, cookie = '' }: From,
): Promise<Response> {
  const url = await house.url();
  const isForm = body instanceof FormData;
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      ...(isForm ? {} : { 'content-type': 'application/json' }),
      origin: url,
      'x-forwarded-for': `10.0.${client >> 8}.${client & 255}`,
      cookie,
    },
    body: isForm ? body : JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
  });
}

async function openAll(
  house: House,
  pool: Pool,
  shown: readonly Made[],
): Promise<Pick<Outcome, 'opened' | 'read'>> {
  let opened = 0;
  for (const [n, { code, submission }] of shown.entries()) {
    const lookup = await pool.lookup(code);
    let back = await post(house, '/api/back', { lookup }, { client: n });
    // The database may have died a moment ago: she is told to try again, and does.
    for (let tries = 0; back.status >= 500 && tries < 20; tries++) {
      await pause(100);
      back = await post(house, '/api/back', { lookup }, { client: n });
    }
    if (back.status === 200 && ((await back.json()) as MyReport).id === submission.id) opened++;
  }
  const ines = await signedIn(house);
  const { seed } = await demonstrationSecrets(house.data);
  const { identity } = await readerKeys(seed('reader ines'));
  await inInbox(house, ines, shown);
  const installation = pool.installation.id;
  let read = 0;
  for (const [n, { submission, words }] of shown.entries()) {
    const report = submission.id;
    const at = { client: n, cookie: ines };
    await post(house, '/desk/api/claim', { report }, at);
    const desk = (await (await post(house, '/desk/api/open', { report }, at)).json()) as OpenedReport;
    const key = await openSecret(fromBase64url(desk.secret), identity, { installation, report });
    const body = fromBase64url(desk.items.find(({ kind }) => kind === 'told')?.body ?? '');
    const told = JSON.parse(
      fromUtf8(await openItem(body, key, { installation, report, item: 'told' })),
    ) as Told;
    if (told.words === words) read++;
  }
  return { opened, read };
}

export async function signedIn(house: House): Promise<string> {
  const path = new URL(await house.inesLink()).pathname;
  const answer = await post(house, path, {}, { client: 0 });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-session='));
  if (cookie === undefined) throw new Error(`The link was answered with ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}

/** The queue files what came, however often it was interrupted: what was cut off is taken up at the next start. */
export async function inInbox(
  house: House,
  cookie: string,
  shown: readonly Pick<Made, 'submission'>[],
): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const answer = await fetch(`${await house.url()}/desk/api/inbox?most=100000`, { headers: { cookie } });
    const { lines } = (await answer.json()) as { lines: InboxLine[] };
    const there = new Set(lines.map(({ id }) => id));
    if (shown.every(({ submission }) => there.has(submission.id))) return;
    await pause(500);
  }
  throw new Error('A report whose receipt was shown never came into the inbox');
}
