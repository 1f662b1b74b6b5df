/**
 * Phones send files, claim them with their reports and with what they add later, while the server is killed at any
 * moment, and its database with every fourth. This shows the death of processes, not the loss of power.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenedReport } from '../../src/casework/wire.ts';
import { demonstrationSecrets } from '../../src/demo/index.ts';
import { type Kysely, openDatabase } from '../../src/platform/db/index.ts';
import {
  deriveReceipt,
  fromBase64url,
  fromUtf8,
  openItem,
  openSecret,
  randomId,
  readerKeys,
  toBase64url,
} from '../../src/platform/keys/index.ts';
import { sealAddition } from '../../src/report/addition.ts';
import { namedFiles } from '../../src/report/files/model.ts';
import { openFile, sealPiece } from '../../src/report/files/seal.ts';
import { unstretched } from '../cast.ts';
import { pieceForm, type SentPiece, tellsWithFiles, type WithFiles } from '../files.ts';
import { dataFolder } from '../house/house.ts';
import { type House, standing } from '../house/standing.ts';
import { inInbox, post, signedIn } from './kill.ts';
import { type Bundled, hashOf, lyingHere, nameOf, setBack, wrongIn } from './pieces-stand.ts';
import { type Sealer, sealerFor } from './pool.ts';

export interface Outcome {
  /** Pieces the server said it holds, reports and additions it said are stored. */
  pieces: number;
  stored: number;
  /** Sent once more, since a kill took the answer. */
  sentAgain: number;
  /** Kills that came while something was on its way. */
  inSending: number;
  /** What did not stand after a kill, in words. */
  wrong: readonly string[];
  /** Of so many files, how many opened at the desk as they were sent. */
  files: number;
  opened: number;
  /** Nobody claimed them; how many lay there until the end of the next day, and how many after it. */
  left: { waiting: number; nextDay: number; later: number };
}

const phones = 6;
const kB = 1024;
/** What a phone sends in one sitting: its files' sizes; whether it stops before the last piece; whether it adds one later. */
const sittings = [
  { sizes: [1_300 * kB], stops: false, adds: false },
  { sizes: [700 * kB, 200 * kB, 90 * kB], stops: false, adds: false },
  { sizes: [600 * kB, 600 * kB], stops: true, adds: false },
  { sizes: [100 * kB], stops: false, adds: true },
] as const;

interface Sat {
  submission: WithFiles['submission'];
  /** SHA-256 of its files. */
  contents: readonly string[];
  /** 'told', and what was added. */
  bundles: Bundled[];
}

export async function uploadKills({ kills }: { kills: number }): Promise<Outcome> {
  await using folder = await dataFolder();
  await using house = await standing(folder.path);
  /** Opened anew each time: a database that died with its server comes back at another port. */
  const looking = async <R>(look: (db: Kysely<unknown>) => Promise<R>): Promise<R> => {
    await using database = await openDatabase({ data: folder.path }, { max: 1 });
    return await look(database.db);
  };
  const sealer = { ...(await sealerFor(folder.path, await house.url())), scrypt: unstretched };
  const sat: Sat[] = [];
  const wire = sending(house);
  let isOver = false;
  let begun = 0;
  const phone = async () => {
    while (!isOver) {
      const client = begun++;
      const { sizes, stops, adds } = sittings[client % sittings.length] ?? sittings[0];
      const told = tellsWithFiles(sealer, sizes, { soon: 'now' });
      await sit(wire, await told, { client, stops, adds, sealer, sat });
      await pause(Math.random() * 1_000);
    }
  };
  const storm = Promise.all(Array.from({ length: phones }, phone));
  const wrong = new Set<string>();
  let inSending = 0;
  for (let kill = 0; kill < kills; kill++) {
    await pause(100 + Math.random() * 900);
    const known = sat.flatMap(({ bundles }) => bundles.map((one) => ({ ...one })));
    if (wire.open() > 0) inSending++;
    if (kill % 4 === 3) await house.killDatabase();
    await house.killServer();
    for (const what of await looking((db) => wrongIn(db, known))) wrong.add(what);
  }
  isOver = true;
  await storm;
  const all = sat.flatMap(({ bundles }) => bundles);
  for (const what of await looking((db) => wrongIn(db, all))) wrong.add(what);
  const opened = await openAll(house, sealer, sat);

  const waiting = (await looking(lyingHere)).unclaimed;
  const after = async (days: number) => {
    await looking((db) => setBack(db, days));
    await house.killServer();
    return looking(lyingHere);
  };
  const nextDay = (await after(1)).unclaimed;
  const { unclaimed: later, pieces: kept } = await after(1);
  const claimed = all.filter(({ isStored }) => isStored);
  if (kept !== claimed.reduce((sum, { pieces }) => sum + pieces.length, 0))
    wrong.add('what was claimed went with what was not');
  return {
    pieces: all.reduce((sum, { taken }) => sum + taken, 0),
    stored: claimed.length,
    sentAgain: wire.again(),
    inSending,
    wrong: [...wrong],
    ...opened,
    left: { waiting, nextDay, later },
  };
}

interface Wire {
  /** Until the server has said that it is stored. Throws where a good one is refused. */
  send(path: string, client: number, body: () => object | FormData): Promise<void>;
  open(): number;
  again(): number;
}

