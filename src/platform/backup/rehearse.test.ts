import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { amalTells, cast } from '../../../test/cast.ts';
import { type Office, office } from '../../../test/restored.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { copiesOfRooms } from '../../backup.ts';
import { proveCopy } from '../../report/index.ts';
import { deriveReceipt, sign, toBase64url } from '../keys/index.ts';
import { nodeScrypt } from '../keys/node-scrypt.ts';
import { rehearse } from './index.ts';

let here: TestWorld;
let archive: Office;
let within: string;
let file: string;
let list: string;

beforeAll(async () => {
  here = await world();
  await cast(here);
  archive = await office(here);
  within = await mkdtemp(join(tmpdir(), 'upstander-test-rehearse-'));
  const noor = await amalTells(here);
  for (let n = 0; n < 3; n++) await amalTells(here);
  await here.settle();
  ({ file } = await archive.backup());
  const { lookup, signSecret } = await deriveReceipt(noor.code, here.installation.salt, {
    scrypt: nodeScrypt,
  });
  const signature = sign('withdrawal', [here.installation.id, noor.id], signSecret);
  const gone = await browse(here).post('/api/back/withdraw', { lookup: toBase64url(lookup), signature });
  expect(gone.status).toBe(200);
  list = await archive.list();
}, 60_000);
afterAll(async () => {
  await rm(within, { recursive: true });
  await archive[Symbol.asyncDispose]();
  await here[Symbol.asyncDispose]();
});

const from = () => ({
  file,
  identity: archive.identity,
  apart: [list],
  rooms: copiesOfRooms(here.clock),
  within,
});

test('a restore that is only tried does all that a real one does, says it in figures, and leaves nothing, not even of one that was killed', async () => {
  const killed = join(within, 'upstander-check-999999999-abc');
  await mkdir(killed);
  await writeFile(join(killed, 'restore.unfinished'), '');
  const seen: string[] = [];
  const done = await rehearse({
    ...from(),
    progress: (bytes) => {
      seen.push(`bytes ${bytes > 0}`);
      return () => {};
    },
    proving: (reports) => {
      seen.push(`reports ${reports}`);
      return (some) => void seen.push(`${some}`);
    },
  });
  expect(done.figures).toEqual({ reports: 3, erased: 0, entries: 3, active: 3, waiting: 0 });
  expect([done.replayed.withdrawn, done.installation.id]).toEqual([1, here.installation.id]);
  const copied = done.manifest.tables.reduce((all, { rows }) => all + rows, 0);
  expect(done.rows).toBeGreaterThan(copied - 10);
  expect(seen).toEqual(['bytes true', 'reports 3', '3', '0']);
  expect(await readdir(within)).toEqual([]);
}, 60_000);

describe('looking at what came back finds', () => {
  const look = (changed: string) =>
    here.database.db
      .transaction()
      .execute(async (tx) => {
        await sql.raw(changed).execute(tx);
        const { wrong } = await proveCopy({ db: tx, installation: here.installation, now: here.clock.now() });
        throw Object.assign(new Error('put back'), { wrong });
      })
      .catch((error: { wrong?: string[] }) => error.wrong ?? error);
  const one = '(select min(id) from report)';

  test.each([
    ['nothing', 'select 1', []],
    [
      'a lost secret',
      `delete from report_secret where report = ${one}`,
      ['1 of 3 reports lack the secret that opens them'],
    ],
    ['lost words', "delete from report_item where kind = 'told'", ['3 of 3 reports lack what was told']],
    [
      'words that lie open',
      `update report_item set body = 'He followed me' where report = ${one}`,
      ['1 of 3 reports lack what was told', '1 of 3 reports hold something that is not sealed'],
    ],
    [
      'another key in its place',
      `update report set recipient = 'age1x' where id = ${one}`,
      ['1 of 3 reports are not signed by who told'],
    ],
    [
      'words that outlived their report’s year',
      `update report set erased = '2026-11-22', readers = '{}' where id = ${one}`,
      ['1 of 3 reports were erased and hold words'],
    ],
    [
      'a reader nobody signed',
      `update reader_entry set entry = jsonb_set(entry, '{signatures}', '[]') where number = 2`,
      ['entry 2 of the list of readers does not hold'],
    ],
  ])('%s', async (_, changed, wrong) => {
    expect(await look(changed)).toEqual(wrong);
  });
});
