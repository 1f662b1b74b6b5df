import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Groups, OneAsk } from '../../src/casework/asks/wire.ts';
import { defaultConsents } from '../../src/report/answers.ts';
import { city, drafts, missing, reads, sends } from '../asking.ts';
import { browse } from '../browse.ts';
import { amalTells } from '../cast.ts';

const most = 400;

test('400 reports against one café make no ask, no mail and no other page by themselves', async () => {
  await using there = await city();
  const { here } = there;
  const { db } = here.database;
  // A business without a public duty with which nobody has spoken.
  await sql`insert into body (id, kind, name_en, name_ar, public_duty)
    values ('cafe', 'shop', 'Café Jasmine', 'مقهى ياسمين', false)`.execute(db);
  await sql`insert into place (id, kind, name_en, name_ar)
    values ('cafe', 'venue', 'Café Jasmine', 'مقهى ياسمين')`.execute(db);
  await sql`insert into place_body values ('cafe', 'cafe')`.execute(db);

  const guest = browse(here);
  const pages = ['/en', '/en/answers', '/ar/answers', '/en/areas', '/api/v1/asks', '/api/v1/bodies'];
  const look = () => Promise.all(pages.map(async (path) => (await guest.get(path)).text));
  const before = await look();

  const told: string[] = [];
  for (let n = 0; n < most; n += 20) {
    const some = Array.from({ length: 20 }, () =>
      amalTells(here, {
        where: { place: 'cafe' },
        day: '2026-11-10',
        consents: { ...defaultConsents, ask: 'above_too' },
      }),
    );
    told.push(...(await Promise.all(some)).map(({ id }) => id));
  }
  await here.settle();
  const after = await look();
  expect(pages.filter((_, at) => after[at] !== before[at])).toEqual([]);
  here.clock.pass({ days: 2 });
  await here.settle();
  const counted = async (table: string) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
    return rows[0]?.n;
  };
  expect([await counted('ask'), await counted('mail'), await counted('report')]).toEqual([0, 0, most]);

  const desk = await there.people.as(there.people.ines);
  const { groups } = (await desk.get('/desk/api/asks/groups')).json<Groups>();
  expect(groups.map(({ reports }) => reports.length)).toEqual([most]);
  const three = told.slice(0, 3).map((id) => ({ id }));
  for (const { id } of three) await reads(desk, id);
  const one: OneAsk = await drafts(desk, three, { body: 'cafe', about: { place: 'cafe' } });
  expect(missing(one)).toEqual(['basis none']);
  expect((await sends(desk, one, 'letter')).status).toBe(422);
  expect(await counted('mail')).toBe(0);
}, 240_000);
