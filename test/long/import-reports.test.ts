/** The command as people run it: a process, the built-in database, Ctrl-C and worse. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { command } from '../../src/cli/import.ts';
import { readConfig } from '../../src/platform/config.ts';
import { migrate, openDatabase } from '../../src/platform/db/index.ts';
import { createInstallation } from '../../src/platform/installation.ts';
import { makeRoot } from '../../src/platform/keys/root.ts';
import { Refusal } from '../../src/platform/refusal.ts';
import { type Imported, importedReader } from '../../src/report/index.ts';
import { built } from '../built.ts';
import { testDatabase } from '../database.ts';
import { dataFolder, start } from '../house/house.ts';

const name = { en: 'Door', ar: 'باب' };
const chosen = { kind: 'real', root: makeRoot().public, name, zone: 'Africa/Cairo', country: 'EG' } as const;

beforeAll(async () => {
  await built();
}, 180_000);

/** Invented rows in the form of an old map. */
function invented(rows: number): string {
  const lines = [
    'report_number,incident_date,report_date_time,governorate,city/town,location,categories,intervention',
  ];
  for (let n = 1; n <= rows; n++) {
    const where = `30,0${(n % 60) + 10},31,2${(n % 60) + 10}`;
    lines.push(
      `${n},09/29/2012 ${n % 24}:15,09/30/2012 10:00,Cairo,Cairo,"${where}",Touching,${n % 3 ? '' : 'Yes'}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Holds a row's key without writing the row, so that the batch it stands in waits; `let` lets it go on.
 * What was imported before is then a number that is known.
 */
async function holding(db: Kysely<unknown>, row: number): Promise<{ let(): Promise<void> }> {
  const held = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  const done = db
    .transaction()
    .execute(async (tx) => {
      await sql`insert into imported_report (source, row, cell, week, kinds, form_version)
        values ('harassmap', ${row}, 1, '2012-09-24', '{touched}', 'held')`.execute(tx);
      held.resolve();
      await free.promise;
      throw new Error('never to be written');
    })
    .catch(() => {});
  await held.promise;
  return {
    async let() {
      free.resolve();
      await done;
    },
  };
}

test('killed in the middle it has lost nothing, after Ctrl-C it says how to go on, and then it resumes', async () => {
  await using folder = await dataFolder();
  await createInstallation(folder.path, chosen);
  const total = 12_000;
  const file = join(folder.path, 'old.csv');
  await writeFile(file, invented(total));
  const cli = [
    process.execPath,
    resolve('dist/server/cli.js'),
    'import',
    'reports',
    file,
    '--map',
    'harassmap',
  ];
  const run = (...more: string[]) => start({ data: folder.path, run: [...cli, ...more] });
  // Holds the built-in database, so that it outlives the one that is killed.
  await using own = await openDatabase({ data: folder.path }, { max: 2 });
  await migrate(own.db);
  const here = () => importedReader(own.db).count('harassmap');
  const grownTo = async (count: number) => {
    while ((await here()) < count) await pause(20);
  };

  const atThree = await holding(own.db, 3_000);
  await using first = run();
  await grownTo(2_750);
  first.kill('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');
  await atThree.let();
  const afterKill = await here();
  // A batch that had been sent may still come through whole, never in part.
  expect([2_750, 3_000]).toContain(afterKill);

  const atEight = await holding(own.db, 8_000);
  await using second = run();
  await grownTo(7_750);
  second.kill('SIGINT');
  while (!second.said().includes('Stopping after the rows in hand')) await pause(20);
  await atEight.let();
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(
    'Stopped after 8,000 of 12,000 rows. Run the same command once more to go on',
  );
  expect(await here()).toBe(8_000);

  await using last = run('--json');
  expect(await last.ended).toBe(0);
  const lines = last.said().trimEnd().split('\n');
  expect(lines.map((line) => (line.startsWith('{') ? JSON.parse(line) : line))).toContainEqual(
    expect.objectContaining({ rows: total, imported: 4_000, refused: 0, already: 8_000, stopped: false }),
  );
  expect(last.said()).toMatch(/Importing █+ 12000 of 12000 · \d+\/s · in \d+ s/);
  expect(await here()).toBe(total);
}, 120_000);

async function organisation() {
  await using started = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'upstander-import-'));
  started.defer(() => rm(data, { recursive: true }));
  const database = started.use(await testDatabase());
  const config = readConfig({ UPSTANDER_DATA: data, DATABASE_URL: database.url });
  await createInstallation(data, chosen);
  const ended = started.move();
  const run = (args: string[], options: Record<string, string | boolean> = {}) =>
    command.run({
      args,
      options,
      json: false,
      config,
      note: () => {},
      progress: () => ({ step: () => {}, [Symbol.dispose]: () => {} }),
    });
  return { data, run, [Symbol.asyncDispose]: () => ended.disposeAsync() };
}

const refused = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? { code: error.code, ...error.params } : error),
  );

test('Salma imports, imports again, and is told that there is nothing new', async () => {
  await using here = await organisation();
  const file = join(here.data, 'old.csv');
  await writeFile(file, `${invented(300)}301,09/29/2012 9:15,09/30/2012 10:00,,,"0,000,0,000",Touching,\n`);
  const dry = await here.run(['reports', file], { map: 'harassmap', 'dry-run': true });
  expect(dry.text).toContain('301 rows: 300 would be imported, 1 refused, 0 were here already.');
  const first = await here.run(['reports', file], { map: 'harassmap' });
  expect(first.text).toContain('301 rows: 300 imported, 1 refused, 0 were here already.');
  expect(first.text).toContain('Nobody of these people was asked');
  expect(first.text).toMatch(/1 {2}is 0, 0: what programs write for nowhere/);
  expect(first.text).toMatch(/harassmap-2010: (yes 100, not said 200|not said 200, yes 100)/);
  const { refusedFile } = first.data as { refusedFile: string };
  expect(refusedFile).toBe(join(here.data, 'imports', 'old.csv.refused.csv'));
  expect((await readFile(refusedFile, 'utf8')).split('\n')[1]).toContain(
    '301,place_zero,"location","0,000,0,000"',
  );
  const second = await here.run(['reports', file], { map: 'harassmap' });
  expect(second.text).toContain('Nothing new: 300 of 301 rows were here already, 1 refused.');
  expect(second.data as Imported).toMatchObject({ rows: 301, imported: 0, refused: 1, already: 300 });
});

test('exports of Ushahidi 2 and 3 are told apart by their columns; a country has to be named', async () => {
  await using here = await organisation();
  const two = join(here.data, 'two.csv');
  const names =
    '#,INCIDENT TITLE,INCIDENT DATE,LOCATION,DESCRIPTION,CATEGORY,LATITUDE,LONGITUDE,WHO,APPROVED,VERIFIED';
  await writeFile(
    two,
    `\ufeff${names}\n"7","A title","2012-09-24 22:10:00","A street","Words","Touching, Kiosks, ","30.063","31.22","",YES,NO\n`,
  );
  const three = join(here.data, 'three.csv');
  const posts =
    '"Post ID","Post Status","Post Date (UTC)",Title,Description,Location.lat,Location.lon,Categories';
  await writeFile(
    three,
    `${posts}\n7,published,"2014-10-02 22:30:00",T,D,30.063,31.22,Staring\n8,draft,,,,,,\n`,
  );
  const map = { map: 'ushahidi', 'dry-run': true };
  expect(await refused(here.run(['reports', two], map))).toEqual({
    code: 'import_within',
    source: 'ushahidi',
  });
  const within = '22,24.7,31.7,36.9';
  expect(await refused(here.run(['reports', two], { ...map, within: 'Egypt' }))).toMatchObject({
    code: 'import_box',
  });
  // Both hold words, and nobody here could read them.
  expect(await refused(here.run(['reports', two], { ...map, within }))).toMatchObject({
    code: 'import_no_readers',
  });
  for (const [file, at] of [
    [two, 0],
    [three, 1],
  ] as const) {
    const { words: _, ...open } = JSON.parse(
      await readFile(`src/report/imported/mappings/ushahidi-${at + 2}.json`, 'utf8'),
    );
    const mine = join(here.data, 'mine.json');
    await writeFile(mine, JSON.stringify(open));
    const done = await here.run(['reports', file], { ...map, map: mine, within });
    expect(done.data).toMatchObject({
      imported: 1,
      refused: at,
      formVersions: { [`ushahidi-${at + 2}`]: {} },
    });
  }
});

test('a mapping is refused by the name of its field; a file is not overwritten by its own refusals', async () => {
  await using here = await organisation();
  const mine = join(here.data, 'my.json');
  const shown = await here.run(['mapping', 'harassmap']);
  await writeFile(mine, shown.text.replace('"month-day-year"', '"american"'));
  expect(await refused(here.run(['reports', 'old.csv'], { map: mine }))).toMatchObject({
    code: 'import_mapping',
    field: 'date.order',
    problems: expect.stringContaining('date.order must be one of month-day-year'),
  });
  await writeFile(mine, '{');
  expect(await refused(here.run(['reports', 'old.csv'], { map: mine }))).toMatchObject({
    code: 'import_mapping',
  });
  expect(await refused(here.run(['reports', 'old.csv']))).toMatchObject({ code: 'import_no_mapping' });
  expect(await refused(here.run(['reports', mine], { map: 'harassmap', refused: mine }))).toMatchObject({
    code: 'import_file',
  });
  expect(await readFile(mine, 'utf8')).toBe('{');
  expect((await here.run(['mapping', 'nobody'])).failed).toBe(true);
  expect((await here.run(['reports'])).text).toContain('upstander import reports <file.csv>');
});
