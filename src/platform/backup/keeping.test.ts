import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { amalTells, cast } from '../../../test/cast.ts';
import { type Office, office } from '../../../test/restored.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { copiesOfRooms } from '../../backup.ts';
import { backups } from '../../cli/doctor/backups.ts';
import { deriveReceipt, recipientOf, sign, toBase64url } from '../keys/index.ts';
import { nodeScrypt } from '../keys/node-scrypt.ts';
import type { Minutely } from '../minutely.ts';
import { copied, keeping, readApart, readName } from './index.ts';

let here: TestWorld;
let archive: Office;
let keeper: Minutely;
let to: string;
const failures: unknown[] = [];

beforeAll(async () => {
  here = await world({ now: '2026-11-22T10:00:00Z' });
  await cast(here);
  archive = await office(here);
  to = await recipientOf(archive.identity);
  const { config, installation, clock, database } = here;
  const rooms = copiesOfRooms(clock);
  const needs = { config, installation, clock, rooms, url: database.url, db: database.db };
  keeper = keeping({ ...needs, to, folder: archive.folder, failed: (error) => failures.push(error) });
}, 60_000);
afterAll(async () => {
  await keeper[Symbol.asyncDispose]();
  await archive[Symbol.asyncDispose]();
  await here[Symbol.asyncDispose]();
});

const of = async (what: 'backup' | 'tombstones') =>
  (await readdir(archive.folder)).filter((file) => readName(file)?.what === what).sort();
const set = (away: number | null) => ({ backup: { to, folder: archive.folder, away } });

test('pages say "not yet" until one is there and somebody says when it leaves the machine', async () => {
  const { installation, clock } = here;
  expect(await copied(set(2), installation, clock)).toBeNull();
  await keeper.look();
  expect(failures).toEqual([]);
  expect(await copied(set(2), installation, clock)).toEqual({ hours: 28 });
  expect(await copied(set(null), installation, clock)).toBeNull();
});

test('one a day, however often it looks; what a killed run left goes with the next', async () => {
  await keeper.look();
  expect(await of('backup')).toHaveLength(1);
  const [first = ''] = await of('backup');
  await writeFile(join(archive.folder, `${first}.part`), 'half');
  here.clock.set('2026-11-23T05:00:00Z');
  await keeper.look();
  expect(failures).toEqual([]);
  expect(await of('backup')).toHaveLength(2);
  expect((await readdir(archive.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a withdrawal stands in the list a minute later, and the list before it is gone', async () => {
  const amal = await amalTells(here);
  const keys = await deriveReceipt(amal.code, here.installation.salt, { scrypt: nodeScrypt });
  const signature = sign('withdrawal', [here.installation.id, amal.id], keys.signSecret);
  const lookup = toBase64url(keys.lookup);
  expect((await browse(here).post('/api/back/withdraw', { lookup, signature })).status).toBeLessThan(300);
  const before = await of('tombstones');
  here.clock.set('2026-11-23T05:01:00Z');
  await keeper.look();
  const after = await of('tombstones');
  expect([before.length, after.length]).toEqual([1, 1]);
  expect(after).not.toEqual(before);
  const { identity } = archive;
  const list = await readApart(
    after.map((file) => join(archive.folder, file)),
    { identity, installation: here.installation.id },
  );
  expect(list.withdrawn).toMatchObject([{ report: amal.id }]);
  expect(list.readers).toHaveLength(3);
});

test('the doctor says how old the newest is, and what to do where it is too old or on the same disk', async () => {
  const { config, installation, clock } = here;
  const asked = async (away: number | null) => backups({ ...config, ...set(away) }, installation, clock);
  expect(await asked(3)).toMatchObject([{ state: 'fine' }, { state: 'fine' }]);
  expect(await asked(null)).toMatchObject([{ state: 'fine' }, { state: 'mind' }]);
  expect(await asked(0)).toMatchObject([{ state: 'fine' }, { state: 'wrong' }]);
  here.clock.set('2026-11-24T18:30:00Z');
  expect((await asked(3))[0]).toMatchObject({ state: 'mind', found: expect.stringContaining('37 h old') });
  here.clock.set('2026-11-30T11:00:00Z');
  expect((await asked(3))[0]?.state).toBe('wrong');
  const none = { ...config, backup: { to: null, folder: null, away: null } };
  expect(await backups(none, installation, clock)).toMatchObject([{ state: 'mind' }]);
  expect(await backups(none, { ...installation, kind: 'real' }, clock)).toMatchObject([{ state: 'wrong' }]);
});
