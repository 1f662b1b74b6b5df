import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { arrive, cast, signedByRoot } from '../../../test/cast.ts';
import { world } from '../../../test/world.ts';
import { countryFile } from '../../demo/content/index.ts';
import { readConfig } from '../../platform/config.ts';
import { biggest, recommended } from '../../report/index.ts';
import { examine } from '../doctor.ts';
import type { Finding } from './finding.ts';
import { languages } from './languages.ts';
import { lines, tested } from './lines.ts';
import { node } from './machine.ts';
import { readers } from './readers.ts';
import { recordings } from './recordings.ts';
import { settings } from './settings.ts';

const about = (findings: readonly Finding[], what: string) => {
  const found = findings.find((finding) => finding.what === what);
  return found && `${found.state}: ${found.found}`;
};
const states = (findings: readonly Finding[]) =>
  Object.fromEntries(findings.map(({ what, state }) => [what, state]));

const founded = '2026-11-22T10:00:00Z';
const groundOf = ({ database, installation, clock }: Awaited<ReturnType<typeof world>>) => {
  return { db: database.db, installation, clock };
};

describe('the signed list of readers', () => {
  test('holds, and names who counts', async () => {
    await using here = await world({ now: founded });
    await cast(here);
    const found = await readers(groundOf(here));
    expect(about(found, 'list of readers')).toMatch(/^fine: 3 entries/);
    expect(about(found, 'caseworkers')).toBe('fine: Ines and Omar count');
    expect(about(found, 'under 18')).toContain('fine: Ines');
    expect(about(found, 'outside reader')).toBe('fine: Layla');
    expect(about(found, 'waiting')).toBeUndefined();
  });

  test('has somebody who counts in three days, and somebody nobody has signed', async () => {
    await using here = await world({ now: founded });
    await cast(here);
    const noor = await arrive(here, { name: 'Noor', roles: ['caseworker'] });
    await signedByRoot(here, 'add', noor.reader);
    await arrive(here, { name: 'Hoda', roles: ['caseworker'] });
    const found = await readers(groundOf(here));
    expect(about(found, 'caseworkers')).toBe('fine: Ines and Omar count');
    expect(about(found, 'waiting')).toBe(
      'mind: Noor counts from 2026-11-25T10:00 UTC; Hoda waits for signatures, readers sign',
    );
  });

  test('is empty: nobody can be told anything', async () => {
    await using here = await world({ now: founded });
    expect(about(await readers(groundOf(here)), 'caseworkers')).toMatch(/^wrong: none/);
  });

  test('was changed by hand: no browser believes it, and the doctor says which entry', async () => {
    await using here = await world({ now: founded });
    await cast(here);
    await sql`update reader_entry set entry = jsonb_set(entry, '{statement,reader,name}', '"Mallory"') where number = 2`.execute(
      here.database.db,
    );
    const found = await readers(groundOf(here));
    expect(about(found, 'list of readers')).toMatch(/^wrong: entry 2 does not hold/);
  });
});

describe('support lines', () => {
  const today = '2026-11-22';
  const [example] = countryFile(today).lines;
  const line = (id: string, on?: string, answered = true) => {
    if (!example) throw new Error('the demonstration has lines');
    const { tested: _tested, example: _example, ...real } = example;
    return { ...real, id, ...(on === undefined ? {} : { tested: { on, answered } }) };
  };

  test('are missing, invented, called lately, long ago, or in vain', () => {
    expect(states(tested([], today))).toEqual({ 'support lines': 'wrong' });
    expect(states(tested(countryFile(today).lines, today))).toEqual({ 'support lines': 'fine' });
    expect(states(tested([line('a', '2026-11-01')], today))).toEqual({ 'support lines': 'fine' });
    const mixed = tested([line('a', '2026-08-01'), line('b'), line('c', '2026-11-20', false)], today);
    expect(about(mixed, 'support lines')).toContain('mind: not called for 90 days: a, b;');
    expect(about(mixed, 'silent lines')).toContain('c;');
  });

  test('without a checked duty to report, under 18 gets lines only', async () => {
    await using here = await world({ now: founded });
    expect(about(await lines(groundOf(here)), 'duty to report')).toContain('mind: not checked');
  });
});

