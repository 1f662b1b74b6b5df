import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyCell } from '../../../test/attacks/tables.ts';
import { browse } from '../../../test/browse.ts';
import { amalTells, type Cast, cast, signedByRoot } from '../../../test/cast.ts';
import { testDatabase } from '../../../test/database.ts';
import { type Office, office, type SecondWorld } from '../../../test/restored.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { copiesOfRooms } from '../../backup.ts';
import { signInLink } from '../../casework/index.ts';
import type { InboxLine, OpenedReport } from '../../casework/wire.ts';
import { entriesReader } from '../../report/index.ts';
import type { MyReport } from '../../report/wire.ts';
import { openInstallation } from '../installation.ts';
import {
  deriveReceipt,
  fromBase64url,
  fromUtf8,
  newIdentity,
  openItem,
  openSecret,
  randomBytes,
  sign,
  toBase64url,
} from '../keys/index.ts';
import { nodeScrypt } from '../keys/node-scrypt.ts';
import { postMail } from '../mail/index.ts';
import { Refusal } from '../refusal.ts';
import { type Made, readThrough, restore } from './index.ts';

/** Of several sealed parts, so that a file may break in its middle. */
const recorded = Buffer.concat(Array.from({ length: 8 }, () => randomBytes(60_000)));
const words = 'He followed me from the harbour, canary-7f3a.';
let here: TestWorld;
let people: Cast;
let archive: Office;
let made: Made;
let amal: Awaited<ReturnType<typeof amalTells>>;
let second: SecondWorld;
let omarsSession = '';

beforeAll(async () => {
  here = await world();
  people = await cast(here);
  archive = await office(here);
  const audio = join(here.config.data, 'audio', 'en');
  await mkdir(audio, { recursive: true });
  await writeFile(join(audio, 'who.mp3'), recorded);
  amal = await amalTells(here, { words });
  await here.settle();
  // Told and not yet filed; written and not yet sent.
  await amalTells(here, { words });
  await here.database.db
    .transaction()
    .execute((tx) => postMail(tx, { to: 'desk@example.org', template: 'task', locale: 'en', params: {} }));
  omarsSession = (await people.as(people.omar)).cookie;
  made = await archive.backup();
  second = await archive.bringBack(made.file, [await archive.list()]);
}, 120_000);
afterAll(async () => {
  await archive[Symbol.asyncDispose]();
  await here[Symbol.asyncDispose]();
});

async function comesBack(at: Pick<TestWorld, 'app' | 'config' | 'installation'>, { code } = amal) {
  const keys = await deriveReceipt(code, at.installation.salt, { scrypt: nodeScrypt });
  const heard = await browse(at).post('/api/back', { lookup: toBase64url(keys.lookup) });
  return { keys, heard, lookup: toBase64url(keys.lookup) };
}

