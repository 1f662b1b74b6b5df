/** The log of pressure on us and on her: who may read it, who never learns of it, and what a thief would hold. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openEntry } from '../../src/casework/pressure/entry.ts';
import type { PressureLog } from '../../src/casework/pressure/wire.ts';
import type { OpenedReport } from '../../src/casework/wire.ts';
import { heldFrom } from '../../src/islands/desk/held.ts';
import {
  openLines,
  type Pressing,
  pressHer,
  pressUs,
  pressureFolder,
} from '../../src/islands/desk/pressing.ts';
import { fromUtf8, readers, toBase64url } from '../../src/platform/keys/index.ts';
import { openWith } from '../../src/platform/keys/seal.ts';
import { keepTo } from '../../src/platform/retention/index.ts';
import { entriesReader } from '../../src/report/index.ts';
import { keptHere } from '../../src/retention.ts';
import type { Browser } from '../browse.ts';
import { amalTells, cast, type Keyholder, signedByRoot } from '../cast.ts';
import { withdraws } from '../withdrawing.ts';
import { type TestWorld, world } from '../world.ts';
import { everyCell, holding } from './tables.ts';

const canary = 'A man in a grey car waits';
const entry = { on: '2026-11-20', words: `${canary} before our door.` };

async function pressing(here: TestWorld, { seed, reader }: Keyholder): Promise<Pressing> {
  const { id: installation } = here.installation;
  const entries = await entriesReader(here.database.db).all();
  const list = readers({ entries, root: here.root.public, installation, now: here.clock.now() });
  return { installation, list, held: await heldFrom(seed), reader: reader.id };
}

const logOf = async (browser: Browser) => (await browser.get('/desk/api/pressure')).json<PressureLog>().lines;
const opened = async (browser: Browser, report: string) => {
  await browser.post('/desk/api/claim', { report });
  return (await browser.post('/desk/api/open', { report })).json<OpenedReport>();
};

describe('pressure on us', () => {
  it('is read by those it is sealed to and exists for nobody else', async () => {
    await using here = await world();
    const people = await cast(here);
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    const by = await pressing(here, people.ines);
    const alone = await pressUs(entry, [people.ines.reader.id, people.layla.reader.id], by);
    const both = await pressUs(entry, [people.ines.reader.id, people.omar.reader.id], by);
    // An outside reader is no colleague: she is not sealed to, whoever asks.
    expect(alone.readers).toEqual([people.ines.reader.id]);
    for (const one of [alone, both]) expect((await ines.post('/desk/api/pressure', one)).status).toBe(200);
    expect((await ines.post('/desk/api/pressure', both)).json()).toMatchObject({ code: 'number_taken' });

    const seen = await openLines(await logOf(ines), by);
    expect(seen.map((line) => 'read' in line && [line.read.words, line.read.from?.name, line.own])).toEqual([
      [entry.words, 'Ines', true],
      [entry.words, 'Ines', true],
    ]);
    const omars = await logOf(omar);
    expect(omars.map(({ id, own }) => [id, own])).toEqual([[both.id, false]]);
    const his = await pressing(here, people.omar);
    expect(await openLines(omars, his)).toMatchObject([{ read: entry }]);
    // Even where the server hands it to him.
    const given = (await logOf(ines)).filter(({ id }) => id === alone.id);
    expect(await openLines(given, his)).toMatchObject([{ why: { code: 'not_for_you' } }]);

    const refused = async (who: Parameters<typeof people.as>[0]) => {
      const browser = await people.as(who);
      return [
        (await browser.get('/desk/api/pressure')).status,
        (await browser.post('/desk/api/pressure', both)).status,
      ];
    };
    expect([await refused(people.salma), await refused(people.layla)]).toEqual([
      [403, 403],
      [403, 403],
    ]);
    for (const wrong of [
      { ...both, id: alone.id.replace(/^./, 'x'), readers: [people.omar.reader.id] },
      { ...both, id: alone.id.replace(/^./, 'y'), readers: [people.ines.reader.id, people.layla.reader.id] },
    ]) {
      expect((await ines.post('/desk/api/pressure', wrong)).json()).toMatchObject({
        code: 'readers_changed',
      });
    }

    // No words, and no time finer than a day.
    const cells = await everyCell(here.database.db);
    expect(holding(cells, [canary, 'grey car'])).toEqual([]);
    expect(cells.filter(({ table, type }) => table === 'pressure' && /^time/.test(type))).toEqual([]);

    // Taken away it opens with a key file and nothing of ours.
    const files = unzipSync(pressureFolder(await logOf(ines), 'how'));
    const name = Object.keys(files).find((one) => one.includes(alone.id)) ?? '';
    expect(name).toMatch(/^2026-11-22-/);
    expect(fromUtf8(await openWith(people.ines.keys.identity, files[name] ?? new Uint8Array()))).toContain(
      canary,
    );

    // A colleague takes nothing back; a key that counts no more reads nothing.
    expect((await omar.post('/desk/api/pressure/forget', { id: both.id })).status).toBe(404);
    expect((await ines.post('/desk/api/pressure/forget', { id: both.id })).status).toBe(200);
    expect([await logOf(omar), (await logOf(ines)).length]).toEqual([[], 1]);
    await signedByRoot(here, 'remove', people.ines.reader);
    const after = await people.as(people.ines);
    expect(await logOf(after)).toEqual([]);
    expect((await after.post('/desk/api/pressure', both)).status).toBe(403);
  });

  it('cannot be moved to another place or put in a colleague’s mouth', async () => {
    await using here = await world();
    const people = await cast(here);
    const by = await pressing(here, people.ines);
    const all = [people.ines.reader.id, people.omar.reader.id];
    const one = await pressUs(entry, all, by);
    const line = { ...one, day: '2026-11-22', own: false };
    const report = 'AAAAAAAAAAAAAAAAAAAAAA';
    for (const moved of [
      { ...line, report },
      { ...line, id: report },
    ]) {
      expect(await openLines([moved], by)).toMatchObject([{ why: { code: 'swapped' } }]);
    }
    // Whoever knows the recipients can seal; without her key it is nobody's word.
    const omars = await pressing(here, people.omar);
    const forged = await pressUs(entry, all, { ...omars, reader: people.ines.reader.id });
    const [read] = await openLines([{ ...forged, day: '2026-11-22', own: false }], by);
    expect(read).toMatchObject({ read: { words: entry.words, from: null } });
    const rubbish = { ...line, body: toBase64url(new Uint8Array(40)) };
    expect(await openLines([rubbish, line], by)).toMatchObject([{ why: {} }, { read: entry }]);
    await signedByRoot(here, 'remove', people.ines.reader);
    const now = await pressing(here, people.omar);
    const place = { installation: by.installation, id: one.id, report: null };
    const { identity } = now.held;
    const body = new Uint8Array(Buffer.from(one.body, 'base64url'));
    expect(await openEntry(place, body, { identity, writers: now.list })).toMatchObject({ left: true });
  });
});

describe('pressure on her', () => {
  it('is read only by who reads her report, and goes when she withdraws, when it is erased, and after a year', async () => {
    await using here = await world();
    const people = await cast(here);
    let [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    const told = await amalTells(here, { worksWithUs: 'yes', leaveOut: [people.omar.reader.id] });
    const other = await amalTells(here);
    await here.settle();
    const by = await pressing(here, people.ines);
    const report = await opened(ines, told.id);
    const sealed = await pressHer(entry, report, by);
    expect(sealed.readers).toEqual([people.ines.reader.id]);
    // A server that names him too has it sealed to him no more than before.
    const lied = { ...report, readers: [...report.readers, people.omar.reader.id] };
    expect((await pressHer(entry, lied, by)).readers).toEqual([people.ines.reader.id]);
    const named = { ...sealed, readers: [people.ines.reader.id, people.omar.reader.id] };
    expect((await ines.post('/desk/api/pressure', named)).json()).toMatchObject({ code: 'readers_changed' });
    const his = { ...sealed, readers: [people.omar.reader.id] };
    expect((await omar.post('/desk/api/pressure', his)).json()).toMatchObject({ code: 'report_not_here' });
    expect((await ines.post('/desk/api/pressure', sealed)).status).toBe(200);
    expect(await logOf(omar)).toEqual([]);
    expect((await omar.get('/desk/api/pressure')).json()).toEqual({ lines: [], more: 0 });
    expect(await openLines(await logOf(ines), by)).toMatchObject([{ report: told.id, read: entry }]);

    const second = await pressHer(entry, await opened(ines, other.id), by);
    await ines.post('/desk/api/pressure', second);
    expect(await withdraws(here, told)).toBe(200);
    expect((await logOf(ines)).map(({ report: about }) => about)).toEqual([other.id]);
    expect(holding(await everyCell(here.database.db), [sealed.id])).toEqual([]);

    await ines.post('/desk/api/claim', { report: other.id });
    await ines.post('/desk/api/close', { report: other.id, reason: 'done_with_her' });
    here.clock.pass({ days: 300 });
    ines = await people.as(people.ines);
    const late = await pressing(here, people.ines);
    await ines.post('/desk/api/pressure', await pressUs(entry, [people.ines.reader.id], late));
    const needs = { db: here.database.db, clock: here.clock, installation: here.installation };
    here.clock.pass({ days: 65 });
    expect(await keepTo(needs, keptHere(needs))).toMatchObject({ story: 1, pressure: 0 });
    ines = await people.as(people.ines);
    expect((await logOf(ines)).map(({ report: about }) => about)).toEqual([null]);
    here.clock.pass({ days: 300 });
    expect(await keepTo(needs, keptHere(needs))).toMatchObject({ pressure: 1 });
    omar = await people.as(people.omar);
    expect(await logOf(omar)).toEqual([]);
  });
});
