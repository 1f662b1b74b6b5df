import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { changes } from './index.ts';

/** A busy machine takes its time to connect again. */
const patiently = { timeout: 10_000 };

const said = (db: Awaited<ReturnType<typeof testDatabase>>['db']) =>
  sql`insert into body (id, kind, name_en, name_ar, public_duty) values ('trams', 'operator', 'Trams', 'ترام', true)
    on conflict (id) do update set kind = excluded.kind`.execute(db);

it('hears of a commit, and of nothing that was rolled back', async () => {
  await using database = await testDatabase();
  await using heard = await changes(database.url, 'upstander_public');
  const before = heard.at();
  await heard.caughtUp();
  expect(heard.at()).toBe(before);
  await said(database.db);
  await heard.caughtUp();
  const after = heard.at();
  expect(after).not.toBe(before);
  await database.db
    .transaction()
    .execute(async (tx) => {
      await said(tx);
      throw new Error('not so');
    })
    .catch(() => {});
  await heard.caughtUp();
  expect(heard.at()).toBe(after);
});

it('knows nothing while its connection is gone, and counts what happened meanwhile as a change', async () => {
  await using database = await testDatabase();
  await using heard = await changes(database.url, 'upstander_public');
  const before = heard.at();
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'upstander changes' and datname = current_database()`.execute(database.db);
  await expect.poll(() => heard.at() !== before, patiently).toBe(true);
  await said(database.db);
  await expect.poll(() => heard.at(), patiently).not.toBeNull();
  expect(heard.at()).not.toBe(before);
  const again = heard.at();
  await said(database.db);
  await heard.caughtUp();
  expect(heard.at()).not.toBe(again);
});

it('tells nothing of reports', async () => {
  await using database = await testDatabase();
  const { rows } = await sql<{ name: string }>`
    select distinct event_object_table as name from information_schema.triggers
      where trigger_name = 'public_changed' order by 1`.execute(database.db);
  expect(rows.map(({ name }) => name).filter((name) => /report|word|inbox|wrap/.test(name))).toEqual([]);
});
