/** Seals what happened to us or to her, opens what colleagues wrote, and packs it for a computer without us. */
import { zipSync } from 'fflate';
import { type Entry, openEntry, type ReadEntry, sealEntry } from '../../casework/pressure/entry.ts';
import type { PressureLine } from '../../casework/pressure/wire.ts';
import type { OpenedReport } from '../../casework/wire.ts';
import {
  fromBase64url,
  KeyRefusal,
  type Reader,
  type ReaderList,
  randomId,
  toBase64url,
  utf8,
} from '../../platform/keys/index.ts';
import type { Desk } from './desk.ts';
import type { Held } from './held.ts';
import { openSecret } from './together/secret.ts';

export interface Pressing {
  installation: string;
  list: ReaderList;
  held: Held;
  /** The writer's reader id. */
  reader: string;
}

/** Null while locked, or before the key is in the list. */
export function pressingOf({ me, list, held }: Pick<Desk, 'me' | 'list' | 'held'>): Pressing | null {
  if (held === null || me.reader === null) return null;
  return { installation: me.installation.id, list, held, reader: me.reader.id };
}

/** What POST /desk/api/pressure takes. */
export interface PressedBody {
  id: string;
  report: string | null;
  readers: readonly string[];
  body: string;
}

export const oursOf = ({ active }: ReaderList): readonly Reader[] =>
  active.filter(({ place }) => place === 'ours');

/** About us: for those chosen, of the proved list. `readers`: ids. */
export function pressUs(entry: Entry, readers: readonly string[], by: Pressing): Promise<PressedBody> {
  return press(entry, { report: null, readers }, by);
}

/**
 * About somebody who told: for who reads that report by what stands inside its secret, never by what the server says alone,
 * so that whoever she left out does not learn of it. Refuses as `openSecret`, and `swapped` where nothing is bound.
 */
export async function pressHer(entry: Entry, report: OpenedReport, by: Pressing): Promise<PressedBody> {
  const place = { installation: by.installation, report: report.line.id };
  const { bound } = await openSecret(fromBase64url(report.secret), by.held, place);
  if (bound === null) throw new KeyRefusal('swapped', { field: 'reader' });
  const readers = report.readers.filter((id) => bound.readers.includes(id));
  return press(entry, { report: place.report, readers }, by);
}

async function press(
  entry: Entry,
  { report, readers }: Pick<PressedBody, 'report' | 'readers'>,
  { installation, list, held, reader }: Pressing,
): Promise<PressedBody> {
  const to = oursOf(list).filter(({ id }) => readers.includes(id));
  const id = randomId();
  const recipients = to.map(({ recipient }) => recipient);
  const by = { reader, signSecret: held.signSecret, recipients };
  const body = await sealEntry({ installation, id, report }, entry, by);
  return { id, report, readers: to.map((one) => one.id), body: toBase64url(body) };
}

export type OpenedLine = PressureLine & ({ read: ReadEntry } | { why: KeyRefusal });

/** One that does not open hides no other: it says why. */
export function openLines(
  lines: readonly PressureLine[],
  { installation, list, held }: Pressing,
): Promise<OpenedLine[]> {
  return Promise.all(
    lines.map(async (line) => {
      const at = { installation, id: line.id, report: line.report };
      try {
        const by = { identity: held.identity, writers: list };
        return { ...line, read: await openEntry(at, fromBase64url(line.body), by) };
      } catch (error) {
        if (!(error instanceof KeyRefusal)) throw error;
        return { ...line, why: error };
      }
    }),
  );
}

/** Still sealed: the files as they are kept, named by day, and how to open them. */
export function pressureFolder(lines: readonly PressureLine[], readme: string): Uint8Array {
  const files = lines.map(({ id, day, body }) => [`${day}-${id}.age`, fromBase64url(body)] as const);
  return zipSync({ ...Object.fromEntries(files), 'README.txt': utf8(readme) }, { level: 0 });
}
