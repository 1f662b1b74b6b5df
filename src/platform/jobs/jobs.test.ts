import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import type { Opened } from '../db/index.ts';
import { forget, put } from '../outbox/index.ts';
import { jobs } from './index.ts';

async function tell({ db }: Opened, event: string, subject: string): Promise<void> {
  await db.transaction().execute((tx) => put(tx, { event, subject }));
}

async function kept({ db }: Opened): Promise<{ outbox: number; queue: number }> {
  const { rows } = await sql<{ outbox: number; queue: number }>`
    select (select count(*) from outbox)::int as outbox,
           (select count(*) from pgboss.job where name not like '\\_\\_%')::int as queue`.execute(db);
  return rows[0] ?? { outbox: -1, queue: -1 };
}

describe('facts and what is done about them', () => {
  test('each fact is heard by every handler, and then no row of it is left', async () => {
    await using database = await testDatabase();
    await using work = jobs(database.db);
    const heard: string[] = [];
    work.on('report.received', async (subjects) => void heard.push(`inbox ${subjects}`));
    work.on('report.received', async (subjects) => void heard.push(`count ${subjects}`));
    await tell(database, 'report.received', 'amal');
    await tell(database, 'nobody.listens', 'amal');
    expect(heard).toEqual([]);
    await work.settle();
    expect(heard).toEqual(['inbox amal', 'count amal']);
    expect(await kept(database)).toEqual({ outbox: 0, queue: 0 });
  });

  test('a fact of a transaction that was rolled back never happened', async () => {
    await using database = await testDatabase();
    const undone = database.db.transaction().execute(async (tx) => {
      await put(tx, { event: 'report.received', subject: 'amal' });
      throw new Error('rolled back');
    });
    await expect(undone).rejects.toThrow('rolled back');
    expect(await kept(database)).toEqual({ outbox: 0, queue: 0 });
  });

  test('a failing handler is tried again, its row says nothing about why', async () => {
    await using database = await testDatabase();
    const failures: string[] = [];
    await using work = jobs(database.db, { failed: (event) => failures.push(event) });
    let tries = 0;
    work.on('report.received', async () => {
      if (++tries === 1) throw new Error('her words');
    });
    await tell(database, 'report.received', 'amal');
    await expect(work.settle()).rejects.toThrow('her words');
    expect(failures).toEqual(['report.received']);
    const { rows } = await sql<{ state: string; output: unknown }>`
      select state, output from pgboss.job where name = 'report.received'`.execute(database.db);
    expect(rows).toEqual([{ state: 'retry', output: null }]);

    await sql`update pgboss.job set start_after = now()`.execute(database.db);
    await work.settle();
    expect(tries).toBe(2);
    expect(await kept(database)).toEqual({ outbox: 0, queue: 0 });
  });

  test('one that fails keeps no other of its batch from being done', async () => {
    await using database = await testDatabase();
    await using work = jobs(database.db);
    const done: string[] = [];
    work.on('report.received', async (subjects) => {
      if (subjects.includes('noor')) throw new Error('not now');
      done.push(...subjects);
    });
    for (const subject of ['amal', 'noor', 'salma']) await tell(database, 'report.received', subject);
    await expect(work.settle()).rejects.toThrow('not now');
    expect(done.toSorted()).toEqual(['amal', 'salma']);
    expect(await kept(database)).toEqual({ outbox: 0, queue: 1 });
  });

  test('what a killed process left half done is done by the next one at its start', async () => {
    await using database = await testDatabase();
    const stuck = jobs(database.db);
    const begun = Promise.withResolvers<void>();
    stuck.on('report.received', async () => {
      begun.resolve();
      await new Promise(() => {});
    });
    await tell(database, 'report.received', 'amal');
    void stuck.settle();
    await begun.promise;
    await using work = jobs(database.db);
    const heard = Promise.withResolvers<string>();
    work.on('report.received', async ([subject = '']) => heard.resolve(subject));
    await work.start();
    expect(await heard.promise).toBe('amal');
    expect(await kept(database)).toEqual({ outbox: 0, queue: 0 });
  });

  test('what is forgotten is not done, wherever it was waiting', async () => {
    await using database = await testDatabase();
    await using work = jobs(database.db);
    const heard: string[] = [];
    work.on('report.received', async (subjects) => {
      if (subjects.includes('noor')) throw new Error('not now');
      heard.push(...subjects);
    });
    await tell(database, 'report.received', 'noor');
    await expect(work.settle()).rejects.toThrow('not now');
    await tell(database, 'report.received', 'amal');
    await database.db.transaction().execute(async (tx) => {
      await forget(tx, 'noor');
      await forget(tx, 'amal');
    });
    expect(await kept(database)).toEqual({ outbox: 0, queue: 0 });
    await work.settle();
    expect(heard).toEqual([]);
  });

  test('once started, a nudge is enough', async () => {
    await using database = await testDatabase();
    await using work = jobs(database.db);
    const heard = Promise.withResolvers<string>();
    work.on('report.received', async ([subject = '']) => heard.resolve(subject));
    await work.start();
    await tell(database, 'report.received', 'amal');
    work.nudge();
    expect(await heard.promise).toBe('amal');
  });

  test('what comes while one is being done is done together', async () => {
    await using database = await testDatabase();
    await using work = jobs(database.db);
    const rounds: number[] = [];
    const [begun, all] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const many = 20;
    work.on('report.received', async (subjects) => {
      rounds.push(subjects.length);
      begun.resolve();
      await pause(30);
      if (rounds.reduce((sum, n) => sum + n) === many + 1) all.resolve();
    });
    await work.start();
    await tell(database, 'report.received', 'amal');
    work.nudge();
    await begun.promise;
    for (let n = 0; n < many; n++) {
      await tell(database, 'report.received', `report-${n}`);
      work.nudge();
      await pause(15);
    }
    await all.promise;
    expect(rounds.length).toBeLessThan(many / 3);
  });

  test('five hundred facts are moved in batches, each heard once', async () => {
    await using database = await testDatabase();
    await using work = jobs(database.db);
    const heard: string[] = [];
    work.on('report.received', async (subjects) => void heard.push(...subjects));
    await database.db.transaction().execute(async (tx) => {
      for (let i = 0; i < 500; i++) await put(tx, { event: 'report.received', subject: `report-${i}` });
    });
    await work.settle();
    expect(new Set(heard).size).toBe(500);
    expect(heard.length).toBe(500);
  });
});