describe('after a restore on a second machine', () => {
  test('Amal’s receipt opens her report', async () => {
    const { heard } = await comesBack(second);
    expect([heard.status, heard.json<MyReport>().id]).toEqual([200, amal.id]);
  });

  test('Ines signs in anew and opens with her own key what Amal told', async () => {
    const ines = await signedIn(second);
    await second.settle();
    await ines.post('/desk/api/claim', { report: amal.id });
    const desk = (await ines.post('/desk/api/open', { report: amal.id })).json<OpenedReport>();
    const place = { installation: second.installation.id, report: amal.id };
    const key = await openSecret(fromBase64url(desk.secret), people.ines.keys.identity, place);
    const body = fromBase64url(desk.items.find(({ kind }) => kind === 'told')?.body ?? '');
    expect(fromUtf8(await openItem(body, key, { ...place, item: 'told' }))).toContain(words);
  });

  test('Omar’s session is over, and every link that was not used', async () => {
    expect((await browse(here, omarsSession).get('/desk/api/me')).status).toBe(200);
    expect((await browse(second, omarsSession).get('/desk/api/me')).status).toBe(401);
    const { rows } = await sql<{ n: string }>`select (select count(*) from session where hash <> '') +
      (select count(*) from staff_link) + (select count(*) from challenge) as n`.execute(second.database.db);
    // Only Ines has signed in since.
    expect(Number(rows[0]?.n)).toBe(1);
  });

  test('what was told and not yet filed is filed once', async () => {
    await second.settle();
    const ines = await signedIn(second);
    const { lines } = (await ines.get('/desk/api/inbox')).json<{ lines: InboxLine[] }>();
    expect(lines).toHaveLength(2);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(2);
  });

  test('a mail that waited is not sent by itself', async () => {
    expect(second.replayed?.mails).toBe(1);
    const { rows } = await sql`select from mail where state = 'waiting'`.execute(second.database.db);
    expect(rows).toEqual([]);
  });

  test('every row of every other table is there, and nothing of another table', async () => {
    const apart = ['session', 'staff_link', 'challenge', 'mail', 'outbox'];
    const hers = async (at: Pick<TestWorld, 'database'>) => {
      const { rows } = await sql<{ name: string }>`
        select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(
        at.database.db,
      );
      const names = rows.map(({ name }) => name).filter((name) => !apart.includes(name));
      const all = await Promise.all(
        names.map(async (name) => {
          const table = sql.table(name);
          const { rows: sums } = await sql<{ sum: string }>`
            select coalesce(md5(string_agg(row_text, '' order by row_text)), '') as sum
            from (select t::text as row_text from ${table} t) as texts`.execute(at.database.db);
          return [name, sums[0]?.sum] as const;
        }),
      );
      return Object.fromEntries(all);
    };
    await using fresh = await archive.bringBack(made.file);
    const again = await archive.backup();
    await using third = await archive.bringBack(again.file);
    expect(await hers(third)).toEqual(await hers(here));
    expect((await hers(fresh)).report).toBe((await hers(here)).report);
  });

  test('recordings came along', async () => {
    expect(await readFile(join(second.config.data, 'audio', 'en', 'who.mp3'))).toEqual(recorded);
  });
});

async function signedIn(at: SecondWorld) {
  const link = await signInLink({ db: at.database.db, clock: at.clock }, people.ines.id);
  const answer = await browse(at).post(`/en${link}`, {});
  return browse(at, answer.cookie ?? '');
}

describe('what was withdrawn', () => {
  test('does not come back with last night’s backup', async () => {
    const noor = await amalTells(here, { words: 'Noor changes her mind.' });
    const lastNight = await archive.backup();
    const { lookup, keys, heard } = await comesBack(here, noor);
    expect(heard.status).toBe(200);
    const signature = sign('withdrawal', [here.installation.id, noor.id], keys.signSecret);
    expect((await browse(here).post('/api/back/withdraw', { lookup, signature })).status).toBeLessThan(300);

    const list = await archive.list();
    await using back = await archive.bringBack(lastNight.file, [list]);
    expect(back.replayed?.withdrawn).toBe(1);
    const gone = (await comesBack(here, noor)).heard.status;
    expect([(await comesBack(back, noor)).heard.status, gone]).toEqual([404, 404]);
    const cells = await everyCell(back.database.db);
    const holding = cells.filter(({ value }) => value.includes(noor.id)).map(({ table }) => table);
    expect(holding).toEqual(['tombstone']);
    // Amal took nothing back.
    expect((await comesBack(back)).heard.status).toBe(200);
  });

  test('is nobody’s to say but hers: a list with another’s signature takes no report out', async () => {
    const rooms = copiesOfRooms(here.clock);
    const stranger = (await comesBack(here, await amalTells(here))).keys;
    const signature = sign('withdrawal', [here.installation.id, amal.id], stranger.signSecret);
    const forged = { report: amal.id, day: '2026-11-22', signer: stranger.signer, signature };
    await using fresh = await archive.bringBack(made.file);
    const { installation } = fresh;
    const replayed = await fresh.database.db
      .transaction()
      .execute((tx) => rooms.restored(tx, { installation, apart: { withdrawn: [forged], readers: [] } }));
    expect(replayed.withdrawn).toBe(0);
    expect((await comesBack(fresh)).heard.status).toBe(200);
  });
});

test('a reader who was removed since stays removed, and the list is as long as phones have seen it', async () => {
  const before = await archive.backup();
  await signedByRoot(here, 'remove', people.omar.reader);
  await using back = await archive.bringBack(before.file, [await archive.list()]);
  expect(back.replayed?.readers).toBe(1);
  const { db } = back.database;
  const entries = await entriesReader(db).all();
  expect(entries).toEqual(await entriesReader(here.database.db).all());
  const { rows } = await sql`select from wrap where person = ${people.omar.id}`.execute(db);
  expect(rows).toEqual([]);
  await using old = await archive.bringBack(before.file);
  expect(await entriesReader(old.database.db).all()).toHaveLength(entries.length - 1);
});

const refusedWith = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );

describe('a file', () => {
  test('that is cut or changed anywhere is refused, and leaves nothing that opens', async () => {
    const whole = await readFile(made.file);
    const bad = join(archive.folder, 'bad.age');
    const cuts = [0, 40, 200, 400, whole.length >> 1, whole.length - 17, whole.length - 1];
    for (const at of cuts) {
      await writeFile(bad, whole.subarray(0, at));
      expect(await refusedWith(readThrough(bad, archive.identity)), `cut at ${at}`).toBe('backup_damaged');
    }
    for (const at of [60, 300, 700, whole.length >> 1, whole.length - 3]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(bad, changed);
      const said = await refusedWith(readThrough(bad, archive.identity));
      expect(['backup_damaged', 'backup_not_for_you'], `changed at ${at}`).toContain(said);
    }
    await using database = await testDatabase({ empty: true });
    const data = join(archive.folder, 'half');
    const config = { data, databaseUrl: database.url };
    const base = { config, identity: archive.identity, apart: [], rooms: copiesOfRooms(here.clock) };
    await writeFile(bad, whole.subarray(0, whole.length - 100));
    expect(await refusedWith(restore({ ...base, file: bad }))).toBe('backup_damaged');
    const { rows } = await sql`select from pg_class where relnamespace = 'public'::regnamespace`.execute(
      database.db,
    );
    expect(rows).toEqual([]);
    expect(await refusedWith(openInstallation(data))).toBe('restore_unfinished');
    // Once more, with the file that is whole.
    await restore({ ...base, file: made.file });
    expect((await openInstallation(data))?.id).toBe(here.installation.id);
    expect(await refusedWith(restore({ ...base, file: made.file }))).toBe('restore_not_empty');
    await rm(bad);
  });

  test('opens with its own key alone', async () => {
    expect(await refusedWith(readThrough(made.file, newIdentity()))).toBe('backup_not_for_you');
  });

  test('that mixes a demonstration with a real installation is refused, and one of another database is not made', async () => {
    const settings = join(here.config.data, 'installation.json');
    const text = await readFile(settings, 'utf8');
    await writeFile(settings, text.replace('"demonstration"', '"real"'));
    const mixed = await archive.backup();
    await writeFile(settings, text);
    await using database = await testDatabase({ empty: true });
    const config = { data: join(archive.folder, 'mixed'), databaseUrl: database.url };
    const base = { config, identity: archive.identity, apart: [], rooms: copiesOfRooms(here.clock) };
    expect(await refusedWith(restore({ ...base, file: mixed.file }))).toBe('backup_damaged');
    await rm(mixed.file);
    await using other = await world();
    await using strange = await office({ ...here, database: other.database });
    expect(await refusedWith(strange.backup())).toBe('wrong_kind');
    expect(await readdir(strange.folder)).toEqual([]);
    expect(await refusedWith(restore({ ...base, file: made.file, apart: [made.file] }))).toBe(
      'backup_damaged',
    );
  });

  test('is for an empty database: another one is refused and not touched', async () => {
    await using database = await testDatabase();
    const config = { data: join(archive.folder, 'other'), databaseUrl: database.url };
    const base = { config, identity: archive.identity, apart: [], rooms: copiesOfRooms(here.clock) };
    expect(await refusedWith(restore({ ...base, file: made.file }))).toBe('restore_not_empty');
    expect(await readdir(config.data)).toEqual([]);
  });
});
