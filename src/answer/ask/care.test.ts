import { describe, expect, test } from 'vitest';
import { asked, happened } from '../../../test/asks.ts';
import { testDatabase } from '../../../test/database.ts';
import type { Kysely } from '../../platform/db/index.ts';
import { addVisit, pauseAsk, resumeAsk } from './care.ts';
import { publicAsk } from './public.ts';
import { askReader } from './store.ts';
import { taskDone, tasksOf } from './tasks.ts';

const today = '2026-04-20';
const none = { bodies: new Map(), places: new Map(), areas: new Map() };
const visit = {
  by: 'omar',
  today,
  day: today,
  checker: 'Karim',
  found: 'yes',
  words: { en: '', ar: '' },
} as const;

const inOne = <R>(db: Kysely<unknown>, act: (tx: Parameters<typeof pauseAsk>[0]) => Promise<R>) =>
  db.transaction().execute(act);
const wayOf = async (db: Kysely<unknown>, id: string) => {
  const way = await askReader(db).byId(id);
  if (way === null) throw new Error(`There is no ${id}`);
  return way;
};

describe('a visit', () => {
  test('is dated, has a name, and decides whether it is kept', async () => {
    await using database = await testDatabase();
    const { db } = database;
    const ask = await asked(db, 'one', { state: 'says_kept' });
    await happened(db, ask, { day: '2026-04-01', what: 'answered' });
    expect(
      await inOne(db, (tx) => addVisit(tx, { ...visit, ask, checker: ' Karim ', day: '2026-04-18' })),
    ).toBe(1);
    const shown = publicAsk(await wayOf(db, ask), none, today);
    expect(shown?.standing).toBe('confirmed');
    expect(shown?.visits).toEqual([
      { day: '2026-04-18', checker: 'Karim', found: 'yes', words: { en: '', ar: '' } },
    ]);
    await inOne(db, (tx) => addVisit(tx, { ...visit, ask, found: 'no' }));
    expect(publicAsk(await wayOf(db, ask), none, today)?.standing).toBe('disputed');
  });

  test.each([
    ['tomorrow', { day: '2026-04-21' }, 'visit_day'],
    ['before it was sent', { day: '2026-02-28' }, 'visit_day'],
    ['by nobody', { checker: ' ' }, 'visit_checker'],
    ['in one language', { words: { en: 'The lamp is on.', ar: '' } }, 'visit_words'],
    ['with a number to call', { words: { en: 'Call 0100 123 4567.', ar: 'المصباح يعمل.' } }, 'personal_data'],
    ['that accuses', { words: { en: 'The guard is guilty.', ar: 'المصباح يعمل.' } }, 'visit_risk'],
  ])('%s is refused', async (_, change, code) => {
    await using database = await testDatabase();
    const ask = await asked(database.db, 'one', { state: 'says_kept' });
    await expect(
      inOne(database.db, (tx) => addVisit(tx, { ...visit, ask, ...change })),
    ).rejects.toMatchObject({
      code,
    });
  });
});

test('a paused ask is on no page until somebody publishes it again, and its days stay as they were', async () => {
  await using database = await testDatabase();
  const { db } = database;
  const ask = await asked(db, 'one', { due: '2026-04-29' });
  const act = { ask, by: 'ines', today };
  for (const _ of ['once', 'twice']) await inOne(db, (tx) => pauseAsk(tx, act));
  expect(publicAsk(await wayOf(db, ask), none, today)).toBeNull();
  for (const _ of ['once', 'twice']) await inOne(db, (tx) => resumeAsk(tx, act));
  const way = await wayOf(db, ask);
  expect(way.events.map(({ what }) => what)).toEqual(['paused', 'resumed']);
  const shown = publicAsk(way, none, today);
  expect([shown?.due, shown?.steps]).toEqual(['2026-04-29', []]);
});

test('a task is open until it is done, once, or until the body answers', async () => {
  await using database = await testDatabase();
  const { db } = database;
  const ask = await asked(db, 'one', { due: '2026-04-01' });
  const note = (why: string) => ({ note: { why, until: '2026-04-01' } });
  await happened(
    db,
    ask,
    { day: '2026-03-10', what: 'escalated', ...note('acknowledge') },
    { day: '2026-04-02', what: 'escalated', ...note('answer') },
  );
  const open = async () =>
    tasksOf(await wayOf(db, ask))
      .filter(({ what }) => what === 'escalated')
      .map(({ why }) => why);
  expect(await open()).toEqual(['acknowledge', 'answer']);
  for (const _ of ['once', 'twice'])
    await inOne(db, (tx) => taskDone(tx, { ask, number: 1, by: 'ines', today }));
  expect(await open()).toEqual(['answer']);
  await happened(db, ask, { day: today, what: 'answered' });
  expect(await open()).toEqual([]);
  expect((await wayOf(db, ask)).events).toHaveLength(4);
  const unknown = inOne(db, (tx) => taskDone(tx, { ask, number: 9, by: 'ines', today }));
  await expect(unknown).rejects.toMatchObject({ code: 'not_found' });
});
