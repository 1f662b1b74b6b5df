import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, browse, type Heard } from '../../../test/browse.ts';
import { amalTells, type Cast, cast } from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import {
  codeList,
  deriveReceipt,
  halves,
  openSecret,
  sealItem,
  showCode,
  sign,
  toBase64url,
} from '../../platform/keys/index.ts';
import { newReportKey } from '../../platform/keys/item.ts';
import { nodeScrypt } from '../../platform/keys/node-scrypt.ts';
import { sealAddition } from '../addition.ts';
import { defaultConsents } from '../answers.ts';
import { signConsents } from '../consents.ts';
import { reportReader, reportWriter, sealedReader } from '../index.ts';
import { composeReply, replyItem } from '../reply.ts';
import type { MyReport } from '../wire.ts';
import { wayOf } from './mine.ts';

let here: TestWorld;
let people: Cast;
let amal: Browser;
beforeAll(async () => {
  here = await world({ staging: { allowances: 'none' } });
  people = await cast(here);
  amal = browse(here);
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const says = ({ text }: Heard, words: string) => text.includes(words);

/** Amal has told: her code, her keys, her report. */
async function told() {
  const sealed = await amalTells(here);
  const keys = await deriveReceipt(sealed.code, here.installation.salt, { scrypt: nodeScrypt });
  return { ...sealed, keys, typed: showCode(sealed.code), lookup: toBase64url(keys.lookup) };
}
type Telling = Awaited<ReturnType<typeof told>>;

/** Ines opens, and replies as her browser would. */
async function replies({ id, keys }: Telling, text: string): Promise<void> {
  const { db } = here.database;
  const { reader, keys: own } = people.ines;
  const place = { installation: here.installation.id, report: id };
  const secret = (await sealedReader(db).secret(id)) ?? new Uint8Array();
  await openSecret(secret, own.identity, place);
  const { reply: number } = await sealedReader(db).next(id);
  const content = composeReply({ ...place, number }, text, { reader: reader.id, signSecret: own.signSecret });
  const report = await reportReader(db).byId(id);
  const recipients = [keys.replyRecipient, report?.recipient ?? ''];
  const body = await sealItem({ ...place, item: replyItem(number), content }, recipients);
  await db.transaction().execute(async (tx) => {
    const writer = reportWriter(tx);
    await writer.addReply({ report: id, number, body, author: reader.id, day: '2026-11-22' });
    await writer.addEvent({ report: id, what: 'replied', day: '2026-11-22', who: reader.id });
  });
}

const mine = async ({ lookup }: Telling) => (await amal.post('/api/back', { lookup })).json<MyReport>();

describe('Amal comes back without script', () => {
  const back = (typed: string, more: object = {}) => amal.post('/en/back', { code: typed, ...more });

  test('typing her code in any way, or two cards', async () => {
    const telling = await told();
    const { typed, code } = telling;
    for (const way of [typed, typed.toUpperCase(), typed.replaceAll(' ', ', '), `1. ${typed}\n`]) {
      const heard = await back(way);
      expect([heard.status, says(heard, 'What you told us')]).toEqual([200, true]);
    }
    const [a, b] = halves(code, codeList('en'));
    expect((await back(`${showCode(b)}\n${showCode(a)}`)).status).toBe(200);
    expect((await back(showCode(a), { second: showCode(b) })).status).toBe(200);
    expect((await back(showCode(a))).status).toBe(422);
  });

  test('a slip is named with the nearest words, and what was typed stays', async () => {
    const { typed } = await told();
    const [first = '', ...rest] = typed.split(' ');
    const slip = await back([`${first}qx`, ...rest].join(' '));
    expect([slip.status, says(slip, 'Check word 1'), says(slip, first)]).toEqual([422, true, true]);
    expect(says(await back(rest.join(' ')), 'Got 5 words, expected 6')).toBe(true);
    expect(says(await back('4802 1157 9036 2741 6690 3'), 'digit')).toBe(true);
    expect(says(await back(''), 'Type your code')).toBe(true);
  });

  test('a reply is read, signed by Ines, and deleted', async () => {
    const telling = await told();
    await replies(telling, 'Thank you, Amal. شكرًا لك.');
    const read = await back(telling.typed);
    expect([says(read, 'شكرًا لك'), says(read, 'From Ines')]).toEqual([true, true]);
    const deleted = await back(telling.typed, { do: 'read', number: 1 });
    expect([says(deleted, 'شكرًا لك'), says(deleted, 'No reply is waiting')]).toEqual([false, true]);
    await replies(telling, 'Another one');
    expect((await mine(telling)).replies.map(({ number }) => number)).toEqual([2]);
  });

  test('she adds, chooses anew, withdraws; afterwards her code says it is gone', async () => {
    const telling = await told();
    const empty = await back(telling.typed, { do: 'add', text: ' ' });
    expect([empty.status, says(empty, 'Write something first')]).toEqual([422, true]);
    expect(says(await back(telling.typed, { do: 'add', text: 'A camera' }), 'It is added')).toBe(true);
    const chosen = await back(telling.typed, { do: 'choices', wish: 'keep' });
    expect(says(chosen, 'Your choices are saved')).toBe(true);
    expect(await mine(telling)).toMatchObject({
      additions: 1,
      consentsNumber: 2,
      consents: { count: false, ask: null, contact: false, keep: true },
      events: [{ what: 'received' }, { what: 'added' }, { what: 'choices' }],
    });
    expect(says(await back(telling.typed, { do: 'withdraw_ask' }), 'Gone at once')).toBe(true);
    expect((await mine(telling)).id).toBe(telling.id);
    const gone = await back(telling.typed, { do: 'withdraw' });
    expect([gone.status, says(gone, 'It is gone from here now')]).toEqual([200, true]);
    expect((await back(telling.typed)).status).toBe(410);
  });
});

test('her way says of each reading after the first that it was again', () => {
  const way = ['received', 'opened', 'noted', 'opened', 'replied', 'opened'];
  expect(wayOf(way.map((what) => ({ day: '2026-11-22', what }))).map(({ what }) => what)).toEqual([
    'received',
    'opened',
    'opened_again',
    'replied',
    'opened_again',
  ]);
});

describe('with her signature alone', () => {
  test('an addition is taken once, in its order, and only if she signed it', async () => {
    const telling = await told();
    const place = { installation: here.installation.id, report: telling.id, number: 1 };
    const shown = await mine(telling);
    const addition = await sealAddition(place, 'More', { ...shown, ...telling.keys });
    const add = (changes: object) =>
      amal.post('/api/back/add', { lookup: telling.lookup, ...addition, ...changes });
    expect((await add({ signature: signWith(people.ines.keys.signSecret, telling.id) })).json().code).toBe(
      'bad_signature',
    );
    expect((await add({ number: 2 })).json().code).toBe('bad_signature');
    expect((await add({})).status).toBe(200);
    expect((await add({})).status).toBe(200);
    expect((await mine(telling)).additions).toBe(1);
  });

  test('older choices cannot be put back', async () => {
    const telling = await told();
    const { recipient } = telling.submission;
    const choose = (number: number, keep: boolean) => {
      const consents = { ...defaultConsents, keep };
      const signature = signConsents(
        { installation: here.installation.id, report: telling.id, recipient, number, consents },
        telling.keys.signSecret,
      );
      return amal.post('/api/back/consents', { lookup: telling.lookup, number, consents, signature });
    };
    expect((await choose(2, true)).status).toBe(200);
    expect((await choose(2, false)).json().code).toBe('number_taken');
    expect((await choose(1, false)).json().code).toBe('number_taken');
    expect((await mine(telling)).consents.keep).toBe(true);
  });

  test('choices signed for another key than the report has are not taken', async () => {
    const telling = await told();
    const { recipient } = await newReportKey();
    const changed = { installation: here.installation.id, report: telling.id, recipient, number: 2 };
    const consents = { ...defaultConsents, keep: true };
    const signature = signConsents({ ...changed, consents }, telling.keys.signSecret);
    const choices = { lookup: telling.lookup, number: 2, consents, signature };
    expect((await amal.post('/api/back/consents', choices)).json().code).toBe('bad_signature');
  });

  test('without script neither, once the server shows another key: nothing is signed, nothing added', async () => {
    const telling = await told();
    const { recipient } = await newReportKey();
    await sql`update report set recipient = ${recipient} where id = ${telling.id}`.execute(here.database.db);
    for (const form of [
      { do: 'choices', wish: 'keep' },
      { do: 'add', text: 'A camera' },
    ]) {
      const heard = await amal.post('/en/back', { code: telling.typed, ...form });
      expect(says(heard, 'is not signed with your code')).toBe(true);
    }
    expect(await mine(telling)).toMatchObject({ additions: 0, consentsNumber: 1 });
  });

  test('withdrawing leaves no row about it in any table, only the tombstone, and it cannot be sent again', async () => {
    const telling = await told();
    await replies(telling, 'Hello');
    const { id, lookup, keys, submission } = telling;
    const withdraw = (signature: string) => amal.post('/api/back/withdraw', { lookup, signature });
    expect((await withdraw(signWith(people.ines.keys.signSecret, id))).json().code).toBe('bad_signature');
    expect((await withdraw(signWith(keys.signSecret, id))).status).toBe(200);
    expect(await tablesWith(id)).toEqual(['public.tombstone']);
    expect((await amal.post('/api/back', { lookup })).status).toBe(404);
    expect((await amal.post('/api/reports', submission)).json().code).toBe('withdrawn');
  });

  test('also after caseworkers have filed it', async () => {
    const telling = await told();
    await here.settle();
    const { id, lookup, keys } = telling;
    await amal.post('/api/back/withdraw', { lookup, signature: signWith(keys.signSecret, id) });
    expect(await tablesWith(id)).toEqual(['public.tombstone']);
  });
});

const signWith = (secret: Uint8Array, report: string) =>
  sign('withdrawal', [here.installation.id, report], secret);

/** Every table of ours and of the queue that mentions an id in any column. */
async function tablesWith(id: string): Promise<string[]> {
  const { db } = here.database;
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(db);
  const found: string[] = [];
  for (const { name } of rows) {
    const hit = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.raw(name)} t where t::text like ${`%${id}%`}`.execute(db);
    if ((hit.rows[0]?.n ?? 0) > 0) found.push(name);
  }
  return found.sort();
}
