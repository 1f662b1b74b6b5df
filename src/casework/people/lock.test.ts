import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Browser } from '../../../test/browse.ts';
import {
  amalTells,
  arrive,
  cast,
  newKeys,
  nextStatement,
  signature,
  signedByRoot,
} from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import {
  codeList,
  fromBase64url,
  newPhrase,
  openSecret,
  randomBytes,
  sealSecret,
  toBase64url,
  unwrapByPhrase,
  unwrapByPrf,
  wrapByPrf,
} from '../../platform/keys/index.ts';
import type { InboxLine, Me, OpenedReport, Sharing, UnsharedPage, WaitingForSignature } from '../wire.ts';

const code = (heard: Awaited<ReturnType<Browser['get']>>) => heard.json<{ code: string }>().code;
const meOf = async (browser: Browser) => (await browser.get('/desk/api/me')).json<Me>();
const inboxOf = async (browser: Browser) =>
  (await browser.get('/desk/api/inbox')).json<{ lines: InboxLine[] }>().lines.map(({ id }) => id);
const unsharedBy = async (browser: Browser) => (await browser.get('/desk/api/reseal')).json<Sharing>().people;
const secretsFor = async (browser: Browser, to: string) =>
  (await browser.post('/desk/api/reseal/secrets', { to, after: null })).json<UnsharedPage>().reports;

/** Every sealed or hashed value of every table. */
async function everyBlob({ database: { db } }: TestWorld): Promise<Uint8Array[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea'`.execute(db);
  const blobs = await Promise.all(
    rows.map(async ({ table, column }) => {
      const held = await sql<{ blob: Uint8Array }>`
        select ${sql.ref(column)} as blob from ${sql.table(table)}`.execute(db);
      return held.rows.map(({ blob }) => blob);
    }),
  );
  return blobs.flat();
}

