import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Browser } from '../../../test/browse.ts';
import { amalTells, type Cast, cast } from '../../../test/cast.ts';
import { type TestWorld, type WorldOptions, world } from '../../../test/world.ts';
import { fromBase64url, openSecret, sealItem, toBase64url, utf8 } from '../../platform/keys/index.ts';
import type { InboxAnswer, InboxLine, OpenedReport, TimelineLine } from '../wire.ts';

async function office(options: WorldOptions = {}): Promise<{ here: TestWorld; people: Cast }> {
  const here = await world(options);
  return { here, people: await cast(here) };
}

const lines = async (browser: Browser) =>
  (await browser.get('/desk/api/inbox')).json<{ lines: InboxLine[] }>().lines;
const code = (heard: Awaited<ReturnType<Browser['get']>>) => heard.json<{ code: string }>().code;

describe('the inbox', () => {
  it('lists as many as asked for and says how many more there are', async () => {
    const { here, people } = await office();
    await using _ = here;
    for (let n = 0; n < 3; n++) await amalTells(here);
    await here.settle();
    const ines = await people.as(people.ines);
    const asked = async (query: string) => (await ines.get(`/desk/api/inbox${query}`)).json<InboxAnswer>();
    const two = await asked('?most=2');
    expect([two.lines.length, two.more]).toEqual([2, 1]);
    const all = await asked('');
    expect([all.lines.length, all.more]).toEqual([3, 0]);
    expect(two.lines).toEqual(all.lines.slice(0, 2));
    expect((await ines.get('/desk/api/inbox?most=none')).status).toBe(422);
  });

  it('holds what was received, `soon` first, then the oldest promise, and no story', async () => {
    const { here, people } = await office();
    await using _ = here;
    const first = await amalTells(here);
    here.clock.pass({ days: 2 });
    const second = await amalTells(here);
    const urgent = await amalTells(here, { soon: 'knows_where' });
    await here.settle();
    const ines = await people.as(people.ines);
    const inbox = await lines(ines);
    expect(inbox.map(({ id }) => id)).toEqual([urgent.id, first.id, second.id]);
    expect(inbox[0]).toMatchObject({ soon: true, state: 'new', due: '2026-11-25', over: false });
    expect(inbox[1]).toMatchObject({ due: '2026-11-29', arrived: '2026-11-22', waitingForUs: true });
    expect(JSON.stringify(inbox)).not.toContain('followed me from');
  });

  it('files a report once, however often it hears of it, and forgets it with the report', async () => {
    const { here, people } = await office();
    await using _ = here;
    const { id } = await amalTells(here);
    await here.settle();
    const { db } = here.database;
    await sql`insert into outbox (event, subject) values ('report.received', ${id})`.execute(db);
    await here.settle();
    expect(await lines(await people.as(people.ines))).toHaveLength(1);
    await sql`delete from report where id = ${id}`.execute(db);
    await sql`insert into outbox (event, subject) values ('report.received', ${id})`.execute(db);
    await here.settle();
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from inbox`.execute(db);
    expect(rows[0]?.n).toBe(0);
  });

  it('says a promise is over: a day for a usual report, 24 hours for an urgent one', async () => {
    const { here, people } = await office();
    await using _ = here;
    await amalTells(here, { soon: 'now' });
    await amalTells(here);
    await here.settle();
    here.clock.pass({ hours: 23 });
    const ines = await people.as(people.ines);
    expect((await lines(ines)).map(({ over }) => over)).toEqual([false, false]);
    here.clock.pass({ hours: 2 });
    expect((await lines(ines)).map(({ over }) => over)).toEqual([true, false]);
  });
});

describe('claiming', () => {
  it('gives a report to one of two who claim it at once, and tells the other by name', async () => {
    const { here, people } = await office();
    await using _ = here;
    const { id } = await amalTells(here);
    await here.settle();
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    for (let round = 0; round < 5; round++) {
      const both = await Promise.all([ines, omar].map((one) => one.post('/desk/api/claim', { report: id })));
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const winner = both[0]?.status === 200 ? 'Ines' : 'Omar';
      const loser = both.find(({ status }) => status === 409);
      expect(loser?.json()).toMatchObject({ code: 'claimed_by_other', params: { name: winner } });
      await (winner === 'Ines' ? ines : omar).post('/desk/api/release', { report: id });
    }
  });

  it('is needed before anything is handed out or decided', async () => {
    const { here, people } = await office();
    await using _ = here;
    const { id } = await amalTells(here);
    await here.settle();
    const ines = await people.as(people.ines);
    const omar = await people.as(people.omar);
    await omar.post('/desk/api/claim', { report: id });
    for (const [path, body] of [
      ['open', {}],
      ['release', {}],
      ['hold', { until: '2026-12-01' }],
      ['resume', {}],
      ['close', { reason: 'no_answer' }],
      ['mark', { marks: ['under_18'] }],
    ] as const) {
      const refused = await ines.post(`/desk/api/${path}`, { report: id, ...body });
      expect([path, refused.status, code(refused)]).toEqual([path, 403, 'claim_first']);
    }
  });

  it('can be done twice by the same person and is told once', async () => {
    const { here, people } = await office();
    await using _ = here;
    const { id } = await amalTells(here);
    await here.settle();
    const ines = await people.as(people.ines);
    await ines.post('/desk/api/claim', { report: id });
    await ines.post('/desk/api/claim', { report: id });
    const { events } = (await ines.get(`/desk/api/timeline/${id}`)).json<{ events: TimelineLine[] }>();
    expect(events.map(({ what, who }) => [what, who])).toEqual([
      ['received', null],
      ['claimed', 'Ines'],
    ]);
  });
});

describe('opening', () => {
  it('hands out ciphertext that her key opens, and writes every hand-out to the timeline', async () => {
    const { here, people } = await office();
    await using _ = here;
    const { id } = await amalTells(here);
    await here.settle();
    const ines = await people.as(people.ines);
    await ines.post('/desk/api/claim', { report: id });
    const opened = (await ines.post('/desk/api/open', { report: id })).json<OpenedReport>();
    const place = { installation: here.installation.id, report: id };
    const identity = await openSecret(fromBase64url(opened.secret), people.ines.keys.identity, place);
    expect(identity).toMatch(/^AGE-SECRET-KEY-1/);
    expect(opened.items.map(({ name }) => name)).toEqual(['told']);
    expect(opened.readers).toEqual([people.ines.reader.id, people.omar.reader.id]);
    expect(opened).toMatchObject({ nextReply: 1, nextNote: 1, consentsNumber: 1 });

    await ines.post('/desk/api/open', { report: id });
    const omar = await people.as(people.omar);
    const { events } = (await omar.get(`/desk/api/timeline/${id}`)).json<{ events: TimelineLine[] }>();
    expect(events.map(({ what }) => what)).toEqual(['received', 'claimed', 'opened', 'opened']);
    expect(events.at(-1)).toEqual({ day: '2026-11-22', what: 'opened', who: 'Ines' });
  });

  it('leaves no time of the report finer than a day in any table', async () => {
    const { here, people } = await office({ now: '2026-11-22T10:07:31Z' });
    await using _ = here;
    const { id } = await amalTells(here, { soon: 'now' });
    await here.settle();
    const ines = await people.as(people.ines);
    const { db } = here.database;
    expect(await timesOf(here)).toEqual(['inbox.urgent_due', 'report.arrived_minute']);
    await ines.post('/desk/api/claim', { report: id });
    await ines.post('/desk/api/open', { report: id });
    expect(await timesOf(here)).toEqual([]);
    const { rows } = await sql<{ days: number; times: number }>`select days, times from wait_sample`.execute(
      db,
    );
    expect(rows).toEqual([{ days: 0, times: 1 }]);
  });
});

/** Columns with a time in a table that knows the report's id, and hold one. */
async function timesOf({ database: { db } }: TestWorld): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type like 'timestamp%'
      and table_name in (select table_name from information_schema.columns
                         where column_name = 'report' or table_name = 'report')`.execute(db);
  const found: string[] = [];
  for (const { table, column } of rows) {
    const held = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(
      db,
    );
    if (held.rows.length > 0) found.push(`${table}.${column}`);
  }
  return found.sort();
}

describe('working on a report', () => {
  it('keeps notes and replies under numbers that are never used twice', async () => {
    const { here, people } = await office();
    await using _ = here;
    const { id, submission } = await amalTells(here);
    await here.settle();
    const ines = await people.as(people.ines);
    await ines.post('/desk/api/claim', { report: id });
    const sealed = async (item: string) =>
      toBase64url(
        await sealItem({ installation: here.installation.id, report: id, item, content: utf8('sealed') }, [
          submission.recipient,
        ]),
      );
    const write = async (kind: 'note' | 'reply', number: number) =>
      ines.post(`/desk/api/${kind}`, { report: id, number, body: await sealed(`${kind}-${number}`) });
    expect((await write('reply', 1)).status).toBe(200);
    expect(code(await write('reply', 1))).toBe('number_taken');
    expect((await write('reply', 2)).status).toBe(200);
    expect((await write('note', 1)).status).toBe(200);
    const opened = (await ines.post('/desk/api/open', { report: id })).json<OpenedReport>();
    expect(opened.replies.map(({ number, author }) => [number, author])).toEqual([
      [1, 'Ines'],
      [2, 'Ines'],
    ]);
    expect(opened.items.map(({ name }) => name)).toEqual(['told', 'note-1']);
    expect(opened).toMatchObject({ nextReply: 3, nextNote: 2 });
    expect(code(await ines.post('/desk/api/note', { report: id, number: 2, body: 'bm90IGFnZQ' }))).toBe(
      'unreadable',
    );
  });

  it('holds until a later day, closes with a reason that is never "false", and reopens', async () => {
    const { here, people } = await office();
    await using _ = here;
    const { id } = await amalTells(here);
    await here.settle();
    const ines = await people.as(people.ines);
    const does = (path: string, body = {}) => ines.post(`/desk/api/${path}`, { report: id, ...body });
    await does('claim');
    expect(code(await does('hold', { until: '2026-11-22' }))).toBe('hold_day');
    expect((await does('hold', { until: '2026-12-01' })).json()).toMatchObject({
      state: 'held',
      due: '2026-12-01',
    });
    expect((await does('resume')).json()).toMatchObject({
      state: 'claimed',
      waitingForUs: true,
      due: '2026-11-29',
    });
    await does('hold', { until: '2026-12-01' });
    here.clock.pass({ days: 9 });
    const again = await people.as(people.ines);
    expect((await lines(again))[0]).toMatchObject({ state: 'claimed' });
    for (const reason of ['false', 'lie', '']) {
      expect((await again.post('/desk/api/close', { report: id, reason })).status).toBe(422);
    }
    const closed = await again.post('/desk/api/close', { report: id, reason: 'asked_for' });
    expect(closed.json()).toMatchObject({
      state: 'closed',
      claimedBy: null,
      waitingForUs: false,
      closeReason: 'asked_for',
    });
    expect(code(await again.post('/desk/api/claim', { report: id }))).toBe('report_closed');
    expect((await again.post('/desk/api/reopen', { report: id })).json()).toMatchObject({
      state: 'claimed',
      claimedBy: { name: 'Ines' },
    });
  });

  it('comes back to the inbox when she adds something after it was closed', async () => {
    const { here, people } = await office();
    await using _ = here;
    const { id } = await amalTells(here);
    await here.settle();
    const ines = await people.as(people.ines);
    for (const [path, body] of [
      ['claim', {}],
      ['open', {}],
      ['close', { reason: 'done_with_her' }],
    ] as const) {
      expect((await ines.post(`/desk/api/${path}`, { report: id, ...body })).status).toBe(200);
    }
    await sql`insert into outbox (event, subject) values ('report.added', ${id})`.execute(here.database.db);
    await here.settle();
    expect((await lines(ines))[0]).toMatchObject({ state: 'new', waitingForUs: true, due: '2026-11-29' });
  });
});