test('recordings: each that is too big or of no question is named', async () => {
  const data = await mkdtemp(join(tmpdir(), 'upstander-doctor-'));
  expect(about(recordings({ data }), 'recordings')).toContain('fine: none');
  await mkdir(join(data, 'audio', 'ar'), { recursive: true });
  const put = (file: string, bytes: number) =>
    writeFile(join(data, 'audio', 'ar', file), Buffer.alloc(bytes));
  await Promise.all([put('who.mp3', recommended + 1), put('kinds.mp3', biggest + 1), put('why.mp3', 9)]);
  const found = recordings({ data });
  await rm(data, { recursive: true });
  expect(about(found, 'recordings')).toBe('fine: 1 served');
  expect(about(found, 'recording ar/kinds.mp3')).toBe('wrong: not served: 201 kB, at most 200 kB');
  expect(about(found, 'recording ar/who.mp3')).toContain('mind: 31 kB');
  expect(about(found, 'recording ar/why.mp3')).toContain('mind: not served');
});

describe('settings', () => {
  const say = (env: Record<string, string>, kind: 'real' | 'demonstration' = 'real') =>
    settings(readConfig({ UPSTANDER_DATA: join(tmpdir(), 'no-such-folder'), ...env }), { kind });

  test('of a real installation behind its proxy are fine', () => {
    const found = say({
      PUBLIC_URL: 'https://tell.example.org',
      TRUST_PROXY: '10.0.0.1',
      SECURITY_CONTACT: 'security@example.org',
    });
    expect(new Set(Object.values(states(found)))).toEqual(new Set(['fine']));
    expect(about(found, 'address')).toBe('fine: https://tell.example.org');
  });

  test('that are allowed but not meant are said', () => {
    expect(about(say({}), 'address')).toContain('mind: http://localhost:3000');
    expect(about(say({}, 'demonstration'), 'address')).toContain('fine: ');
    expect(about(say({ PUBLIC_URL: 'https://tell.example.org' }), 'listening')).toContain('TRUST_PROXY');
    expect(about(say({ HOST: '0.0.0.0' }, 'demonstration'), 'listening')).toMatch(/^wrong: /);
    expect(about(say({ LOG_LEVEL: 'debug' }), 'log')).toMatch(/^mind: debug/);
    expect(about(say({ LOG_LEVEL: 'silent' }), 'log')).toMatch(/^mind: silent/);
  });

  test('name the database without its password', () => {
    const found = about(
      say({ DATABASE_URL: 'postgres://upstander:hidden@db.example.org:5432/u' }),
      'kept in',
    );
    expect(found).toBe("fine: a server's, at db.example.org:5432");
    expect(about(say({}), 'kept in')).toContain('built-in');
  });
});

test('a language whose texts nobody has signed is said', () => {
  const signed = { reviewedBy: 'Noor', date: '2026-11-22' };
  const found = languages([
    { lang: 'en', ...signed },
    { lang: 'ar', reviewedBy: null, date: null },
  ]);
  expect(states(found)).toEqual({ English: 'fine', Arabic: 'mind' });
  expect(about(found, 'English')).toContain('Noor, 2026-11-22; codes are words');
});

test('Node that is too old does not pass', () => {
  expect([node('22.1.0').state, node('24.0.0').state]).toEqual(['wrong', 'fine']);
});

test('an empty folder is no fault, and a database that is away is one', async () => {
  const data = await mkdtemp(join(tmpdir(), 'upstander-doctor-'));
  const empty = await examine(readConfig({ UPSTANDER_DATA: data }));
  expect(empty.filter(({ state }) => state === 'wrong')).toEqual([]);
  expect(about(empty, 'database')).toContain('none yet');
  const away = await examine(
    readConfig({ UPSTANDER_DATA: data, DATABASE_URL: 'postgres://u:hidden@localhost:1/u' }),
  );
  await rm(data, { recursive: true });
  expect(states(away).database).toBe('wrong');
  expect(JSON.stringify(away)).not.toContain('hidden');
});
