/** What a backup is called, what stands in its first entry, and which are kept. Pure. */
import { type Static, Type } from 'typebox';
import { sha256Hex } from '../keys/index.ts';

/** A reader knows its own format and none above it. */
export const FORMAT = 1;

const name = Type.String({ pattern: '^[a-z_][a-z0-9_]{0,62}$' });

/** The first entry: what follows, and into which tables it goes. */
export const ManifestShape = Type.Object({
  format: Type.Integer(),
  installation: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
  kind: Type.Union([Type.Literal('demonstration'), Type.Literal('real')]),
  /** ISO 8601, to the minute. */
  made: Type.String(),
  /** PostgreSQL it was read from, e.g. '18.4'. */
  postgres: Type.String(),
  /** The schema: names of the migrations it had, in order. */
  migrations: Type.Array(Type.String({ pattern: '^[0-9a-z-]+$' })),
  /** In the order in which they can be filled. */
  tables: Type.Array(Type.Object({ name, columns: Type.Array(name), rows: Type.Integer({ minimum: 0 }) })),
  sequences: Type.Array(Type.Object({ name, last: Type.String({ pattern: '^[0-9]+$' }) })),
  files: Type.Array(Type.String()),
});
export type Manifest = Static<typeof ManifestShape>;

/** The last entry: what really came, counted while it was written. */
export const EndShape = Type.Object({
  rows: Type.Record(Type.String(), Type.Integer()),
  files: Type.Integer(),
});
export type End = Static<typeof EndShape>;

export const MANIFEST = 'upstander-backup.json';
export const END = 'end.json';

/** Files of the data folder that belong to a backup; everything else there is the database's or this machine's. */
export const fileShape =
  /^(installation\.json|demonstration\.json|settings\.env|(audio\/[a-z]{2}|talk)\/[\w.-]{1,60})$/;
export const fileFolders = ['audio', 'talk'] as const;

/** All that a name says openly of whose it is: 8 letters of a SHA-256. */
export const markOf = (installation: string): string =>
  sha256Hex(`upstander backup\n${installation}`).slice(0, 8);

export type What = 'backup' | 'tombstones';

export interface Named {
  what: What;
  mark: string;
  made: Date;
  file: string;
}

/** 'upstander1-5f0c2a91-backup-20261123T0200Z.age' */
export function nameOf(what: What, installation: string, made: Date): string {
  const stamp = made.toISOString().replace(/[-:]/g, '').slice(0, 13);
  return `upstander${FORMAT}-${markOf(installation)}-${what}-${stamp}Z.age`;
}

/** Null for a name that is none of ours. */
export function readName(file: string): Named | null {
  const shape = /^upstander\d+-([0-9a-f]{8})-(backup|tombstones)-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})Z\.age$/;
  const [, mark = '', what, year, month, day, hour, minute] = shape.exec(file) ?? [];
  if (what === undefined) return null;
  return {
    what: what as What,
    mark,
    made: new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`),
    file,
  };
}

const DAY_MS = 24 * 3600 * 1000;
const dailyFor = 7;
/** Copies end with this age: the pages promise 30 days, and the next run may be a day away. */
export const mostDays = 28;

/**
 * Which go: all but the newest of each of the last 7 days and of each week (from Monday, UTC) of the last 28 days. The
 * newest of all stays in any case. `now` decides, not the number of files.
 */
export function superfluous(all: readonly Named[], now: Date): Named[] {
  const newestFirst = all.toSorted((one, other) => other.made.getTime() - one.made.getTime());
  const taken = new Set<string>();
  return newestFirst.filter(({ made }, n) => {
    const days = (now.getTime() - made.getTime()) / DAY_MS;
    const day = Math.floor(made.getTime() / DAY_MS);
    const slots = [
      ...(days < dailyFor ? [`day ${day}`] : []),
      // Day 0, 1 January 1970, was a Thursday.
      ...(days < mostDays ? [`week ${Math.floor((day + 3) / 7)}`] : []),
    ].filter((slot) => !taken.has(slot));
    for (const slot of slots) taken.add(slot);
    return n > 0 && slots.length === 0;
  });
}

/** Lists of what was withdrawn may go once every backup from before them is gone. */
export const outlived = (all: readonly Named[], now: Date): Named[] =>
  all
    .toSorted((one, other) => other.made.getTime() - one.made.getTime())
    .slice(1)
    .filter(({ made }) => now.getTime() - made.getTime() > (mostDays + 4) * DAY_MS);
