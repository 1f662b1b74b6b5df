import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, browse } from '../../test/browse.ts';
import { type Cast, cast } from '../../test/cast.ts';
import { plainAnswers } from '../../test/told.ts';
import { type TestWorld, world } from '../../test/world.ts';
import { codeList, newSeed, solveWork, toBase64url } from '../platform/keys/index.ts';
import { nodeScrypt } from '../platform/keys/node-scrypt.ts';
import type { Answers } from './answers.ts';
import { currentReaders, entriesReader } from './index.ts';
import { type Submission, sealReport } from './seal.ts';

let here: TestWorld;
let people: Cast;
let phone: Browser;
beforeAll(async () => {
  here = await world({ staging: { allowances: 'none' } });
  people = await cast(here);
  phone = browse(here);
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const answers: Answers = { ...plainAnswers, kinds: ['words'], helped: 'unknown', words: 'On the stairs.' };

/** As a phone would send it, the calculation included. */
async function sealed(seed = newSeed()): Promise<Submission> {
  const { clock, installation, database } = here;
  const readers = () => entriesReader(database.db).all();
  const made = await sealReport(answers, seed, {
    installation: installation.id,
    salt: toBase64url(installation.salt),
    list: codeList('en'),
    readers: (await currentReaders({ readers, clock, installation })).active,
    language: 'en',
    cameBy: 'self',
    scrypt: nodeScrypt,
  });
  if (made === null) throw new Error('nobody may read it');
  const day = clock.now().toISOString().slice(0, 10);
  return { ...made.submission, work: solveWork({ day, report: made.submission.id }).counter };
}

const send = (submission: object) => phone.post('/api/reports', submission);
/** Until a statement waits for what another transaction holds. */
const somebodyWaits = async () => {
  const waiting = sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await waiting.execute(here.database.db)).rows.length === 0);
};
const count = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from report`.execute(here.database.db);
  return rows[0]?.n ?? 0;
};

describe('a report is taken', () => {
  test('once, however often the same is sent, and a repeat says that it is one', async () => {
    const seed = newSeed();
    const first = await sealed(seed);
    const before = await count();
    const answer = await send(first);
    expect(answer.json()).toEqual({ id: first.id, arrived: '2026-11-22', repeated: false });
    // Sealed anew: other ciphertext, the same report.
    const again = await Promise.all([send(await sealed(seed)), send(first)]);
    const repeat = { id: first.id, arrived: '2026-11-22', repeated: true };
    expect(again.map((one) => one.json())).toEqual([repeat, repeat]);
    expect(await count()).toBe(before + 1);
  });

  test('or refused: the same id with another code', async () => {
    const first = await sealed();
    const other = await sealed();
    await send(first);
    const answer = await send({ ...other, id: first.id });
    expect([answer.status, answer.json().code]).toEqual([409, 'id_taken']);
    const stolen = await send({ ...other, lookupHash: first.lookupHash });
    expect([stolen.status, stolen.json().code]).toEqual([409, 'id_taken']);
  });

  test('with all its rows, the arrival to the minute, and one fact to hand on', async () => {
    here.clock.pass({ minutes: 3 });
    const one = await sealed();
    await send(one);
    const { db } = here.database;
    const { rows } = await sql<{ secrets: number; items: number; facts: number; seconds: number }>`
      select (select count(*)::int from report_secret s where s.report = report.id) as secrets,
        (select count(*)::int from report_item i where i.report = report.id) as items,
        (select count(*)::int from outbox where subject = report.id) as facts,
        extract(second from arrived_minute)::int as seconds
      from report where id = ${one.id}`.execute(db);
    expect(rows).toEqual([{ secrets: 1, items: 1, facts: 1, seconds: 0 }]);
  });
});

describe('a report is not taken', () => {
  let good: Submission;
  beforeAll(async () => {
    good = await sealed();
  });
  const refused = async (change: (one: Submission) => object, code: string) => {
    const before = await count();
    const answer = await send(change(good));
    expect(answer.json().code).toBe(code);
    expect(await count()).toBe(before);
  };

  test('without the calculation, or with that of another report', async () => {
    await refused((one) => ({ ...one, work: -1 }), 'work_missing');
    await refused((one) => ({ ...one, work: one.work + 1 }), 'work_missing');
  });

  test('when it was withdrawn while it was on its way, though the insert waited for that', async () => {
    const one = await sealed();
    expect((await send(one)).status).toBe(200);
    await here.settle();
    const { db } = here.database;
    const { again } = await db.transaction().execute(async (tx) => {
      await sql`delete from report where id = ${one.id}`.execute(tx);
      await sql`insert into tombstone (report, day, signer, signature)
        values (${one.id}, '2026-11-22', ${one.signer}, '')`.execute(tx);
      const again = send(one);
      await somebodyWaits();
      return { again };
    });
    expect((await again).json().code).toBe('withdrawn');
    const { rows } = await sql`select from report where id = ${one.id}
      union all select from outbox where subject = ${one.id}`.execute(db);
    expect(rows).toEqual([]);
  });

  test('with a recipient or choices she did not sign', async () => {
    await refused((one) => ({ ...one, recipient: people.ines.reader.recipient }), 'bad_signature');
    await refused((one) => ({ ...one, consents: { ...one.consents, contact: true } }), 'bad_signature');
    await refused((one) => ({ ...one, signer: people.ines.reader.signer }), 'bad_signature');
  });

  test('sealed to somebody who is not on the list', async () => {
    await refused((one) => ({ ...one, readers: ['nobody'] }), 'readers_changed');
    await refused((one) => ({ ...one, readers: [] }), 'unreadable');
  });

  test('with a place that is not there, a cell of another size, a week to come', async () => {
    const open = (changes: object) => (one: Submission) => ({ ...one, open: { ...one.open, ...changes } });
    await refused(open({ place: 'nowhere' }), 'unreadable');
    await refused(open({ cell: '89283082803ffff' }), 'unreadable');
    await refused(open({ week: '2026-12-07' }), 'unreadable');
    await refused(open({ week: '2026-11-18' }), 'unreadable');
    await refused(open({ cameBy: 'desk' }), 'unreadable');
    await refused(open({ name: 'Amal' }), 'unreadable');
  });

  test('with anything that is no age file where one belongs', async () => {
    await refused((one) => ({ ...one, told: 'bm90IGFnZQ' }), 'unreadable');
    await refused((one) => ({ ...one, secret: 'A' }), 'unreadable');
  });
});

test('whatever is sent, nothing breaks: junk in any field is a refusal, never a 500', async () => {
  const good = await sealed();
  const keys = Object.keys(good) as (keyof Submission)[];
  const headers = { origin: here.config.publicUrl, 'content-type': 'application/json' };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...keys), fc.jsonValue(), async (key, junk) => {
      const { status } = await send({ ...good, [key]: junk });
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        '/api/reports',
        '/api/place',
        '/api/back',
        '/api/back/add',
        '/api/back/withdraw',
        '/api/back/consents',
        '/api/back/read',
      ),
      fc.jsonValue(),
      async (url, junk) => {
        const { statusCode: status } = await here.app.inject({
          method: 'POST',
          url,
          headers,
          payload: JSON.stringify(junk),
        });
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);

describe('what the phone asks', () => {
  test('the readers, signed, with the salt and how full we are', async () => {
    const { entries, salt, capacity } = (await phone.get('/api/readers')).json<Record<string, unknown>>();
    expect(entries).toHaveLength(3);
    expect(salt).toBe(toBase64url(here.installation.salt));
    expect(capacity).toMatchObject({ state: 'open' });
  });

  test('a cell for where it is: the point itself is in no answer', async () => {
    const answer = await phone.post('/api/place', { lat: 30.0444, lng: 31.2357 });
    expect(answer.json<{ cell: string }>().cell).toMatch(/^88[0-9a-f]{13}$/);
    expect(answer.text.includes('30.04')).toBe(false);
    expect((await phone.post('/api/place', { lat: 200, lng: 0 })).status).toBe(422);
  });
});
