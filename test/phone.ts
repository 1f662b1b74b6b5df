/** For tests: a phone without a browser, and a server in memory that keeps what it was sent and can be made to fail. */
import { vi } from 'vitest';
import { fromBase64url, toBase64url } from '../src/platform/keys/bytes.ts';
import { sha256 } from '../src/platform/keys/digest.ts';
import { newReaderSeed, type ReaderKeys, readerKeys } from '../src/platform/keys/reader.ts';
import { makeRoot, type Root } from '../src/platform/keys/root.ts';
import {
  type Reader,
  type ReaderEntry,
  type Statement,
  signStatement,
  statementHash,
} from '../src/platform/keys/statement.ts';
import type { Submission } from '../src/report/seal.ts';
import type { MyReport } from '../src/report/wire.ts';

export const installation = 'house';
export const root: Root = makeRoot();
const salt = toBase64url(new Uint8Array(16).fill(7));

export interface Caseworker {
  reader: Reader;
  keys: ReaderKeys;
}

export async function caseworker(
  id: string,
  name: string,
  place: Reader['place'] = 'ours',
): Promise<Caseworker> {
  const keys = await readerKeys(newReaderSeed());
  const { recipient, signer } = keys;
  const from = place === 'outside' ? { organisation: 'Next Door' } : {};
  return { keys, reader: { id, name, place, ...from, recipient, signer, childTrained: id === 'ines' } };
}

/** The founding list, signed by `by`; the phone accepts only the root's. */
export function founded(people: readonly Caseworker[], by: Root = root): ReaderEntry[] {
  let previous = '';
  return people.map(({ reader }, at) => {
    const statement: Statement = {
      number: at + 1,
      previous,
      installation,
      date: '2026-11-01T08:00:00.000Z',
      founding: true,
      change: 'add',
      reader,
    };
    previous = statementHash(statement);
    return { statement, signatures: [signStatement(statement, 'root', by.secret)] };
  });
}

/** One reader less, by their own word: Lock now, or leaving. */
export function left(
  { reader, keys }: Caseworker,
  before: readonly ReaderEntry[],
  date: string,
): ReaderEntry {
  const last = before.at(-1)?.statement;
  if (!last) throw new Error('Nobody has founded the list');
  const change = { number: last.number + 1, previous: statementHash(last), founding: false, reader, date };
  const statement: Statement = { ...last, ...change, change: 'remove' };
  return { statement, signatures: [signStatement(statement, reader.id, keys.signSecret)] };
}

/** One reader more, signed by the root with a date long past. */
export function added({ reader }: Caseworker, before: readonly ReaderEntry[]): ReaderEntry {
  const last = before.at(-1)?.statement;
  if (!last) throw new Error('Nobody has founded the list');
  const change = { number: last.number + 1, previous: statementHash(last), founding: false, reader };
  const statement: Statement = { ...last, ...change };
  return { statement, signatures: [signStatement(statement, 'root', root.secret)] };
}

/** What the server's clock says, whatever the phone's does. */
export const serverDay = '2026-11-22';
const serverDate = 'Sun, 22 Nov 2026 10:00:00 GMT';

type Answer = { status: number; body: unknown };
type Call = { url: string; body: Record<string, unknown> };

export interface Server {
  entries: ReaderEntry[];
  reports: Map<string, Submission>;
  replies: MyReport['replies'];
  calls: Call[];
  /** Happens to the next call of this URL: nothing is reached, or the answer is lost after it was taken. */
  fail(url: string, how: 'before' | 'after' | Answer): void;
}

/** Stands in for `fetch` until the test ends. */
export function serve(entries: ReaderEntry[]): Server {
  const failing = new Map<string, 'before' | 'after' | Answer>();
  const server: Server = {
    entries,
    reports: new Map(),
    replies: [],
    calls: [],
    fail: (url, how) => failing.set(url, how),
  };
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body ?? '{}')) as Record<string, unknown>;
    server.calls.push({ url, body });
    const how = failing.get(url);
    failing.delete(url);
    if (how === 'before') throw new TypeError('no network');
    const answer = typeof how === 'object' ? how : answerTo(server, url, body);
    if (how === 'after') throw new TypeError('connection lost');
    return new Response(JSON.stringify(answer.body), {
      status: answer.status,
      headers: { date: serverDate },
    });
  });
  return server;
}

const hashOf = (lookup: unknown): string => toBase64url(sha256(fromBase64url(String(lookup))));

function answerTo(server: Server, url: string, body: Record<string, unknown>): Answer {
  const mine = [...server.reports.values()].find(
    ({ lookupHash }) => lookupHash === hashOf(body.lookup ?? ''),
  );
  const acts: Readonly<Record<string, () => unknown>> = {
    '/api/readers': () => ({ entries: server.entries, salt, capacity: {} }),
    '/api/reports': () => {
      const sent = body as unknown as Submission;
      const repeated = server.reports.has(sent.id);
      if (!repeated) server.reports.set(sent.id, sent);
      return { id: sent.id, arrived: '2026-11-22', repeated };
    },
    '/api/back': () => mine && mineOf(server, mine),
    '/api/back/withdraw': () => mine && server.reports.delete(mine.id),
    '/api/back/add': () => mine && {},
    '/api/back/consents': () => mine && {},
    '/api/back/read': () => mine && {},
  };
  const answer = acts[url]?.();
  return answer === undefined
    ? { status: 404, body: { code: 'report_unknown' } }
    : { status: 200, body: answer };
}

function mineOf(server: Server, sent: Submission): MyReport {
  const { id, consents, consentsSignature, recipient } = sent;
  return {
    id,
    arrived: '2026-11-22',
    events: [{ day: '2026-11-22', what: 'received' }],
    replies: server.replies,
    consents,
    consentsNumber: 1,
    consentsSignature,
    recipient,
    readers: ['Ines', 'Omar'],
    additions: 0,
    files: 0,
    closed: false,
    aside: false,
    erased: null,
    archived: null,
    beyond: { questions: [], asks: [] },
    offersAsk: true,
  };
}
