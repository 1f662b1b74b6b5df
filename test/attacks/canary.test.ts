import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { signInLink } from '../../src/casework/index.ts';
import { countryFile, places } from '../../src/demo/content/index.ts';
import { codeList, newPhrase } from '../../src/platform/keys/index.ts';
import { placeWriter } from '../../src/platform/place/index.ts';
import { linesWriter, reportReader } from '../../src/report/index.ts';
import { visitor } from '../browser.ts';
import { type Cast, cast } from '../cast.ts';
import { unlock } from '../e2e/desk.ts';
import { type TestWorld, world } from '../world.ts';
import {
  comesBack,
  comesBackWithoutScript,
  inesAnswers,
  newSecrets,
  type Secrets,
  tellsAll,
  tellsAllWithoutScript,
  tracesIn,
  tracesOfCode,
} from './canary-story.ts';
import { keptBy, listen } from './left-behind.ts';
import { type Watch, watch } from './places.ts';
import { everyCell, holding } from './tables.ts';
import { foundIn, tracesOf } from './trace.ts';

const now = '2026-11-22T10:00:00Z';
const phrase = newPhrase(codeList('en'));
const logged: string[] = [];
let here: TestWorld;
let people: Cast;
let url: string;
let eyes: Watch;
let printed: MockInstance[];

beforeAll(async () => {
  const log = (entry: object) => void logged.push(JSON.stringify(entry));
  here = await world({ now, browsers: true, staging: { log } });
  people = await cast(here, { phrases: { ines: phrase } });
  await placeWriter(here.database.db).put(places);
  await linesWriter(here.database.db).replace(countryFile(now.slice(0, 10)));
  url = `${await here.listen()}/en`;
  eyes = await watch(here);
}, 120_000);
afterAll(() => here[Symbol.asyncDispose]());

beforeEach(() => {
  printed = [
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((how) => vi.spyOn(console, how)),
    vi.spyOn(process.stdout, 'write'),
    vi.spyOn(process.stderr, 'write'),
  ];
});
afterEach(() => vi.restoreAllMocks());

const origin = () => new URL(url).origin;
const said = () =>
  Buffer.from([...logged, ...printed.flatMap(({ mock }) => mock.calls.map(String))].join('\n'));

async function atHerDesk(secrets: Secrets): Promise<{ read: string; kept: string }> {
  await using ines = await visitor({ screen: 'desktop' });
  const { page, context } = ines;
  await context.clock.setFixedTime(now);
  const link = await signInLink({ db: here.database.db, clock: here.clock }, people.ines.id);
  await page.goto(`${url}${link}`);
  await page.locator('main form button').click();
  await unlock(page, phrase);
  const read = await inesAnswers(page, secrets);
  return { read, kept: await keptBy(page) };
}

const fields = ['words', 'identifies', 'place words', 'direction', 'contact'];
const stories = {
  with: { tell: tellsAll, back: comesBack },
  without: { tell: tellsAllWithoutScript, back: comesBackWithoutScript },
};

test.each(['with', 'without'] as const)(
  '%s script: of all she told, and all that was written to her, no table, file, log or browser keeps a trace',
  async (way) => {
    const { tell, back } = stories[way];
    const secrets = newSecrets();
    await using amal = await visitor({ script: way === 'with' });
    const { page, context } = amal;
    await context.clock.setFixedTime(now);
    const sent = listen(context, origin());

    const code = await tell(page, url, secrets);
    await here.settle();
    const desk = await atHerDesk(secrets);
    for (const field of fields) expect(desk.read).toContain(secrets.say(field));
    expect(await back(page, url, { ...secrets, code })).toContain(secrets.say('reply'));
    await here.settle();

    const told = tracesIn(secrets);
    const receipt = await tracesOfCode(code, here);
    const everything = [...told, ...receipt.code, ...receipt.keys];
    expect(await eyes.look(everything)).toEqual([]);
    expect(foundIn(said(), everything)).toEqual([]);
    expect(foundIn(Buffer.from(desk.kept), told)).toEqual([]);
    await page.goto(url);
    expect(foundIn(Buffer.from(await keptBy(page)), everything)).toEqual([]);

    expect(sent.elsewhere()).toEqual([]);
    expect(sent.named(everything)).toEqual([]);
    if (way === 'with') expect(sent.holding([...told, ...receipt.code])).toEqual([]);
    // What passes through the server's memory is only what a page without script cannot seal itself.
    else expect(sent.holding(told)).toContain('a secret, plain');
  },
  120_000,
);

test('the queue and the outbox hold nothing of a report that was filed', async () => {
  const { db } = here.database;
  const ids = (await reportReader(db).sealedTo(people.ines.reader.id)).map(({ id }) => id);
  expect(ids).toHaveLength(2);
  const tables = new Set(holding(await everyCell(db), ids).map((place) => place.split('.')[0]));
  expect([...tables].sort()).toEqual([
    'arrival',
    'inbox',
    'report',
    'report_event',
    'report_item',
    'report_reply',
    'report_secret',
  ]);
});

test('the search finds what does stand open, so that it could find more', async () => {
  await sql`create table written_again (place text)`.execute(here.database.db);
  // What others write meanwhile may push a writing out of the log, also while it is looked for.
  const look = async () => {
    await sql`insert into written_again select place from report`.execute(here.database.db);
    const found = await eyes.look(tracesOf('the place', 'tram-1'));
    expect(found).toContain('report.place: the place, plain');
    expect(found.some((where) => where.startsWith('base/'))).toBe(true);
    expect(found.some((where) => where.startsWith('pg_wal/'))).toBe(true);
  };
  await vi.waitFor(look, { timeout: 15_000 });
});

test('a secret is known again in every spelling, wherever it begins', () => {
  const secret = 'canary-0123456789';
  const traces = tracesOf('it', secret);
  for (const before of ['', 'a', 'ab', 'abc']) {
    const whole = `${before}${secret}xyz`;
    for (const spelling of ['utf8', 'utf16le', 'hex', 'base64', 'base64url'] as const) {
      const text = spelling === 'utf8' || spelling === 'utf16le';
      const bytes = text ? Buffer.from(whole, spelling) : Buffer.from(Buffer.from(whole).toString(spelling));
      expect(foundIn(bytes, traces), `${spelling} after ${before.length}`).not.toEqual([]);
    }
  }
});
