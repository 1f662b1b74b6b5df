import { networkInterfaces, tmpdir } from 'node:os';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { cast } from '../../../test/cast.ts';
import { rebound } from '../../../test/rebound.ts';
import { world } from '../../../test/world.ts';
import { buildApp } from '../../app.ts';
import { connect } from '../db/connect.ts';
import { askOutside, serveMetrics } from '../http/index.ts';
import { metricsText, requestCounts, step, type Vitals, watch } from './index.ts';

const well: Vitals = {
  database: null,
  freeMb: 9_000,
  memoryMb: 120,
  stuck: { tasks: 0, mails: 0 },
  mails: true,
  backupHours: 5,
  load: { isHeavy: false, lateMs: 0 },
};
const nowhere = connect('postgres://u:sesame@127.0.0.1:1/u', { max: 1, name: 'nobody' });
afterAll(() => nowhere.db.destroy());
const awayLook = watch({ db: nowhere.db, data: tmpdir(), mails: false });

describe('what is counted', () => {
  test('is told in steps: no answer of its own can be seen in the figures', () => {
    const counts = requestCounts();
    for (let i = 1; i < step; i++) counts.count(200, 5);
    const before = metricsText(well, counts.told());
    expect(counts.told()).toEqual({ answered: { '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 }, latency: null });
    counts.count(303, 900);
    expect(counts.told().answered['3xx']).toBe(0);
    expect(counts.told().latency).toEqual({ half: 5, most: 5, nearlyAll: 5 });
    expect(before).toContain('upstander_answers_total{class="2xx"} 0');
  });

  test('one more good answer never moves a counter by itself, but at a whole step', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(200, 204, 303, 404, 429, 500), { maxLength: 400 }), (statuses) => {
        const counts = requestCounts();
        for (const status of statuses) counts.count(status, 1);
        const { answered } = counts.told();
        const faults = statuses.filter((status) => status >= 500).length;
        expect(answered['5xx']).toBe(faults);
        for (const part of ['2xx', '3xx', '4xx'] as const) expect(answered[part] % step).toBe(0);
      }),
    );
  });
});

describe('the figures', () => {
  const line =
    /^(# (HELP|TYPE) upstander_\w+ [\w .,:;%]+|upstander_\w+(\{(class="[2-5]xx"|share="0\.\d+")\})? \d+(\.\d+)?)$/;

  test('are fixed words and numbers, whatever was asked: no address, path, token, name or id', async () => {
    await using here = await world();
    await cast(here);
    const counts = requestCounts();
    const look = watch({ db: here.database.db, data: here.config.data, mails: false });
    const app = await buildApp({ ...here, watching: { look, counts } });
    const secret = 'TOKENTOKENTOKENTOKEN22';
    const asked = [`/en/sign-in/${secret}`, `/robots.txt?q=${secret}`, '/healthz'];
    for (let i = 0; i < 2 * step; i++) {
      await app.inject({ url: asked[i % 3] ?? '/', remoteAddress: `203.0.113.${i % 250}` });
    }
    const text = metricsText(await look(), counts.told());
    await app.close();
    expect(
      text
        .trimEnd()
        .split('\n')
        .filter((each) => !line.test(each)),
    ).toEqual([]);
    expect(text).not.toMatch(/TOKEN|203\.0|Ines|sign-in/);
    expect(text).toContain('upstander_database_up 1');
    expect(text).toMatch(/upstander_answers_total\{class="[24]xx"\} [1-9]00/);
    expect(text).toMatch(/upstander_disk_free_bytes \d+00000000/);
  });

  test('say that the database is away, and leave out what cannot be known then', async () => {
    const text = metricsText(await awayLook(), requestCounts().told());
    expect(text).toContain('upstander_database_up 0');
    expect(text).not.toMatch(/stuck|answer_seconds|sesame/);
  });

  test('a task is counted when it is stuck, and not while it is on its way', async () => {
    await using here = await world();
    here.jobs.on('report.received', async () => {
      throw new Error('the inbox is away');
    });
    await sql`insert into outbox (event, subject) values ('report.received', 'x')`.execute(here.database.db);
    await here.jobs.settle().catch(() => {});
    const stuck = async () =>
      (await watch({ db: here.database.db, data: here.config.data, mails: true })()).stuck;
    expect(await stuck()).toEqual({ tasks: 0, mails: 0 });
    await sql`update pgboss.job set created_on = now() - interval '11 minutes'`.execute(here.database.db);
    expect(await stuck()).toEqual({ tasks: 1, mails: 0 });
  });

  test('are told to this machine under its own names, and to no address of it that others reach', async () => {
    await using listening = await serveMetrics(0, async () => 'upstander_up 1\n');
    const { port } = listening;
    expect((await askOutside(`http://127.0.0.1:${port}/metrics`)).text).toBe('upstander_up 1\n');
    expect((await askOutside(`http://127.0.0.1:${port}/`)).status).toBe(404);
    const other = await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' });
    expect(other.status).toBe(404);
    const outer = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outer) {
      await expect(askOutside(`http://${address}:${port}/metrics`)).rejects.toThrow();
    }
    // A page elsewhere that has given this machine a name of its own.
    expect(await rebound(port, 'figures.example.org')).toBe(404);
  });

  test('a port somebody else has is a sentence', async () => {
    await using taken = await serveMetrics(0, async () => '');
    await expect(serveMetrics(taken.port, async () => '')).rejects.toMatchObject({ code: 'config' });
  });
});

