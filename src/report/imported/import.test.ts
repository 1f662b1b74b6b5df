import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everyCell, holding } from '../../../test/attacks/tables.ts';
import { cast } from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { fromUtf8, openItem, openSecret } from '../../platform/keys/index.ts';
import { cellAt } from '../../platform/place/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { defaultConsents } from '../answers.ts';
import { type Imported, type ImportOrder, importReports } from './import.ts';
import { readMapping } from './mapping.ts';
import { onlyAsked, reasons } from './model.ts';
import { wordsItem } from './seal.ts';
import type { Mapping } from './shape.ts';
import { importedReader } from './store.ts';

const form = {
  source: 'invented',
  number: 'no',
  only: [{ column: 'passed', values: ['yes'] }],
  date: { column: 'happened', order: 'month-day-year' },
  told: { column: 'told', order: 'month-day-year' },
  place: { column: 'place' },
  within: [
    [24, 22],
    [24, 32],
    [37, 32],
    [37, 22],
  ],
  kinds: {
    column: 'what',
    values: { Touching: ['touched'], Calls: ['messages'] },
    loses: { Calls: 'that somebody called' },
    empty: ['BLANK'],
  },
  helped: { column: 'help', values: { Yes: 'yes', No: 'no' } },
  language: { columns: ['town'] },
  formVersions: [{ version: 'invented-1' }, { version: 'invented-2', from: '2013-06-01' }],
};

const mapping = (changed: object = {}): Mapping => {
  const read = readMapping({ ...form, ...changed });
  if ('wrong' in read) throw new Error(JSON.stringify(read.wrong));
  return read.ok;
};

const header = 'no,passed,happened,told,place,what,help,town,story';
const rows = [
  '1,yes,05/01/2013 9:30,05/01/2013 10:00,"30,063,31,220","Touching,calls",Yes,Cairo,',
  '٢,YES,06/02/2013 23:30,06/02/2013 23:40,"٣٠٫٠٦٣، ٣١٫٢٢٠",touching,No,القاهرة,',
  '3,yes,06/03/2013,06/03/2013,30.063 31.220,"Touching, ",,,',
];
const broken: Readonly<Record<(typeof reasons)[number], string>> = {
  cells: '10,yes,06/03/2013',
  number: 'eleven,yes,06/03/2013,06/03/2013,"30,063,31,220",Touching,,,',
  left_out: '12,no,06/03/2013,06/03/2013,"30,063,31,220",Touching,,,',
  date_missing: '13,yes, ,06/03/2013,"30,063,31,220",Touching,,,',
  date_unreadable: '14,yes,31/12/2013,06/03/2013,"30,063,31,220",Touching,,,',
  date_future: '15,yes,06/03/2044,06/03/2044,"30,063,31,220",Touching,,,',
  told_unreadable: '16,yes,06/03/2013,,"30,063,31,220",Touching,,,',
  date_after_told: '17,yes,06/05/2013,06/03/2013,"30,063,31,220",Touching,,,',
  place_missing: '18,yes,06/03/2013,06/03/2013,,Touching,,,',
  place_unreadable: '19,yes,06/03/2013,06/03/2013,"30,063,31",Touching,,,',
  place_zero: '20,yes,06/03/2013,06/03/2013,"0,000,0,000",Touching,,,',
  place_outside: '21,yes,06/03/2013,06/03/2013,"45,483,-73,579",Touching,,,',
  kind_missing: '22,yes,06/03/2013,06/03/2013,"30,063,31,220",BLANK,,,',
  kind_unknown: '23,yes,06/03/2013,06/03/2013,"30,063,31,220","Touching,=Shoving",,,',
  helped_unknown: '24,yes,06/03/2013,06/03/2013,"30,063,31,220",Touching,perhaps,,',
};

interface Desk extends AsyncDisposable {
  run(lines: readonly string[], order?: Partial<ImportOrder>): Promise<Imported>;
  refused(): Promise<string>;
  folder: string;
}

