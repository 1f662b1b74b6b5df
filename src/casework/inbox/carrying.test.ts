import { describe, expect, it } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { amalTells, cast } from '../../../test/cast.ts';
import { withdraws } from '../../../test/withdrawing.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { capacity } from './capacity.ts';
import { countCarried } from './carrying.ts';
import { type Carrying, isAway, noRoom } from './carrying-model.ts';
import type { CarryingLine } from './carrying-wire.ts';

const today = '2026-11-23';
const here: Carrying = { most: null, away: null, carried: 0, here: today };

describe('room', () => {
  it('is there while one person who is here has no limit, or has not reached it', () => {
    const full = { ...here, most: 3, carried: 3 };
    expect(noRoom([], today)).toBe(null);
    expect(noRoom([full, here], today)).toBe(null);
    expect(noRoom([full, { ...full, carried: 2 }], today)).toBe(null);
    expect(noRoom([full, { ...full, most: 0, carried: 0 }], today)).toEqual({ because: 'full' });
    expect(noRoom([full, { ...here, away: today }], today)).toEqual({ because: 'full' });
  });

  it('is not there while everybody is away, and names the first day somebody said to be back', () => {
    const until = (away: string) => ({ ...here, away });
    const both = [until('2026-11-30'), until('2026-11-25')];
    expect(noRoom(both, today)).toEqual({ because: 'away', back: '2026-11-26' });
    expect(noRoom(both, '2026-11-26')).toBe(null);
    expect(noRoom([{ ...here, here: '2026-11-18' }], today)).toEqual({ because: 'away', back: null });
    expect(noRoom([{ ...here, here: '2026-11-19' }], today)).toBe(null);
  });

  it('waits for somebody who was away until yesterday, and not for ever', () => {
    const back = { away: '2026-11-20', here: '2026-10-01' };
    expect([isAway(back, '2026-11-24'), isAway(back, '2026-11-25')]).toEqual([false, true]);
    expect(isAway({ away: null, here: null }, today)).toBe(false);
  });
});

const needsOf = ({ database, clock, installation }: TestWorld) => ({ db: database.db, clock, installation });
const because = async (stage: TestWorld) => (await capacity(needsOf(stage))).because;