describe('while the database is away', () => {
  test('/healthz says so and nothing else; the page opens for everybody and names the command', async () => {
    await using here = await world({ browsers: true });
    const lost = { ...here.database, db: nowhere.db };
    const app = await buildApp({ ...here, database: lost });
    const told = await app.inject('/healthz');
    expect([told.statusCode, told.body]).toEqual([503, 'the database does not answer\n']);
    const cookies = { '__Host-session': 'whoever' };
    const shown = await app.inject({ url: '/en/desk/health', cookies });
    await app.close();
    expect(shown.statusCode).toBe(503);
    expect(shown.body).toContain('The database does not answer');
    expect(shown.body).toContain('npm run -s upstander -- doctor');
    expect(shown.body).not.toContain('sesame');
  });

  test('whoever asks a hundred times at once costs one look', async () => {
    const looks = await Promise.all(Array.from({ length: 100 }, () => awayLook()));
    expect(new Set(looks).size).toBe(1);
    expect(looks[0]?.database).toBe('ECONNREFUSED');
  });
});

describe('while it is well', () => {
  test('/healthz is one word, HEAD too, and the page is for people who are signed in', async () => {
    await using here = await world({ browsers: true });
    const told = await here.app.inject('/healthz');
    expect([told.statusCode, told.body, told.headers['set-cookie']]).toEqual([200, 'well\n', undefined]);
    expect((await here.app.inject({ method: 'HEAD', url: '/healthz' })).statusCode).toBe(200);
    const shown = await here.app.inject('/en/desk/health');
    expect(shown.statusCode).toBe(401);
    expect(shown.body).not.toMatch(/[MGT]B/);
    expect((await here.app.inject('/desk/health')).headers.location).toBe('/en/desk/health');
  });

  test('a caseworker sees the figures of the house', async () => {
    await using here = await world({ browsers: true });
    const { ines, as } = await cast(here);
    const shown = await (await as(ines)).get('/ar/desk/health');
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('هل كل شيء يعمل؟');
    // Three digits at most: what is more has the next unit.
    const sizes = shown.text.match(/[\d.,]+\s(?:ميجا|جيجا|تيرا)بايت/g) ?? [];
    expect(sizes).toHaveLength(2);
    for (const size of sizes) expect(size).toMatch(/^(\d{1,3}|\d\.\d)\s/);
  });
});
