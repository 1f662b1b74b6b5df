/**
 * One caseworker is searched and forced: her device, her phrase, and with them every row of our database. In a house where
 * two must open they open no report; in any other they open all of hers, which shows that this thief looks well.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldFrom } from '../../src/islands/desk/held.ts';
import { shareAgain } from '../../src/islands/desk/sharing.ts';
import { identityOf } from '../../src/platform/keys/age-key.ts';
import {
  codeList,
  fromBase64url,
  fromUtf8,
  newPhrase,
  type Reader,
  type ReaderEntry,
  readers,
  toBase64url,
  unwrapByPhrase,
} from '../../src/platform/keys/index.ts';
import { openWith } from '../../src/platform/keys/seal.ts';
import { join } from '../../src/platform/keys/shamir.ts';
import { entriesReader, sealedReader } from '../../src/report/index.ts';
import { browse } from '../browse.ts';
import { amalTells, type Cast, cast } from '../cast.ts';
import { atDesk, house, saysYes, takes } from '../together.ts';
import { type TestWorld, world } from '../world.ts';

const words = 'He followed me from the stop.';
const head = Buffer.from('age-encryption.org/v1\n');

/** Every value of every bytea column, and whatever stands inside it or inside a text as base64url. */
async function everyFile({ database: { db } }: TestWorld): Promise<Buffer[]> {
  const { rows: columns } = await sql<{ table: string; column: string; type: string }>`
    select table_name as table, column_name as column, data_type as type from information_schema.columns
    where table_schema = 'public' and data_type in ('bytea', 'text', 'jsonb')`.execute(db);
  const found: Buffer[] = [];
  for (const { table, column, type } of columns) {
    const value = type === 'bytea' ? sql.ref(column) : sql`convert_to(${sql.ref(column)}::text, 'UTF8')`;
    const { rows } = await sql<{
      value: Buffer | null;
    }>`select ${value} as value from ${sql.table(table)}`.execute(db);
    for (const row of rows) if (row.value !== null) found.push(row.value);
  }
  return found.flatMap(filesIn);
}

function filesIn(value: Buffer): Buffer[] {
  const files: Buffer[] = [];
  for (let at = value.indexOf(head); at >= 0; at = value.indexOf(head, at + 1))
    files.push(value.subarray(at));
  for (const [run] of value.toString('latin1').matchAll(/[\w-]{60,}/g)) {
    const inner = Buffer.from(run, 'base64url');
    if (inner.subarray(0, head.length).equals(head)) files.push(inner);
  }
  return files;
}

/** Opens what opens, with every key that comes to light on the way: identities, shares, and any two shares joined. */
async function thief(here: TestWorld, identity: string): Promise<{ opened: string[]; shares: number }> {
  const files = await everyFile(here);
  const keys = [identity];
  const opened = new Map<Buffer, string>();
  const shares: { x: number; y: Uint8Array }[] = [];
  for (let key = keys.shift(); key !== undefined; key = keys.shift()) {
    for (const file of files.filter((one) => !opened.has(one))) {
      const text = await openWith(key, file).then(fromUtf8, () => null);
      if (text === null) continue;
      opened.set(file, text);
      keys.push(...(text.match(/AGE-SECRET-KEY-1[0-9A-Z]{58}/g) ?? []));
      const [, x, y] = /^share (\d+) ([\w-]{43})$/m.exec(text) ?? [];
      if (x === undefined || y === undefined) continue;
      const share = { x: Number(x), y: fromBase64url(y) };
      keys.push(
        identityOf(share.y),
        ...shares.filter((one) => one.x !== share.x).map((one) => identityOf(join(one, share))),
      );
      shares.push(share);
    }
  }
  return { opened: [...opened.values()], shares: shares.length };
}

const telling = (found: readonly string[]) => found.filter((text) => text.includes(words)).length;

