/** The 1,547 rows of Egypt, 2010 to 2016. Counts are looked at here, never a row. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { newInstallation } from '../../platform/installation.ts';
import { makeRoot } from '../../platform/keys/root.ts';
import { builtIn } from './built-in.ts';
import { csvLines } from './file.ts';
import { importReports } from './import.ts';
import { readMapping } from './mapping.ts';
import { isWithin } from './point.ts';
import type { Mapping } from './shape.ts';
import { importedReader } from './store.ts';

const folder = resolve('../shared/data/egypt');
const file = join(folder, 'reports-2010-2016.csv');

/** True where the real input lies beside the repository; says so where it does not. */
function isHere(): boolean {
  if (existsSync(file)) return true;
  console.info(`Not looked at: there is no real input at ${folder}.`);
  return false;
}

function harassmap(): Mapping {
  const read = readMapping(builtIn.harassmap?.[0]);
  if ('wrong' in read) throw new Error(JSON.stringify(read.wrong));
  return read.ok;
}

test('every real row is imported or refused with a reason, and a second run imports nothing', async () => {
  if (!isHere()) return;
  await using database = await testDatabase();
  const data = await mkdtemp(join(tmpdir(), 'upstander-real-'));
  try {
    const name = { en: 'Door', ar: 'باب' };
    const installation = newInstallation({
      kind: 'real',
      root: makeRoot().public,
      name,
      zone: 'Africa/Cairo',
      country: 'EG',
    });
    const refusedTo = join(data, 'refused.csv');
    const run = () =>
      importReports(
        { db: database.db, installation, clock: { now: () => new Date('2026-11-22T10:00:00Z') } },
        {
          file,
          mappings: [harassmap()],
          isDry: false,
          refusedTo,
          why: (reason) => reason,
          signal: new AbortController().signal,
          progress: () => ({ step: () => {}, [Symbol.dispose]: () => {} }),
        },
      );
    const first = await run();
    expect(first).toMatchObject({ rows: 1547, total: 1547, imported: 1531, refused: 16, already: 0 });
    expect(first.reasons).toEqual({ place_outside: 9, date_after_told: 4, kind_missing: 3 });
    expect((await readFile(refusedTo, 'utf8')).trimEnd().split('\n')).toHaveLength(17);
    expect(await run()).toMatchObject({ rows: 1547, imported: 0, refused: 16, already: 1531 });

    const all = await importedReader(database.db).all('harassmap');
    expect(all).toHaveLength(1531);
    expect(all.filter(({ language }) => language === 'ar').length).toBeGreaterThan(250);
    expect(all.filter(({ consent, part }) => consent !== 'none' || part === null)).toEqual([]);
  } finally {
    await rm(data, { recursive: true });
  }
});

/** The split of yes and no that makes what was seen most likely; returns where the second half begins. */
function breakOf(answers: readonly boolean[]): number {
  const logLikelihood = (yes: number, of: number) =>
    yes === 0 || yes === of ? 0 : yes * Math.log(yes / of) + (of - yes) * Math.log((of - yes) / of);
  const yes = answers.filter(Boolean).length;
  let best = { at: 0, value: Number.NEGATIVE_INFINITY };
  let before = 0;
  for (const [n, answer] of answers.entries()) {
    before += answer ? 1 : 0;
    const at = n + 1;
    const value = logLikelihood(before, at) + logLikelihood(yes - before, answers.length - at);
    if (at < answers.length && value > best.value) best = { at, value };
  }
  return best.at;
}

test('form versions begin where the data breaks: filled in or not, yes or no, who tells it', async () => {
  if (!isHere()) return;
  const rows: { told: string; helped: string; teller: string }[] = [];
  let names: readonly string[] = [];
  for await (const { cells } of csvLines(file)) {
    if (names.length === 0) {
      names = cells;
      continue;
    }
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    const [month, day, year] = (cell('report_date_time').split(' ')[0] ?? '').split('/');
    rows.push({
      told: `${year}-${month}-${day}`,
      helped: cell('intervention'),
      teller: cell('reporter_state'),
    });
  }
  const toldAt = (of: typeof rows, holds: (row: (typeof rows)[number]) => boolean) =>
    of[breakOf(of.map(holds))]?.told;
  const answered = rows.filter(({ helped }) => helped !== '');
  const { formVersions } = harassmap();
  expect(formVersions.map(({ from }) => from)).toEqual([
    undefined,
    toldAt(rows, ({ helped }) => helped !== ''),
    toldAt(answered, ({ helped }) => helped === 'Yes'),
    toldAt(rows, ({ teller }) => teller !== ''),
  ]);
  const share = (of: typeof rows) => of.filter(({ helped }) => helped === 'Yes').length / of.length;
  const at = formVersions[2]?.from ?? '';
  expect(share(answered.filter(({ told }) => told < at))).toBeGreaterThan(0.95);
  expect(share(answered.filter(({ told }) => told >= at))).toBeLessThan(0.2);
});

test('the outline of Egypt leaves no corner of a governorate out', () => {
  if (!isHere()) return;
  interface Land {
    features: { geometry: { coordinates: unknown } }[];
  }
  const { features } = JSON.parse(readFileSync(join(folder, 'governorates.geojson'), 'utf8')) as Land;
  const corners = features.flatMap(({ geometry }) => cornersOf(geometry.coordinates));
  expect(features).toHaveLength(27);
  expect(corners.length).toBeGreaterThan(1000);
  const { within = [] } = harassmap();
  const outside = corners.filter(([lng, lat]) => !isWithin(within, { lat, lng }));
  expect(outside).toEqual([]);
  const neighbours = {
    Eilat: [34.95, 29.55],
    Aqaba: [35, 29.53],
    Gaza: [34.45, 31.5],
    Benghazi: [20.07, 32.12],
  };
  for (const [name, [lng = 0, lat = 0]] of Object.entries(neighbours)) {
    expect(isWithin(within, { lat, lng }), name).toBe(false);
  }
});

/** Rings inside polygons inside lists of polygons, down to [longitude, latitude]. */
function cornersOf(inside: unknown): [number, number][] {
  if (!Array.isArray(inside)) return [];
  return typeof inside[0] === 'number' ? [inside as [number, number]] : inside.flatMap(cornersOf);
}