async function desk(here: TestWorld): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'upstander-imported-'));
  const refusedTo = join(folder, 'refused', 'rows.csv');
  return {
    folder,
    async run(lines, order = {}) {
      const file = join(folder, 'old.csv');
      await writeFile(file, `\ufeff${[header, ...lines].join('\r\n')}\r\n`);
      const { database, installation, clock } = here;
      return importReports(
        { db: database.db, installation, clock },
        {
          file,
          mappings: [mapping()],
          isDry: false,
          refusedTo,
          why: (reason) => `why ${reason}`,
          signal: new AbortController().signal,
          progress: () => ({ step: () => {}, [Symbol.dispose]: () => {} }),
          ...order,
        },
      );
    },
    refused: () => readFile(refusedTo, 'utf8'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? { code: error.code, ...error.params } : error),
  );

test('a row becomes history: cell, week, part of day, kinds, and the form it was told on', async () => {
  await using here = await world();
  await using at = await desk(here);
  const done = await at.run(rows);
  expect(done).toMatchObject({ rows: 3, imported: 3, refused: 0, already: 0, stopped: false });
  expect(done.lost).toEqual({ 'what: Calls': 1 });
  expect(done.formVersions).toEqual({ 'invented-1': { yes: 1 }, 'invented-2': { no: 1, not_said: 1 } });
  const state = { state: 'imported', consent: 'none', source: 'invented' };
  const cell = cellAt({ lat: 30.063, lng: 31.22 });
  expect(await importedReader(here.database.db).all('invented')).toEqual([
    {
      ...state,
      row: 1,
      cell,
      week: '2013-04-29',
      part: 'morning',
      kinds: ['touched', 'messages'],
      helped: 'yes',
      language: 'en',
      formVersion: 'invented-1',
    },
    {
      ...state,
      row: 2,
      cell,
      week: '2013-05-27',
      part: 'night',
      kinds: ['touched'],
      helped: 'no',
      language: 'ar',
      formVersion: 'invented-2',
    },
    {
      ...state,
      row: 3,
      cell,
      week: '2013-06-03',
      part: null,
      kinds: ['touched'],
      helped: null,
      language: null,
      formVersion: 'invented-2',
    },
  ]);
});

test('every reason refuses its row, and the file says the reason, the field and its value alone', async () => {
  await using here = await world();
  await using at = await desk(here);
  const done = await at.run([...rows, ...Object.values(broken)]);
  expect(done).toMatchObject({ imported: 3, refused: reasons.length, already: 0 });
  expect(done.reasons).toEqual(Object.fromEntries(reasons.map((reason) => [reason, 1])));
  const [names, ...lines] = (await at.refused()).trimEnd().split('\n');
  expect(names).toBe('line,row,reason,field,value,why');
  expect(lines.map((line) => line.split(',')[2])).toEqual([...reasons]);
  expect(lines).toContain('16,21,place_outside,"place","45,483,-73,579","why place_outside"');
  expect(lines).toContain('6,,number,"no","eleven","why number"');
  // A value that a spreadsheet would run is shown to it as text.
  expect(lines).toContain(`18,23,kind_unknown,"what","'=Shoving","why kind_unknown"`);
  expect(lines.filter((line) => line.includes('30,063,31,220'))).toEqual([]);
  expect((await stat(join(at.folder, 'refused', 'rows.csv'))).mode & 0o777).toBe(0o600);
});

test('a second run imports nothing, a row that was mended comes alone, a dry run changes nothing', async () => {
  await using here = await world();
  await using at = await desk(here);
  const table = importedReader(here.database.db);
  const all = [...rows, broken.place_zero];
  expect(await at.run(all, { isDry: true })).toMatchObject({ rows: 4, imported: 3, refused: 1, already: 0 });
  expect(await table.count()).toBe(0);
  await at.run(all);
  expect(await at.run(all)).toMatchObject({ rows: 4, imported: 0, refused: 1, already: 3 });
  expect(await at.run(all, { isDry: true })).toMatchObject({ rows: 4, imported: 0, refused: 1, already: 3 });
  const mended = [...rows, broken.place_zero.replace('"0,000,0,000"', '"30,063,31,220"')].reverse();
  expect(await at.run(mended)).toMatchObject({ rows: 4, imported: 1, refused: 0, already: 3 });
  // The same numbers of another place are other rows.
  expect(await at.run(rows, { source: 'elsewhere' })).toMatchObject({ imported: 3, already: 0 });
  expect(await at.run([...rows, ...rows], { source: 'twice' })).toMatchObject({ imported: 3, already: 3 });
  expect(await table.count()).toBe(10);
});

