/**
 * Somebody counting through the public side: pages, feeds, tables and the interface for programs are the same, byte by
 * byte, whether one report more was told, stands behind an ask, says a word, or is withdrawn (care rule 23).
 */

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { beyond } from '../../src/answer/index.ts';
import { dayIn } from '../../src/platform/clock.ts';
import { langs } from '../../src/platform/i18n/index.ts';
import { browse } from '../browse.ts';
import { amalTells, cast } from '../cast.ts';
import { type Invented, inventAsks } from '../invented.ts';
import { type TestWorld, world } from '../world.ts';

const locales = langs;
const bodies = ['zaytara-trams', 'harbour-ferries', 'zaytara-council', 'silk-mall-company', 'university'];
const areas = ['zaytara', 'old-harbour', 'station-quarter', 'weavers', 'orchards'];

function paths(asks: readonly Invented[]): string[] {
  const localised = [
    '',
    '/answers',
    '/answers/bodies.csv',
    '/answers/feed.atom',
    '/areas',
    '/corrections',
    ...bodies.flatMap((body) => ['', '/asks.csv', '/feed.atom'].map((end) => `/answers/${body}${end}`)),
    ...areas.flatMap((area) => ['', '/feed.atom'].map((end) => `/areas/${area}${end}`)),
    ...asks.flatMap(({ id }) => [`/asks/${id}`, `/asks/${id}/letter`, `/corrections?ask=${id}`]),
    '/asks/nobody-knows-this',
  ];
  const api = ['bodies', 'asks', 'areas', 'openapi.json', ...asks.map(({ id }) => `asks/${id}`), 'asks/none'];
  return [
    ...locales.flatMap((locale) => localised.map((path) => `/${locale}${path}`)),
    ...api.map((one) => `/api/v1/${one}`),
  ];
}

async function everything(here: TestWorld, asks: readonly Invented[]): Promise<Map<string, string>> {
  const guest = browse(here);
  const seen = new Map<string, string>();
  for (const path of paths(asks)) {
    const { status, text, headers } = await guest.get(path);
    seen.set(path, `${status} ${headers.etag ?? ''} ${headers['last-modified'] ?? ''}\n${text}`);
  }
  return seen;
}

test('one report more or less, behind an ask or not, changes nothing anybody can see', async () => {
  await using here = await world({ staging: { allowances: 'none' } });
  await cast(here);
  const asks = await inventAsks(here);
  const { db } = here.database;
  const told = async () => {
    const { id } = await amalTells(here, { kinds: ['followed'], helped: 'yes', soon: 'no' });
    await here.settle();
    return id;
  };
  const behind = await told();
  await sql`insert into ask_report (ask, report) select id, ${behind} from ask`.execute(db);

  const before = await everything(here, asks);
  expect(before.size).toBeGreaterThan(200);
  const same = async (what: string) => {
    const after = await everything(here, asks);
    const changed = [...before].filter(([path, said]) => after.get(path) !== said).map(([path]) => path);
    expect([what, changed]).toEqual([what, []]);
  };

  const more = await told();
  await sql`insert into ask_report (ask, report) select id, ${more} from ask`.execute(db);
  await sql`insert into body_word (report, body, asked) select ${more}, id, '2026-11-20' from body`.execute(
    db,
  );
  const today = dayIn(here.installation.zone, here.clock.now());
  const words = beyond({ db, installation: here.installation });
  for (const { id, standing } of asks.filter((ask) => /says|promise_late/.test(ask.standing)))
    await db.transaction().execute(async (tx) => {
      const said = standing === 'says_kept' ? 'no' : 'yes';
      await words.sayChanged(tx, { report: more, ask: id, said, today });
    });
  await same('told, behind every ask, and a word about each that is said to be done');
  await sql`delete from report where id = ${more}`.execute(db);
  await here.settle();
  await same('withdrawn');
}, 180_000);
