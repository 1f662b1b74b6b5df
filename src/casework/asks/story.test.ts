import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, city, draft, drafts, missing, reads, sends, tells } from '../../../test/asking.ts';
import type { TimelineLine } from '../wire.ts';
import type { Asks, Groups, OneAsk } from './wire.ts';

let here: City;
beforeAll(async () => {
  here = await city();
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const code = (heard: { json<A>(): A }) => heard.json<{ code: string }>().code;
const refused = (heard: { status: number; json<A>(): A }) => [heard.status, code(heard)];

describe('Ines asks the trams', () => {
  test('three who agree are suggested as a group; the ask is drafted, looked at and sent', async () => {
    const told = [await tells(here), await tells(here), await tells(here)];
    const { groups } = (await here.ines.get('/desk/api/asks/groups')).json<Groups>();
    const group = groups.find(({ about }) => 'place' in about && about.place === 'tram-1');
    expect(group?.reports.map(({ report }) => report).sort()).toEqual(told.map(({ id }) => id).sort());
    expect(group?.bodies[0]).toMatchObject({ id: 'zaytara-trams', why: 'line' });
    expect(group?.reports.every(({ may }) => may['zaytara-trams'] === 'yes')).toBe(true);
    expect(group).toMatchObject({ kinds: ['followed'], from: '2026-11', to: '2026-11' });
    expect(JSON.stringify(groups)).not.toContain('followed me from');

    const one = await drafts(here.ines, told);
    expect(missing(one)).toEqual([]);
    expect([one.verdict, one.may, one.signed.length]).toEqual([
      'send',
      ['redraft', 'send', 'stop', 'discard'],
      3,
    ]);
    expect(one.page).toMatchObject({
      standing: 'waiting',
      sent: '2026-11-22',
      body: { id: 'zaytara-trams' },
    });

    const sent = (await sends(here.ines, one)).json<OneAsk>();
    expect(sent.line).toMatchObject({
      state: 'sent',
      standing: 'waiting',
      sent: '2026-11-22',
      due: '2026-12-20',
    });
    expect(sent.page?.asked.map(({ en }) => en)).toEqual([
      'Staff on the spot every evening until the last service',
      'Light that works, here and on the way here',
    ]);
    expect(sent.events.map(({ what }) => what)).toEqual(['drafted', 'sent']);
    const [first] = told;
    const way = (await here.omar.get(`/desk/api/timeline/${first?.id}`)).json<{ events: TimelineLine[] }>();
    expect(way.events.at(-1)).toEqual({ day: '2026-11-22', what: 'sent_to', who: 'Ines' });
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from mail where ask = ${sent.line.id}`.execute(here.here.database.db);
    expect(rows).toEqual([{ n: 1 }]);
    const again = (await here.ines.get('/desk/api/asks/groups')).json<Groups>();
    expect(again.leftOut.filter(({ why }) => why === 'asked_already')).toHaveLength(3);
  });

  test('the same body is not asked about the same place while that is open', async () => {
    const one = await drafts(here.ines, [await tells(here), await tells(here), await tells(here)]);
    expect(missing(one)).toEqual(['open_already open', 'recently asked']);
    const heard = await sends(here.ines, one);
    expect(refused(heard)).toEqual([422, 'ask_checks']);
    expect(heard.text).toContain('One thing at a time');
  });
});

describe('what is missing is said, with what helps', () => {
  const at = { where: { place: 'ferry-landing' } } as const;
  const ferries = { body: 'harbour-ferries', about: { place: 'ferry-landing' } };

  test('two are too few, until each has said yes to this very body', async () => {
    const two = [await tells(here, at), await tells(here, { ...at, ask: 'each_time' })];
    const one = await drafts(here.ines, two, ferries);
    expect(missing(one)).toEqual(['consents ask_her', 'enough few']);
    for (const { id } of two) {
      const asked = { report: id, body: 'harbour-ferries' };
      expect((await here.ines.post('/desk/api/asks/question', asked)).json()).toMatchObject({ said: null });
      expect((await here.omar.post('/desk/api/asks/question', asked)).status).toBe(200);
    }
    for (const teller of two) expect(await teller.says('harbour-ferries', 'yes')).toBe(200);
    const now = (await here.ines.get(`/desk/api/asks/${one.line.id}`)).json<OneAsk>();
    expect([now.verdict, missing(now)]).toEqual(['send', []]);
    expect(now.signed.map(({ word }) => word?.said)).toEqual(['yes', 'yes']);
  });

  test('a report nobody has opened, one of under 18, and a name in our words', async () => {
    const unread = await tells(here, at);
    await sql`update inbox set opened = false where report = ${unread.id}`.execute(here.here.database.db);
    const minor = await tells(here, at);
    await reads(here.ines, minor.id, ['under_18']);
    const words = { en: 'Ask Mr. Karim Adel on Monday', ar: 'اسألوا الأستاذ كريم' };
    const one = await drafts(here.ines, [unread, minor], { ...ferries, words });
    expect(missing(one)).toEqual([
      'read unread',
      'enough few',
      'minors alone',
      'personal found',
      'risk found',
    ]);
    const found = one.checks.find(({ check }) => check === 'personal');
    expect(found?.spans.map(({ language, text }) => [language, text])).toEqual([
      ['en', 'Mr. Karim Adel'],
      ['ar', 'الأستاذ كريم'],
    ]);
  });

  test('where the person works there it goes above, coarser, and Omar signs too', async () => {
    const told = [
      await tells(here, { ...at, ask: 'above_too' }),
      await tells(here, { ...at, ask: 'above_too' }),
    ];
    told.push(await tells(here, { ...at, ask: 'above_too' }));
    for (const { id } of told) await reads(here.ines, id, ['above_office']);
    const office = await drafts(here.ines, told, ferries);
    expect(missing(office)).toEqual(['consents no', 'works_there office']);
    const change = async (changes: object) =>
      (
        await here.ines.post('/desk/api/asks/redraft', {
          ask: office.line.id,
          version: (await here.ines.get(`/desk/api/asks/${office.line.id}`)).json<OneAsk>().version,
          draft: { ...draft, ...ferries, body: 'transport-board', ...changes },
          reports: told.map(({ id }) => id),
        })
      ).json<OneAsk>();
    expect(missing(await change({}))).toEqual(['works_there finer']);
    const area = { about: { area: 'old-harbour' } };
    expect(missing(await change(area))).toEqual(['works_there months']);
    const coarse = await change({ ...area, from: '2026-09' });
    expect([missing(coarse), coarse.verdict]).toEqual([['works_there above'], 'second']);
    expect(refused(await sends(here.ines, coarse))).toEqual([422, 'ask_checks']);
    const own = { ask: coarse.line.id, version: coarse.version };
    expect(refused(await here.ines.post('/desk/api/asks/second', own))).toEqual([403, 'second_is_first']);
    const toRead = async (who: City['ines']) =>
      (await who.get('/desk/api/asks')).json<Asks>().tasks.filter(({ what }) => what === 'second');
    expect(await toRead(here.ines)).toEqual([]);
    expect(await toRead(here.omar)).toMatchObject([{ ask: own.ask }]);
    const seconded = (await here.omar.post('/desk/api/asks/second', own)).json<OneAsk>();
    expect([seconded.verdict, seconded.line.secondBy]).toEqual(['send', here.people.omar.id]);
    expect(await toRead(here.omar)).toEqual([]);
    expect((await sends(here.omar, seconded)).json<OneAsk>().line.state).toBe('sent');
  });

  test('a body without a mail address gets the printed letter', async () => {
    const there = { where: { place: 'lantern-square' } } as const;
    const told = [await tells(here, there), await tells(here, there), await tells(here, there)];
    const one = await drafts(here.ines, told, { body: 'lantern-shops', about: { place: 'lantern-square' } });
    expect(missing(one)).toEqual([]);
    expect(refused(await sends(here.ines, one, 'mail'))).toEqual([422, 'ask_checks']);
    const sent = (await sends(here.ines, one, 'letter')).json<OneAsk>();
    expect(sent.events.at(-1)?.note).toEqual({ why: 'letter' });
  });
});

describe('two who work on one ask', () => {
  test('hear who changed what, and nothing is overwritten', async () => {
    const one = await drafts(here.ines, [await tells(here)]);
    const change = (by: City['ines'], version: number, changes: object) =>
      by.post('/desk/api/asks/redraft', {
        ask: one.line.id,
        version,
        draft: { ...one.draft, ...changes },
        reports: one.behind.map(({ report }) => report),
      });
    const omars = (await change(here.omar, one.version, { wishes: ['sign'] })).json<OneAsk>();
    expect(omars.draft.wishes).toEqual(['sign']);
    const late = await change(here.ines, one.version, { kinds: ['stared'] });
    expect(refused(late)).toEqual([409, 'ask_changed']);
    expect(late.json()).toMatchObject({ params: { name: 'Omar', what: 'what is asked for' } });
    const same = (await change(here.ines, omars.version, { wishes: ['sign'] })).json<OneAsk>();
    expect([same.version, same.events.length]).toEqual([omars.version, 2]);
  });

  test('of two who send at once one does', async () => {
    const at = { where: { place: 'bus-12' } } as const;
    const told = [await tells(here, at), await tells(here, at), await tells(here, at)];
    const about = { about: { place: 'bus-12' } };
    const [first, second] = [await drafts(here.ines, told, about), await drafts(here.omar, told, about)];
    const both = await Promise.all([
      sends(here.ines, first),
      sends(here.omar, second),
      sends(here.omar, first),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(both.map(({ status }) => status).sort()[2]).not.toBe(500);
    const { asks } = (await here.ines.get('/desk/api/asks')).json<Asks>();
    expect(
      asks.filter(({ about: one, state }) => 'place' in one && one.place === 'bus-12' && state === 'sent'),
    ).toHaveLength(1);
  });
});

describe('before it is sent, somebody', () => {
  const at = { where: { place: 'silk-mall' } } as const;
  const mall = { body: 'silk-mall-company', about: { place: 'silk-mall' } };
  const four = async () => [
    await tells(here, at),
    await tells(here, at),
    await tells(here, at),
    await tells(here, at),
  ];
  const now = async (one: OneAsk) => (await here.ines.get(`/desk/api/asks/${one.line.id}`)).json<OneAsk>();

  test('withdraws: it goes on without them, and is stopped where too few are left', async () => {
    const told = await four();
    const one = await drafts(here.ines, told, mall);
    expect(await told[0]?.withdraws()).toBe(200);
    await here.here.settle();
    const less = await now(one);
    expect([less.line.state, less.behind.length, less.verdict]).toEqual(['draft', 3, 'send']);
    expect(less.events.at(-1)).toMatchObject({ what: 'drafted', note: { why: 'left' } });
    expect(refused(await sends(here.ines, one))).toEqual([409, 'ask_changed']);
    expect(await told[1]?.withdraws()).toBe(200);
    await here.here.settle();
    const stopped = await now(one);
    expect([stopped.line.state, stopped.events.at(-1)?.note?.why]).toEqual(['stopped', 'withdrawn']);
    expect(refused(await sends(here.ines, stopped))).toEqual([409, 'ask_not_draft']);
  });

  test('says no: it stops under its consents', async () => {
    const told = (await four()).slice(1);
    const one = await drafts(here.ines, told, mall);
    const [amal] = told;
    await here.ines.post('/desk/api/asks/question', { report: amal?.id, body: mall.body });
    expect(await amal?.says(mall.body, 'no')).toBe(200);
    await here.here.settle();
    const stopped = await now(one);
    expect([stopped.line.state, stopped.events.at(-1)?.note?.why]).toEqual(['stopped', 'consents']);
  });
});
