import { expect, test } from 'vitest';
import { put } from '../src/platform/outbox/index.ts';
import { world } from './world.ts';

test('two worlds know nothing of each other, and time passes in one alone', async () => {
  await using one = await world({ now: '2026-11-22T10:00:00Z' });
  await using other = await world({ now: '2026-11-22T10:00:00Z' });
  one.clock.pass({ days: 1, minutes: 30 });
  expect(one.clock.now().toISOString()).toBe('2026-11-23T10:30:00.000Z');
  expect(other.clock.now().toISOString()).toBe('2026-11-22T10:00:00.000Z');
  expect(one.installation.id).not.toBe(other.installation.id);
  expect(one.database.url).not.toBe(other.database.url);
});

test('what follows a fact is done when the world settles', async () => {
  await using here = await world();
  const heard: string[] = [];
  here.jobs.on('test.happened', async (subjects) => void heard.push(...subjects));
  await here.database.db.transaction().execute((tx) => put(tx, { event: 'test.happened', subject: 'amal' }));
  await here.settle();
  expect(heard).toEqual(['amal']);
});

test('it listens where its public address says', async () => {
  await using here = await world();
  const url = await here.listen();
  expect(url).toBe(here.config.publicUrl);
  const answer = await fetch(`${url}/nothing-is-here`);
  expect(answer.status).toBe(404);
});
