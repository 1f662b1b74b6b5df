import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { askReader, askStandingOf, standings } from '../../src/answer/index.ts';
import * as casework from '../../src/casework/index.ts';
import { areAsked, fillAsks } from '../../src/demo/asks.ts';
import { createDemonstration, demonstrationSecrets } from '../../src/demo/begin.ts';
import { demoAsks } from '../../src/demo/content/asks.ts';
import { furnish } from '../../src/demo/furnish.ts';
import { dayIn } from '../../src/platform/clock.ts';
import { matchInstallation } from '../../src/platform/installation.ts';
import { jobs } from '../../src/platform/jobs/index.ts';
import { testClock } from '../clock.ts';
import { testDatabase } from '../database.ts';

it('shows asks in every state, each sent by the same rules as a real one, and none twice', async () => {
  const data = await mkdtemp(join(tmpdir(), 'upstander-asks-'));
  await using ended = new AsyncDisposableStack();
  ended.defer(() => rm(data, { recursive: true }));
  const { db } = ended.use(await testDatabase());
  const installation = await createDemonstration(data);
  await matchInstallation(db, installation);
  const clock = testClock('2026-11-22T10:00:00Z');
  const stage = { db, clock, installation, secrets: await demonstrationSecrets(data) };
  await furnish(stage);
  const work = ended.use(jobs(db));
  casework.listen(work, { ...stage, canMail: () => false });

  expect(await areAsked(stage)).toBe(false);
  await fillAsks({ ...stage, jobs: work }, () => {});
  expect(await areAsked(stage)).toBe(true);
  const ways = await askReader(db).all();
  expect(ways).toHaveLength(demoAsks.length);
  const today = dayIn(installation.zone, clock.now());
  const shown = ways.filter(({ ask }) => ask.sent !== null).map((way) => askStandingOf(way, today));
  expect(standings.filter((standing) => !shown.includes(standing))).toEqual([]);
  expect(new Set(ways.flatMap(({ answers }) => answers.map(({ kind }) => kind))).size).toBe(7);

  await fillAsks({ ...stage, jobs: work }, () => {});
  expect(await askReader(db).all()).toEqual(ways);
}, 120_000);
