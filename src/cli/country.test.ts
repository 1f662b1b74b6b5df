import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { readConfig } from '../platform/config.ts';
import { createInstallation } from '../platform/installation.ts';
import { makeRoot } from '../platform/keys/root.ts';
import { emptyCountryFile } from '../report/index.ts';
import { command } from './country.ts';

const words = { en: 'words', ar: 'كلام' };
const line = {
  id: 'listening',
  kind: 'support',
  number: '0999 100 200',
  name: words,
  hours: words,
  languages: ['ar'],
  answeredBy: words,
  asks: words,
  forWhom: ['everyone'],
  source: words,
  checkedOn: '2026-11-01',
  reviewer: 'Salma',
};

async function organisation() {
  await using started = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'upstander-country-'));
  started.defer(() => rm(data, { recursive: true }));
  const database = started.use(await testDatabase());
  const config = readConfig({ UPSTANDER_DATA: data, DATABASE_URL: database.url });
  await createInstallation(data, {
    kind: 'real',
    root: makeRoot().public,
    name: words,
    zone: 'Africa/Cairo',
    country: 'XX',
  });
  const ended = started.move();
  const run = (...args: string[]) =>
    command.run({
      args,
      options: {},
      json: false,
      config,
      note: () => {},
      progress: () => ({ step: () => {}, [Symbol.dispose]: () => {} }),
    });
  return { data, run, [Symbol.asyncDispose]: () => ended.disposeAsync() };
}

test('Salma reads in her own table, calls a line, and sees when', async () => {
  await using here = await organisation();
  const path = join(here.data, 'country.json');
  await writeFile(path, JSON.stringify({ country: 'XX', lines: [line], fiveDays: [] }));
  const read = await here.run('read', path);
  expect(read.data).toEqual({ lines: 1 });
  expect(read.text).toContain('people under 18 get lines only');
  expect((await here.run('show')).text).toContain('never called');
  expect((await here.run('called', 'listening', 'answered', '4')).failed).toBeUndefined();
  expect((await here.run('show')).text).toMatch(/called \d{4}-\d\d-\d\d/);
});

test('one line without a source, and nothing is taken, with the reason', async () => {
  await using here = await organisation();
  const path = join(here.data, 'country.json');
  const { source: _, ...rest } = line;
  await writeFile(path, JSON.stringify({ country: 'XX', lines: [line, rest], fiveDays: [] }));
  const read = await here.run('read', path);
  expect(read.failed).toBe(true);
  expect(read.text).toMatch(/Nothing was taken[\s\S]*lines\[1\]:.*source/);
  expect((await here.run('show')).text).toBe('No line has been entered.');
});

test('the empty table is a form, and is refused as it stands', async () => {
  await using here = await organisation();
  const path = join(here.data, 'country.json');
  const { text } = await here.run('empty');
  await writeFile(path, text);
  expect(JSON.parse(text)).toEqual(emptyCountryFile);
  expect((await here.run('read', path)).failed).toBe(true);
  expect((await here.run('read', join(here.data, 'nothing.json'))).text).toContain('no JSON file');
  expect((await here.run('called', 'nobody', 'silent')).text).toBe('There is no line called nobody.');
  expect((await here.run('called', 'nobody', 'perhaps')).text).toContain('upstander country read <file>');
});