describe('Lock now', () => {
  it('leaves nothing that her device, her paper and the whole server could open together', async () => {
    await using here = await world();
    const phrase = newPhrase(codeList('en'));
    const people = await cast(here, { phrases: { ines: phrase } });
    await amalTells(here);
    const prf = randomBytes(32);
    const ines = await people.as(people.ines);
    const phone = await people.as(people.ines);
    await sql`insert into passkey (id, person, public_key, counter, transports, added)
      values ('cGhvbmU', ${people.ines.id}, '\\x00', 0, '{}', '2026-11-22')`.execute(here.database.db);
    const body = toBase64url(await wrapByPrf(people.ines.seed, prf));
    expect((await ines.post('/desk/api/wrap', { by: 'cGhvbmU', body })).status).toBe(200);

    const opens = async () => {
      const blobs = await everyBlob(here);
      const tries = blobs.flatMap((blob) => [unwrapByPrf(blob, prf), unwrapByPhrase(blob, phrase)]);
      return (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled').length;
    };
    expect(await opens()).toBe(2);
    const statement = await nextStatement(here, 'remove', people.ines.reader);
    const entry = { statement, signatures: [signature(statement, people.ines)] };
    const locked = await phone.post('/desk/api/lock', { entry });
    expect([locked.json(), locked.cookie]).toEqual([{ removed: true }, '']);
    expect(await opens()).toBe(0);
    for (const browser of [ines, phone]) expect((await browser.get('/desk/api/me')).status).toBe(401);
  });

  it('gives back what she had claimed and tells her colleagues', async () => {
    await using here = await world();
    const people = await cast(here);
    const { id } = await amalTells(here);
    await here.settle();
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    await ines.post('/desk/api/claim', { report: id });
    await ines.post('/desk/api/lock', { entry: null });
    expect((await omar.post('/desk/api/claim', { report: id })).status).toBe(200);
    expect((await meOf(omar)).notices).toContainEqual({ what: 'locked', name: 'Ines', day: '2026-11-22' });
    await omar.post('/desk/api/notices/seen', {});
    expect((await meOf(omar)).notices).toEqual([]);
  });

  it('with the key closed presses colleagues for its removal, which phones need', async () => {
    await using here = await world();
    const people = await cast(here);
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    const locked = async () => (await omar.get('/desk/api/enrolments')).json<WaitingForSignature>().locked;
    expect(await locked()).toEqual([]);
    await ines.post('/desk/api/lock', { entry: null });
    expect(await locked()).toEqual([people.ines.reader.id]);
    const told = (await meOf(omar)).notices.map(({ what, name }) => `${what} ${name}`);
    expect(told).toEqual(expect.arrayContaining(['locked Ines', 'removal_waits Ines']));
    await signedByRoot(here, 'remove', people.ines.reader);
    expect(await locked()).toEqual([]);
  });

  it('locks although the list refuses her removal, and although she is the last', async () => {
    await using here = await world();
    const people = await cast(here);
    const stale = await nextStatement(here, 'remove', people.ines.reader);
    const entry = { statement: stale, signatures: [signature(stale, people.ines)] };
    await signedByRoot(here, 'remove', people.omar.reader);
    const ines = await people.as(people.ines);
    expect((await ines.post('/desk/api/lock', { entry })).json()).toEqual({ removed: false });
    const again = await people.as(people.ines);
    expect(await meOf(again)).toMatchObject({ reader: null, wraps: [] });
    const fresh = await nextStatement(here, 'remove', people.ines.reader);
    const last = { statement: fresh, signatures: [signature(fresh, people.ines)] };
    expect((await again.post('/desk/api/lock', { entry: last })).json()).toEqual({ removed: true });
  });

  it('lets nobody bring the old seed back from a device that was open elsewhere', async () => {
    await using here = await world();
    const people = await cast(here);
    const ines = await people.as(people.ines);
    await ines.post('/desk/api/lock', { entry: null });
    const again = await people.as(people.ines);
    const body = toBase64url(await wrapByPrf(people.ines.seed, randomBytes(32)));
    expect(code(await again.post('/desk/api/wrap', { by: 'phrase', body }))).toBe('keys_refused');
    expect(await inboxOf(again)).toEqual([]);
  });
});

describe('the way back', () => {
  it('is a new key, signed by the root, and a colleague who seals again what the old one could open', async () => {
    await using here = await world();
    const people = await cast(here);
    const { id } = await amalTells(here);
    await here.settle();
    const ines = await people.as(people.ines);
    const statement = await nextStatement(here, 'remove', people.ines.reader);
    const entry = { statement, signatures: [signature(statement, people.ines)] };
    await ines.post('/desk/api/lock', { entry });

    const renewed = await newKeys(here, people.ines);
    await signedByRoot(here, 'add', renewed.reader);
    const omar = await people.as(people.omar);
    expect(await unsharedBy(omar)).toEqual([]);
    here.clock.pass({ hours: 73 });

    const back = await people.as(renewed);
    expect(await inboxOf(back)).toEqual([]);
    const colleague = await people.as(people.omar);
    const to = renewed.reader.id;
    expect(await unsharedBy(colleague)).toEqual([{ to, reports: 1, again: true }]);
    await secretsFor(colleague, to);
    const [report] = await secretsFor(colleague, to);
    expect(report).toMatchObject({
      id,
      readers: [people.omar.reader.id, renewed.reader.id],
      missing: [renewed.reader.id],
      instead: [{ old: people.ines.reader.id, new: renewed.reader.id }],
    });
    const place = { installation: here.installation.id, report: id };
    const secret = fromBase64url(report?.secret ?? '');
    const identity = await openSecret(secret, people.omar.keys.identity, place);
    const anew = await sealSecret({ ...place, identity }, [
      people.omar.keys.recipient,
      renewed.keys.recipient,
    ]);
    const sent = { report: id, secret: toBase64url(anew), readers: report?.readers };
    const wrong = [people.omar.reader.id, renewed.reader.id, people.layla.reader.id];
    const tooMany = { to, reports: [{ ...sent, readers: wrong }] };
    expect(code(await colleague.post('/desk/api/reseal', tooMany))).toBe('readers_changed');
    expect((await colleague.post('/desk/api/reseal', { to, reports: [sent] })).json()).toEqual({ shared: 1 });
    expect([await unsharedBy(colleague), await secretsFor(colleague, to)]).toEqual([[], []]);

    expect(await inboxOf(back)).toEqual([id]);
    await back.post('/desk/api/claim', { report: id });
    const opened = (await back.post('/desk/api/open', { report: id })).json<OpenedReport>();
    await openSecret(fromBase64url(opened.secret), renewed.keys.identity, place);
    expect(opened.events.map(({ what, who }) => [what, who])).toEqual([
      ['received', null],
      ['handed', 'Omar'],
      ['shared', 'Omar'],
      ['claimed', 'Ines'],
      ['opened', 'Ines'],
    ]);
  });

  it('waits until the older key is off the list', async () => {
    await using here = await world();
    const people = await cast(here);
    const ines = await people.as(people.ines);
    await ines.post('/desk/api/lock', { entry: null });
    const renewed = await newKeys(here, people.ines);
    const statement = await nextStatement(here, 'add', renewed.reader);
    const omar = await people.as(people.omar);
    const refused = await omar.post('/desk/api/entries/sign', {
      statement,
      signature: signature(statement, people.omar).signature,
    });
    expect(refused.json()).toMatchObject({ code: 'old_key_first', params: { name: 'Ines' } });
    await expect(signedByRoot(here, 'add', renewed.reader)).rejects.toMatchObject({ code: 'old_key_first' });
    await signedByRoot(here, 'remove', people.ines.reader);
    await signedByRoot(here, 'add', renewed.reader);
    expect((await meOf(omar)).entries.at(-1)?.statement.reader.id).toBe(renewed.reader.id);
  });

  it('never leads to a report from which she was left out, nor does who joined since get that one', async () => {
    await using here = await world();
    const people = await cast(here);
    await amalTells(here, { worksWithUs: 'yes', leaveOut: [people.ines.reader.id] });
    await here.settle();
    const ines = await people.as(people.ines);
    await ines.post('/desk/api/lock', { entry: null });
    await signedByRoot(here, 'remove', people.ines.reader);
    const renewed = await newKeys(here, people.ines);
    await signedByRoot(here, 'add', renewed.reader);
    const joined = await arrive(here, { name: 'Mona', roles: ['caseworker'] });
    await signedByRoot(here, 'add', joined.reader);
    here.clock.pass({ days: 4 });
    const omar = await people.as(people.omar);
    expect(await unsharedBy(omar)).toEqual([]);
    expect(await inboxOf(await people.as(renewed))).toEqual([]);
    expect(await inboxOf(await people.as(joined))).toEqual([]);
  });

  it('does not accept the old keys under a new name', async () => {
    await using here = await world();
    const people = await cast(here);
    const ines = await people.as(people.ines);
    await ines.post('/desk/api/lock', { entry: null });
    const again = await people.as(people.ines);
    const reader = { ...people.ines.reader, id: 'another' };
    const refused = await again.post('/desk/api/enrol', { reader, wraps: [{ by: 'phrase', body: 'YWdl' }] });
    expect(code(refused)).toBe('keys_refused');
  });
});