test('stopped, it ends after the batch in hand, and the next run goes on', async () => {
  await using here = await world();
  await using at = await desk(here);
  const many = Array.from({ length: 1000 }, (_, n) => rows[0]?.replace(/^1,/, `${n + 1},`) ?? '');
  const stop = new AbortController();
  const stopping = {
    signal: stop.signal,
    progress: () => ({ step: () => stop.abort(), [Symbol.dispose]: () => {} }),
  };
  const first = await at.run(many, stopping);
  expect(first).toMatchObject({ rows: 250, imported: 250, total: 1000, stopped: true });
  expect(await at.run(many)).toMatchObject({ rows: 1000, imported: 750, already: 250, stopped: false });
});

test('Amal’s old words are stored sealed, open for Ines, and stand nowhere else', async () => {
  await using here = await world();
  const { ines, layla } = await cast(here);
  await using at = await desk(here);
  const secretWords = 'the blue kiosk beside the second pillar';
  const told = rows.map((row, n) => `${row}${n === 1 ? '' : `"${secretWords} ${n}"`}`);
  const order = { mappings: [mapping({ words: ['town', 'story'] })] };
  expect(await at.run([...told, `${broken.place_zero}${secretWords}`], order)).toMatchObject({ imported: 3 });

  const { db } = here.database;
  expect(holding(await everyCell(db), [secretWords, secretWords.slice(4, 14), 'القاهرة'])).toEqual([]);
  expect(await at.refused()).not.toContain('kiosk');
  const sealed = await importedReader(db).words('invented', 3);
  expect(await importedReader(db).words('invented', 2)).not.toBeNull();
  const { report, secret, body } = sealed ?? { report: '', secret: new Uint8Array(), body: new Uint8Array() };
  const place = { installation: here.installation.id, report };
  const identity = await openSecret(secret, ines.keys.identity, place);
  expect(fromUtf8(await openItem(body, identity, { ...place, item: wordsItem }))).toBe(`${secretWords} 2`);
  await expect(openSecret(secret, layla.keys.identity, place)).rejects.toThrow('not_for_you');
  // What is here is not sealed once more.
  expect(await at.run(told, order)).toMatchObject({ imported: 0, already: 3 });
  expect((await importedReader(db).words('invented', 3))?.report).toBe(report);
});

test('without a reader there is nobody to seal to, and nothing is imported', async () => {
  await using here = await world();
  await using at = await desk(here);
  const order = { mappings: [mapping({ words: ['story'] })] };
  expect(await refusal(at.run(rows, order))).toEqual({ code: 'import_no_readers', columns: 'story' });
  expect(await importedReader(here.database.db).count()).toBe(0);
});

test('a file that is no table, lacks columns or names no country is refused as a whole', async () => {
  await using here = await world();
  await using at = await desk(here);
  const { within: _, ...nowhere } = form;
  const countryless = readMapping(nowhere);
  const other = mapping({ date: { column: 'day', order: 'day-month-year' } });
  expect(await refusal(at.run(rows, { mappings: [other] }))).toMatchObject({
    code: 'import_lacks',
    missing: 'day',
  });
  expect(await at.run(rows, { mappings: [other, mapping()], isDry: true })).toMatchObject({ imported: 3 });
  expect('ok' in countryless && (await refusal(at.run(rows, { mappings: [countryless.ok] })))).toMatchObject({
    code: 'import_within',
  });
  expect(await refusal(at.run([...rows, '4,"yes']))).toMatchObject({ code: 'import_unreadable', line: 6 });
  expect(await refusal(at.run(rows, { file: join(at.folder, 'none.csv') }))).toMatchObject({
    code: 'import_file',
    why: 'ENOENT',
  });
  const latin = join(at.folder, 'latin.csv');
  await writeFile(latin, Buffer.from(`${header}\n1,yes,caf\u00e9`, 'latin1'));
  expect(await refusal(at.run(rows, { file: latin }))).toMatchObject({
    code: 'import_unreadable',
    said: 'not UTF-8',
  });
  expect(await importedReader(here.database.db).count()).toBe(0);
});

test('these people were never asked: history stands in no bundle', async () => {
  await using here = await world();
  await using at = await desk(here);
  await at.run(rows);
  const old = await importedReader(here.database.db).all('invented');
  const asked = [{ consents: defaultConsents }];
  expect(onlyAsked(asked)).toEqual(asked);
  expect(() => onlyAsked([...asked, ...old])).toThrow(new Refusal('never_asked', { n: 3 }));
});