describe('what one person carries', () => {
  it('is said by that person or an organiser, and how much it is now is told to that person alone', async () => {
    await using stage = await world();
    const people = await cast(stage);
    const [ines, omar, salma] = [
      await people.as(people.ines),
      await people.as(people.omar),
      await people.as(people.salma),
    ];
    // Omar is left out: not even a count may show him that there is a report.
    const { id } = await amalTells(stage, { worksWithUs: 'yes', leaveOut: [people.omar.reader.id] });
    await stage.settle();
    await ines.post('/desk/api/claim', { report: id });
    const say = (from: typeof ines, who: string, said: object) =>
      from.post('/desk/api/carrying', { id: who, most: 5, away: null, ...said });
    expect((await say(ines, people.ines.id, {})).status).toBe(200);
    expect((await say(omar, people.ines.id, {})).status).toBe(403);
    expect((await say(salma, people.omar.id, { most: 0, away: '2026-11-30' })).status).toBe(200);
    expect((await say(salma, people.salma.id, {})).status).toBe(404);
    expect((await say(salma, people.layla.id, {})).status).toBe(404);
    for (const away of ['2026-11-21', '2028-01-01']) {
      expect((await say(salma, people.omar.id, { away })).json()).toMatchObject({ code: 'away_day' });
    }
    for (const most of [-1, 501, 1.5, '3'])
      expect((await say(ines, people.ines.id, { most })).status).toBe(422);
    const layla = await people.as(people.layla);
    for (const other of [layla, browse(stage)]) {
      expect([401, 403]).toContain((await other.get('/desk/api/carrying')).status);
    }
    const lines = async (from: typeof ines) => (await from.get('/desk/api/carrying')).json<CarryingLine[]>();
    const base = { away: null, unseen: false };
    expect(await lines(ines)).toEqual([{ ...base, id: people.ines.id, name: 'Ines', most: 5, carries: 1 }]);
    expect(await lines(omar)).toMatchObject([{ name: 'Omar', most: 0, away: '2026-11-30', carries: 0 }]);
    expect((await lines(salma)).map(({ name, carries }) => [name, carries])).toEqual([
      ['Ines', null],
      ['Omar', null],
    ]);
  });

  it('stops at what that person takes on, but never for what could happen again soon', async () => {
    await using stage = await world();
    const people = await cast(stage);
    const ines = await people.as(people.ines);
    const [first, second] = [await amalTells(stage), await amalTells(stage)];
    const soon = await amalTells(stage, { soon: 'now' });
    await stage.settle();
    await ines.post('/desk/api/carrying', { id: people.ines.id, most: 1, away: null });
    const claim = async (report: string) => (await ines.post('/desk/api/claim', { report })).json<object>();
    expect(await claim(first.id)).toMatchObject({ state: 'claimed' });
    expect(await claim(first.id)).toMatchObject({ state: 'claimed' });
    expect(await claim(second.id)).toMatchObject({ code: 'carries_most', params: { n: 1 } });
    expect(await claim(soon.id)).toMatchObject({ state: 'claimed' });
    for (const { id } of [soon, first]) {
      await ines.post('/desk/api/close', { report: id, reason: 'done_with_her' });
    }
    expect(await claim(second.id)).toMatchObject({ state: 'claimed' });
    const again = await ines.post('/desk/api/reopen', { report: first.id });
    expect(again.json()).toMatchObject({ code: 'carries_most' });

    // Of three at the same moment one is taken.
    await ines.post('/desk/api/release', { report: second.id });
    const told = [second, await amalTells(stage), await amalTells(stage)];
    await stage.settle();
    const heard = await Promise.all(told.map(({ id: report }) => ines.post('/desk/api/claim', { report })));
    expect(heard.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });
});

describe('what a colleague holds who is away', () => {
  it('is taken over by who may read it, and by nobody while that colleague is here', async () => {
    await using stage = await world();
    const people = await cast(stage);
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    const told = await amalTells(stage);
    const without = await amalTells(stage, { worksWithUs: 'yes', leaveOut: [people.omar.reader.id] });
    await stage.settle();
    const claim = async (from: typeof ines, report: string) =>
      (await from.post('/desk/api/claim', { report })).json<object>();
    for (const { id } of [told, without]) await claim(ines, id);
    expect(await claim(omar, told.id)).toMatchObject({ code: 'claimed_by_other', params: { name: 'Ines' } });
    await ines.post('/desk/api/carrying', { id: people.ines.id, most: null, away: '2026-11-30' });
    const { lines } = (await omar.get('/desk/api/inbox')).json<{ lines: object[] }>();
    expect(lines).toMatchObject([{ id: told.id, claimedBy: { name: 'Ines', away: true } }]);
    expect(await claim(omar, without.id)).toMatchObject({ code: 'report_not_here' });
    const taken = { claimedBy: { name: 'Omar', away: false } };
    expect(await claim(omar, told.id)).toMatchObject(taken);
    expect(await claim(ines, told.id)).toMatchObject({ code: 'claimed_by_other', params: { name: 'Omar' } });
    expect((await ines.post('/desk/api/open', { report: told.id })).json()).toMatchObject({
      code: 'claim_first',
    });
  });
});

describe('the intake', () => {
  it('says by itself that everybody is full, and takes it back, with the week and never with one report', async () => {
    // A Wednesday.
    await using stage = await world({ now: '2026-11-25T10:00:00Z', staging: { allowances: 'none' } });
    const people = await cast(stage);
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    await ines.post('/desk/api/carrying', { id: people.ines.id, most: 1, away: null });
    await omar.post('/desk/api/carrying', { id: people.omar.id, most: 0, away: null });
    await countCarried(needsOf(stage));
    const page = async () => (await browse(stage).get('/en/report')).text;
    const before = await page();
    const told = await amalTells(stage);
    await stage.settle();
    await ines.post('/desk/api/claim', { report: told.id });
    await countCarried(needsOf(stage));
    expect([await because(stage), await page()]).toEqual([null, before]);

    stage.clock.set('2026-11-30T09:00:00Z');
    await people.as(people.ines);
    await countCarried(needsOf(stage));
    expect(await because(stage)).toBe('full');
    const full = await page();
    expect(full).toContain('What could happen again soon is still read first');
    expect(await withdraws(stage, told)).toBe(200);
    await countCarried(needsOf(stage));
    expect(await page()).toBe(full);

    stage.clock.set('2026-12-03T09:00:00Z');
    await people.as(people.ines);
    stage.clock.set('2026-12-07T09:00:00Z');
    await countCarried(needsOf(stage));
    expect(await because(stage)).toBe(null);
  });

  it('says at once that nobody is here, also when nobody said so, and is open again when somebody comes', async () => {
    await using stage = await world();
    const people = await cast(stage);
    let [salma] = [await people.as(people.salma), await people.as(people.ines), await people.as(people.omar)];
    const away = (id: string, day: string | null) =>
      salma.post('/desk/api/carrying', { id, most: null, away: day });
    await away(people.ines.id, '2026-11-26');
    expect(await because(stage)).toBe(null);
    await away(people.omar.id, '2026-11-24');
    expect(await capacity(needsOf(stage))).toMatchObject({
      state: 'urgent',
      because: 'away',
      back: '2026-11-25',
    });
    expect((await browse(stage).get('/en/report')).text).toContain('before 25 November 2026');
    // It is still sent, and kept.
    await amalTells(stage);
    await away(people.omar.id, null);
    expect(await because(stage)).toBe(null);
    stage.clock.set('2026-12-05T09:00:00Z');
    expect(await capacity(needsOf(stage))).toMatchObject({ because: 'away', back: null });
    await people.as(people.omar);
    expect(await because(stage)).toBe(null);

    salma = await people.as(people.salma);
    // Somebody's own word stands above all of it.
    await away(people.omar.id, '2026-12-31');
    await away(people.ines.id, '2026-12-31');
    await salma.post('/desk/api/capacity', { state: 'closed', until: '2026-12-20' });
    expect(await capacity(needsOf(stage))).toMatchObject({ state: 'closed', because: null });
  });
});