/** From the paper and the database alone, as whoever forced her would begin. */
async function stolenKey(here: TestWorld, { ines }: Cast, phrase: string): Promise<string> {
  const { rows } = await sql<{ body: Buffer }>`select body from wrap where person = ${ines.id}`.execute(
    here.database.db,
  );
  const held = await heldFrom(await unwrapByPhrase(new Uint8Array(rows[0]?.body ?? []), phrase));
  return held.identity;
}

let here: TestWorld;
let people: Cast;
/** A house as any other. */
let other: TestWorld;
const phrase = newPhrase(codeList('en'));

beforeAll(async () => {
  [here, other] = await Promise.all([world(), world()]);
  people = await house(here, { phrases: { ines: phrase } });
});
afterAll(async () => {
  await Promise.all([here, other].map((one) => one[Symbol.asyncDispose]()));
});

test('her key, her phrase and the whole database open no report where two must open, also one she has opened', async () => {
  const ids = [(await amalTells(here)).id, (await amalTells(here)).id, (await amalTells(here)).id];
  await here.settle();
  const [ines, omar] = [await atDesk(people, people.ines), await atDesk(people, people.omar)];
  const [report = ''] = ids;
  const place = { installation: here.installation.id, report };
  await ines.browser.post('/desk/api/claim', { report });
  await ines.browser.post('/desk/api/together/ask', { report });
  const identity = await stolenKey(here, people, phrase);
  expect(telling((await thief(here, identity)).opened)).toBe(0);

  // What a colleague has just said yes to is hers until she takes it, and of that one report alone.
  expect(await saysYes(omar, ines, place)).toBe(200);
  expect(telling((await thief(here, identity)).opened)).toBe(1);
  await takes(ines, place);
  expect((await ines.browser.post('/desk/api/open', { report })).status).toBe(200);
  const after = await thief(here, identity);
  expect([telling(after.opened), after.shares]).toEqual([0, ids.length]);

  // Nor does a server get it sealed to one who is forced already, by naming nobody else.
  const { id: installation, zone } = here.installation;
  const entries = await entriesReader(here.database.db).all();
  const list = readers({ entries, root: here.root.public, installation, now: here.clock.now() });
  const secret = toBase64url((await sealedReader(here.database.db).secret(report)) ?? new Uint8Array());
  const lie = { id: report, secret, missing: [], instead: [], arrived: '2026-11-22', isMinors: false };
  for (const { reader } of [ines, omar]) {
    const sealed = shareAgain({ ...lie, readers: [reader.id] }, ines.held, {
      installation,
      zone,
      list,
      entries,
    });
    await expect(sealed).rejects.toMatchObject({ code: 'swapped' });
  }

  // The same thief elsewhere, where one opens alone.
  const { ines: alone } = await cast(other);
  await amalTells(other);
  expect(telling((await thief(other, alone.keys.identity)).opened)).toBe(1);
});

test('a server that says "off" has a list that does not verify, and asks no other questions', async () => {
  const entries = await entriesReader(here.database.db).all();
  const off = (reader: Reader): Reader => {
    const { together: _, ...rest } = reader;
    return rest;
  };
  const turned = (which: (n: number) => boolean): ReaderEntry[] =>
    entries.map((entry, n) =>
      which(n) ? { ...entry, statement: { ...entry.statement, reader: off(entry.statement.reader) } } : entry,
    );
  const { id: installation, root } = here.installation;
  const walked = (list: readonly ReaderEntry[]) =>
    readers({ entries: list, root, installation, now: here.clock.now() });
  expect(walked(entries).active.every(({ together }) => together === true)).toBe(true);
  for (const which of [() => true, (n: number) => n === 0, (n: number) => n === entries.length - 1]) {
    expect(() => walked(turned(which))).toThrow('chain_broken');
  }
  const asked = async (one: TestWorld) =>
    [...(await browse(one).get('/en/report/tell')).text.matchAll(/ name="([\w-]+)"/g)].map(
      ([, name]) => name,
    );
  expect([...new Set(await asked(here))].sort()).toEqual([...new Set(await asked(other))].sort());
});