function sending(house: House): Wire {
  let open = 0;
  let again = 0;
  async function once(path: string, client: number, body: object | FormData): Promise<boolean> {
    open++;
    try {
      const answer = await post(house, path, body, { client });
      const said = await answer.text();
      if (answer.status === 200) return true;
      if (answer.status < 500) throw new RangeError(`${path} was answered with ${answer.status}: ${said}`);
      return false;
    } catch (error) {
      if (error instanceof RangeError) throw error;
      return false;
    } finally {
      open--;
    }
  }
  return {
    async send(path, client, body) {
      while (!(await once(path, client, body()))) {
        again++;
        await pause(50);
      }
    },
    open: () => open,
    again: () => again,
  };
}

interface Sitting {
  client: number;
  stops: boolean;
  adds: boolean;
  sealer: Sealer;
  sat: Sat[];
}

async function sit(
  wire: Wire,
  told: WithFiles,
  { client, stops, adds, sealer, sat }: Sitting,
): Promise<void> {
  const { submission, pieces } = told;
  const first: Bundled = {
    report: told.id,
    item: 'told',
    bundle: told.bundle,
    pieces: pieces.map(nameOf),
    taken: 0,
    isStored: false,
  };
  const here: Sat = { submission, contents: told.contents.map(hashOf), bundles: [first] };
  sat.push(here);
  await sendPieces({ wire, told, client }, first, stops ? pieces.slice(0, -1) : pieces);
  if (stops) return;
  await wire.send('/api/reports', client, () => told.submission);
  first.isStored = true;
  if (!adds) return;
  const added = await toAdd(told, sealer);
  here.bundles.push(added.bundled);
  await sendPieces({ wire, told, client }, added.bundled, added.pieces);
  await wire.send('/api/back/add', client, () => added.body);
  added.bundled.isStored = true;
}

async function sendPieces(
  { wire, told, client }: { wire: Wire; told: WithFiles; client: number },
  to: Bundled,
  pieces: readonly SentPiece[],
): Promise<void> {
  const { bundle, item } = to;
  for (const piece of pieces) {
    await wire.send('/api/pieces', client, () => pieceForm({ ...told, bundle, item }, piece));
    to.taken++;
    // Else a local machine would be done between two kills.
    await pause(Math.random() * 300);
  }
}

/** The first file once more, added with her code. */
async function toAdd(
  told: WithFiles,
  { installation, scrypt }: Sealer,
): Promise<{ bundled: Bundled; pieces: readonly SentPiece[]; body: object }> {
  const keys = await deriveReceipt(told.code, installation.salt, scrypt ? { scrypt } : {});
  const [content, named] = [told.contents[0], told.named[0]];
  if (content === undefined || named === undefined) throw new Error('It has no file');
  const { id: report, key, submission } = told;
  const item = 'addition-1';
  const place = { installation: installation.id, report, item, file: 1 };
  const pieces: SentPiece[] = [];
  for (let number = 1; number <= named.pieces; number++) {
    const body = await sealPiece(place, number, { content, recipient: key.recipient });
    pieces.push({ file: 1, number, body });
  }
  const bundle = randomId();
  const at = { installation: installation.id, report, number: 1 };
  const shown = { ...submission, ...keys, consentsNumber: 1 };
  const addition = await sealAddition(at, '', shown, { bundle, files: [named] });
  const body = { lookup: toBase64url(keys.lookup), ...addition };
  const bundled = { report, item, bundle, pieces: pieces.map(nameOf), taken: 0, isStored: false };
  return { bundled, pieces, body };
}

/** As Ines does: whatever the sealed words name must open, and be what was sent. */
async function openAll(
  house: House,
  { installation }: Sealer,
  sat: readonly Sat[],
): Promise<Pick<Outcome, 'files' | 'opened'>> {
  const sent = sat.filter(({ bundles }) => bundles[0]?.isStored);
  const cookie = await signedIn(house);
  const { seed } = await demonstrationSecrets(house.data);
  const { identity } = await readerKeys(seed('reader ines'));
  await inInbox(house, cookie, sent);
  let [files, opened] = [0, 0];
  for (const [client, { submission, contents, bundles }] of sent.entries()) {
    const { id: report } = submission;
    const at = { client, cookie };
    await post(house, '/desk/api/claim', { report }, at);
    const desk = (await (await post(house, '/desk/api/open', { report }, at)).json()) as OpenedReport;
    const place = { installation: installation.id, report };
    const key = await openSecret(fromBase64url(desk.secret), identity, place);
    for (const { item } of bundles) {
      const body = fromBase64url(desk.items.find(({ name }) => name === item)?.body ?? '');
      const words = JSON.parse(fromUtf8(await openItem(body, key, { ...place, item }))) as {
        files?: unknown;
      };
      const named = namedFiles(words.files);
      files += item === 'told' ? contents.length : 1;
      for (const [n, one] of named.entries()) {
        const whole = await openFile({ ...place, item, file: n + 1 }, one, {
          identity: key,
          async piece(number) {
            const answer = await post(house, '/desk/api/file', { report, item, file: n + 1, number }, at);
            return fromBase64url(((await answer.json()) as { body: string }).body);
          },
        });
        if (hashOf(whole) === contents[n]) opened++;
      }
    }
  }
  return { files, opened };
}
