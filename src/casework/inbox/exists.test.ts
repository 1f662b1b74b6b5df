import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Browser } from '../../../test/browse.ts';
import { amalTells, cast } from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { concat, toBase64url, utf8 } from '../../platform/keys/index.ts';
import { reportWriter } from '../../report/index.ts';
import type { InboxLine } from '../wire.ts';

const lines = async (browser: Browser) =>
  (await browser.get('/desk/api/inbox')).json<{ lines: InboxLine[] }>().lines;

describe('who it exists for', () => {
  it('a colleague she left out does not see that it exists', async () => {
    await using here = await world();
    const people = await cast(here);
    const { id } = await amalTells(here, { worksWithUs: 'yes', leaveOut: [people.omar.reader.id] });
    await here.settle();
    const omar = await people.as(people.omar);
    expect(await lines(omar)).toEqual([]);
    expect((await omar.get('/en/desk')).text.includes('Nothing is waiting.')).toBe(true);
    const random = 'AAAAAAAAAAAAAAAAAAAAAA';
    for (const path of ['claim', 'open', 'release', 'reopen']) {
      const [excluded, unknown] = await Promise.all(
        [id, random].map((report) => omar.post(`/desk/api/${path}`, { report })),
      );
      expect(excluded?.status).toBe(404);
      expect(excluded?.text).toBe(unknown?.text);
    }
    expect((await omar.get(`/desk/api/timeline/${id}`)).status).toBe(404);
    expect((await lines(await people.as(people.ines))).map((line) => line.id)).toEqual([id]);
  });

  it('an outside reader sees only what was sealed to her because nobody of ours was left', async () => {
    await using here = await world();
    const people = await cast(here);
    await amalTells(here);
    const both = [people.ines.reader.id, people.omar.reader.id];
    const { id } = await amalTells(here, { worksWithUs: 'yes', leaveOut: both });
    await here.settle();
    const layla = await people.as(people.layla);
    expect((await lines(layla)).map((line) => line.id)).toEqual([id]);
    await layla.post('/desk/api/claim', { report: id });
    expect((await layla.post('/desk/api/open', { report: id })).status).toBe(200);
    expect((await lines(await people.as(people.ines))).map((line) => line.id)).not.toContain(id);
  });

  it('an organiser is refused at every route of a report', async () => {
    await using here = await world();
    const people = await cast(here);
    const { id } = await amalTells(here);
    await here.settle();
    const salma = await people.as(people.salma);
    const body = toBase64url(concat(utf8('age-encryption.org/v1\n')));
    const asks: [string, object][] = [
      ['claim', {}],
      ['release', {}],
      ['open', {}],
      ['reopen', {}],
      ['hold', { until: '2026-12-01' }],
      ['close', { reason: 'no_answer' }],
      ['mark', { marks: [] }],
      ['note', { number: 1, body }],
      ['reply', { number: 1, body }],
      ['reseal', { secret: body, readers: ['x'] }],
      ['reseal/secrets', {}],
      ['reports', {}],
    ];
    for (const [path, more] of asks) {
      expect([path, (await salma.post(`/desk/api/${path}`, { report: id, ...more })).status]).toEqual([
        path,
        403,
      ]);
    }
    for (const path of ['inbox', 'reseal', `timeline/${id}`]) {
      expect([path, (await salma.get(`/desk/api/${path}`)).status]).toEqual([path, 403]);
    }
    const { rows } = await sql<{ what: string }>`select what from report_event`.execute(here.database.db);
    expect(rows.map(({ what }) => what)).toEqual(['received']);
  });

  it('a withdrawn report leaves nothing in any table but its tombstone', async () => {
    await using here = await world();
    const people = await cast(here);
    const { id } = await amalTells(here, { soon: 'now' });
    await here.settle();
    const ines = await people.as(people.ines);
    const body = toBase64url(concat(utf8('age-encryption.org/v1\n')));
    for (const [path, more] of [
      ['claim', {}],
      ['open', {}],
      ['note', { number: 1, body }],
      ['reply', { number: 1, body }],
      ['mark', { marks: ['under_18'] }],
    ] as const) {
      expect((await ines.post(`/desk/api/${path}`, { report: id, ...more })).status).toBe(200);
    }
    expect(await tablesWith(here, id)).toEqual([
      'arrival',
      'inbox',
      'report',
      'report_event',
      'report_item',
      'report_reply',
      'report_secret',
    ]);
    const gone = { report: id, day: '2026-11-22', signer: 's', signature: 's' };
    await here.database.db.transaction().execute((tx) => reportWriter(tx).bury(gone));
    expect(await tablesWith(here, id)).toEqual(['tombstone']);
    expect((await ines.post('/desk/api/open', { report: id })).status).toBe(404);
    expect(await lines(ines)).toEqual([]);
  });
});

/** Every table, the queue's too, in which some row says this text. */
async function tablesWith({ database: { db } }: TestWorld, text: string): Promise<string[]> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(db);
  const found: string[] = [];
  for (const { schema, name } of rows) {
    const table = sql.table(`${schema}.${name}`);
    const held = await sql`select 1 from ${table} as t where t::text like ${`%${text}%`} limit 1`.execute(db);
    if (held.rows.length > 0) found.push(name);
  }
  return found.sort();
}
