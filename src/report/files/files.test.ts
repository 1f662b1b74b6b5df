/** Files of a report on the server: taken against work, claimed by their report, handed out to one, gone with it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { type Cast, cast } from '../../../test/cast.ts';
import { opens, pieceForm, type SentPiece, tellsWithFiles, type WithFiles } from '../../../test/files.ts';
import { office } from '../../../test/restored.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import {
  deriveReceipt,
  fromBase64url,
  KeyRefusal,
  randomId,
  toBase64url,
} from '../../platform/keys/index.ts';
import { sealItem } from '../../platform/keys/item.ts';
import { nodeScrypt } from '../../platform/keys/node-scrypt.ts';
import { keptHere } from '../../retention.ts';
import { sealAddition } from '../addition.ts';
import { currentReaders } from '../chain/current.ts';
import { entriesReader, reportReader, reportWriter } from '../index.ts';
import { mostStored, type NamedFile, pieceItem } from './model.ts';
import { filesReader, forgetUnclaimed } from './store.ts';

const half = 300 * 1024;
let here: TestWorld;
let people: Cast;
beforeAll(async () => {
  const staging = { allowances: 'none', waiting: { bundles: 4, bytes: 1024 ** 3 } } as const;
  here = await world({ now: '2026-11-22T10:00:00Z', staging });
  people = await cast(here);
});
afterAll(() => here[Symbol.asyncDispose]());

async function tells(...sizes: number[]): Promise<WithFiles> {
  const { installation, clock, database } = here;
  const readers = () => entriesReader(database.db).all();
  const { active } = await currentReaders({ readers, clock, installation });
  const day = clock.now().toISOString().slice(0, 10);
  return tellsWithFiles({ installation, readers: active, day }, sizes);
}

async function sends(told: Parameters<typeof pieceForm>[0], piece: SentPiece): Promise<string> {
  const form = new Response(pieceForm(told, piece));
  const answer = await here.app.inject({
    method: 'POST',
    url: '/api/pieces',
    headers: { origin: here.config.publicUrl, 'content-type': form.headers.get('content-type') ?? '' },
    payload: Buffer.from(await form.arrayBuffer()),
  });
  return answer.statusCode === 200 ? 'taken' : (answer.json<{ code: string }>().code ?? '');
}

async function submits({ submission }: WithFiles): Promise<string> {
  const answer = await browse(here).post('/api/reports', submission);
  return answer.status === 200 ? 'taken' : String(answer.json().code);
}

const there = async (bundle: string, report: string) =>
  (await browse(here).post('/api/pieces/there', { bundle, report })).json();

async function sendsAll(told: WithFiles): Promise<void> {
  for (const piece of told.pieces) expect(await sends(told, piece)).toBe('taken');
  expect(await submits(told)).toBe('taken');
  await here.settle();
}

const rows = async (table: 'report_bundle' | 'report_piece', bundle: string) => {
  const column = sql.ref(table === 'report_bundle' ? 'id' : 'bundle');
  const found = sql`select from ${sql.table(table)} where ${column} = ${bundle}`;
  return (await found.execute(here.database.db)).rows.length;
};

test('two pieces become one file at the desk of the one who claimed it, and each hand-out is written down', async () => {
  const told = await tells(600 * 1024, 10);
  expect(told.submission.files?.pieces).toEqual([2, 1]);
  await sendsAll(told);
  const report = told.id;
  const ines = await people.as(people.ines);
  const omar = await people.as(people.omar);
  const salma = await people.as(people.salma);
  const asked = (number: number) => ({ report, item: 'told', file: 1, number });
  const code = async (desk: typeof ines, number: number) =>
    (await desk.post('/desk/api/file', asked(number))).json().code;
  expect(await code(ines, 1)).toBe('claim_first');
  expect(await code(salma, 1)).toBe('forbidden');
  await ines.post('/desk/api/claim', { report });
  // A later piece is no way round the timeline.
  expect(await code(ines, 2)).toBe('claim_first');
  const piece = async (number: number) =>
    fromBase64url((await ines.post('/desk/api/file', asked(number))).json<{ body: string }>().body);
  const whole = await opens(told, here.installation.id, piece);
  expect(Buffer.from(whole).equals(Buffer.from(told.contents[0] ?? []))).toBe(true);
  expect(await code(omar, 1)).toBe('claim_first');
  expect(await code(omar, 2)).toBe('claim_first');
  expect(await code(ines, 3)).toBe('file_not_here');
  const events = await reportReader(here.database.db).events(report);
  expect(events.filter(({ what }) => what === 'file_opened').map(({ who }) => who)).toEqual(['Ines']);
}, 60_000);

test('a piece in the place of another, and one that somebody else sealed, are refused by who opens them', async () => {
  const told = await tells(600 * 1024);
  const [first, second] = told.pieces.map(({ body }) => body) as [Uint8Array, Uint8Array];
  const why = (piece: (n: number) => Uint8Array) =>
    opens(told, here.installation.id, async (n) => piece(n)).then(
      () => 'opened',
      (error: unknown) => (error instanceof KeyRefusal ? error.code : 'broke'),
    );
  expect(await why((n) => (n === 1 ? first : second))).toBe('opened');
  expect(await why((n) => (n === 1 ? second : first))).toBe('swapped');
  const item = pieceItem('told', { file: 1, number: 2, count: 2 });
  const place = { installation: here.installation.id, report: told.id, item };
  const forged = await sealItem({ ...place, content: new Uint8Array(600 * 1024 - (512 * 1024 - 512)) }, [
    told.key.recipient,
  ]);
  expect(await why((n) => (n === 1 ? first : forged))).toBe('damaged');
}, 60_000);

test('nothing is taken without work, and no report is there without its files', async () => {
  const told = await tells(600 * 1024);
  const [first, second] = told.pieces as [SentPiece, SentPiece];
  expect(await sends({ ...told, work: 0 }, first)).toBe('work_missing');
  expect(await sends(told, { ...first, body: Buffer.from('no age file') })).toBe('unreadable');
  expect(await sends(told, { ...first, file: 4 })).toBe('unreadable');
  expect(await sends(told, { ...first, number: 0 })).toBe('unreadable');
  expect(await submits(told)).toBe('files_missing');
  expect(await sends(told, second)).toBe('taken');
  expect(await submits(told)).toBe('files_missing');
  expect(await reportReader(here.database.db).byId(told.id)).toBeNull();
  // A phone that broke off is told what need not go again, and nobody is told of another's.
  expect(await there(told.bundle, told.id)).toEqual([{ file: 1, number: 2 }]);
  expect(await there(told.bundle, randomId())).toEqual([]);
  expect(await there(randomId(), told.id)).toEqual([]);
  expect(await sends(told, first)).toBe('taken');
  expect(await sends(told, first)).toBe('taken');
  expect(await rows('report_piece', told.bundle)).toBe(2);
  expect(await submits(told)).toBe('taken');
  expect(await submits(told)).toBe('taken');
  // What belongs to a report is not written over.
  expect(await sends(told, { ...first, body: second.body })).toBe('taken');
  const kept = await filesReader(here.database.db).piece(told.id, { item: 'told', file: 1, number: 1 });
  expect(Buffer.from(kept ?? []).equals(Buffer.from(first.body))).toBe(true);
}, 60_000);

test('what is added with the code has its files or is not added; a report has three in all', async () => {
  const told = await tells(half);
  await sendsAll(told);
  const keys = await deriveReceipt(told.code, here.installation.salt, { scrypt: nodeScrypt });
  const adds = async (number: number, bundle: string, files: readonly NamedFile[]) => {
    const place = { installation: here.installation.id, report: told.id, number };
    const shown = { ...told.submission, ...keys, consentsNumber: 1 };
    const addition = await sealAddition(place, '', shown, { bundle, files });
    const lookup = toBase64url(keys.lookup);
    const answer = await browse(here).post('/api/back/add', { lookup, ...addition });
    return answer.status === 200 ? 'taken' : String(answer.json().code);
  };
  const sent = async (number: number, files: number) => {
    const bundle = randomId();
    for (let file = 1; file <= files; file++) {
      const piece = { ...(told.pieces[0] as SentPiece), file };
      expect(await sends({ ...told, bundle, item: `addition-${number}` }, piece)).toBe('taken');
    }
    return bundle;
  };
  const named = told.named[0] as NamedFile;
  expect(await adds(1, randomId(), [named])).toBe('files_missing');
  const two = await sent(1, 2);
  expect(await adds(1, two, [named])).toBe('files_missing');
  const reader = reportReader(here.database.db);
  expect((await reader.events(told.id)).filter(({ what }) => what === 'added')).toEqual([]);
  expect(await adds(1, two, [named, named])).toBe('taken');
  // Begun for the second, and for one of them only.
  const more = await sent(2, 1);
  expect(await adds(2, more, [named])).toBe('files_three');
  expect((await filesReader(here.database.db).bundle(more))?.report).toBeNull();
  expect((await filesReader(here.database.db).bundle(two))?.report).toBe(told.id);
  const mine = await browse(here).post('/api/back', { lookup: toBase64url(keys.lookup) });
  expect(mine.json().files).toBe(3);
  await forgetUnclaimed(here.database.db, '2026-11-23');
});

test('nobody claims what was begun for another report', async () => {
  const told = await tells(half);
  const other = await tells(half);
  for (const piece of told.pieces) await sends(told, piece);
  const files = { bundle: told.bundle, pieces: [1] };
  expect(await submits({ ...other, submission: { ...other.submission, files } })).toBe('files_missing');
  expect(await sends({ ...other, bundle: told.bundle }, other.pieces[0] as SentPiece)).toBe('unreadable');
  expect(await submits(told)).toBe('taken');
}, 60_000);

test('what nobody claims is bounded, and telling goes on; it goes at the end of the next day', async () => {
  const db = here.database.db;
  const waiting = [];
  for (let n = 0; n < 4; n++) {
    const told = await tells(half);
    expect(await sends(told, told.pieces[0] as SentPiece)).toBe('taken');
    waiting.push(told);
  }
  const late = await tells(half);
  expect(await sends(late, late.pieces[0] as SentPiece)).toBe('files_full');
  const { files: _, ...without } = late.submission;
  expect(await submits({ ...late, submission: without })).toBe('taken');
  const [first] = waiting as [WithFiles];
  await sql`update report_bundle set bytes = ${mostStored} where id = ${first.bundle}`.execute(db);
  expect(await sends(first, { ...(first.pieces[0] as SentPiece), number: 2 })).toBe('files_many');

  const forget = keptHere({ db, clock: here.clock, installation: here.installation }).find(
    ({ kind }) => kind === 'piece',
  )?.forget;
  here.clock.pass({ days: 1 });
  expect(await forget?.()).toBe(0);
  expect(await submits(waiting[1] as WithFiles)).toBe('taken');
  here.clock.pass({ days: 1 });
  expect(await forget?.()).toBe(3);
  expect(await rows('report_piece', (waiting[1] as WithFiles).bundle)).toBe(1);
  expect(await rows('report_piece', first.bundle)).toBe(0);
  const again = await tells(half);
  expect(await sends(again, again.pieces[0] as SentPiece)).toBe('taken');
}, 60_000);

test('files go with their report: erased, withdrawn; a backup brings them back', async () => {
  const db = here.database.db;
  const [erased, withdrawn, kept] = [await tells(half), await tells(half), await tells(half)];
  for (const told of [erased, withdrawn, kept]) await sendsAll(told);
  await db.transaction().execute((tx) => reportWriter(tx).erase(erased.id, '2026-11-22'));
  const day = '2026-11-22';
  const grave = { report: withdrawn.id, day, signer: '', signature: '' };
  await db.transaction().execute((tx) => reportWriter(tx).bury(grave));
  for (const { bundle } of [erased, withdrawn])
    expect([await rows('report_bundle', bundle), await rows('report_piece', bundle)]).toEqual([0, 0]);
  await using away = await office(here);
  const { file } = await away.backup();
  await using second = await away.bringBack(file);
  const files = filesReader(second.database.db);
  const piece = async (number: number) =>
    (await files.piece(kept.id, { item: 'told', file: 1, number })) ?? new Uint8Array();
  const whole = await opens(kept, here.installation.id, piece);
  expect(Buffer.from(whole).equals(Buffer.from(kept.contents[0] ?? []))).toBe(true);
  expect(await files.piece(withdrawn.id, { item: 'told', file: 1, number: 1 })).toBeNull();
}, 60_000);
