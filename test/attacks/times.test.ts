/** A court order, a thief, a restored copy: after the first opening nothing says when in the day a report came. */
import { expect, test } from 'vitest';
import { amalTells, cast } from '../cast.ts';
import { world } from '../world.ts';
import { everyCell, holding } from './tables.ts';

/** 13:37 in Cairo, 11:37 in UTC; nothing else happens at that minute. */
const told = '2026-11-20T11:37:21Z';

test('the minute a report arrived is kept until it is first opened, and then in no table', async () => {
  await using here = await world({ now: '2026-11-20T06:00:00Z' });
  const people = await cast(here);
  const { db } = here.database;

  here.clock.set(told);
  const { id } = await amalTells(here, { soon: 'now' });
  await here.settle();
  const before = holding(await everyCell(db), ['11:37', '13:37']);
  expect(before).toContain('report.arrived_minute');
  for (const place of before) expect(place).toMatch(/^(report\.arrived_minute|inbox\.urgent_due)$/);

  here.clock.set('2026-11-21T08:00:00Z');
  const ines = await people.as(people.ines);
  expect((await ines.post('/desk/api/claim', { report: id })).status).toBe(200);
  expect((await ines.post('/desk/api/open', { report: id })).status).toBe(200);
  await here.settle();
  expect(holding(await everyCell(db), ['11:37', '13:37', '11.37', '1137'])).toEqual([]);
});

test('every column that could hold a time of day, in a table about reports, is empty after the first opening', async () => {
  await using here = await world({ now: told });
  const people = await cast(here);
  const { id } = await amalTells(here, { soon: 'knows_where' });
  await here.settle();
  const ines = await people.as(people.ines);
  await ines.post('/desk/api/claim', { report: id });
  await ines.post('/desk/api/open', { report: id });
  await here.settle();
  const cells = await everyCell(here.database.db);
  const aboutReports = new Set(cells.filter(({ value }) => value.includes(id)).map(({ table }) => table));
  expect([...aboutReports].sort()).toEqual([
    'arrival',
    'inbox',
    'report',
    'report_event',
    'report_item',
    'report_secret',
  ]);
  const times = cells.filter(({ table, type }) => aboutReports.has(table) && /^time/.test(type));
  expect(times.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
});

test('ids do not tell in which order reports came', async () => {
  await using here = await world();
  await cast(here);
  const ids: string[] = [];
  for (let n = 0; n < 8; n++) ids.push((await amalTells(here)).id);
  expect(ids.every((id) => /^[\w-]{22}$/.test(id))).toBe(true);
  expect(ids).not.toEqual(ids.toSorted());
});
