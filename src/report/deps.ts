/** What this room needs of the house; app.ts puts it together. */

import type { Kysely } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { Said } from '../platform/i18n/index.ts';
import type { Installation } from '../platform/installation.ts';
import type { ReaderEntry } from '../platform/keys/index.ts';
import type { PlaceReader } from '../platform/place/index.ts';
import type { Kept } from '../platform/retention/index.ts';
import type { Beyond } from './beyond.ts';
import type { Waiting } from './files/store.ts';
import type { LinesReader } from './lines/index.ts';
import type { FindRecording } from './recordings/index.ts';
import type { Capacity } from './wire.ts';

/** `missing`: catalogue keys under `report.missing.`, what a real installation still lacks. */
export type Intake = { open: true } | { open: false; missing: readonly Missing[] };
export type Missing = 'backup' | 'lawful' | 'caseworkers' | 'confirmed' | 'lines' | 'tasks';

/** `week`: the Monday it began with. */
export interface HeldShare {
  week: string;
  tens: number;
}

/** A body answered an ask: said on the first page. */
export interface Answered {
  ask: string;
  body: Said;
  place: Said;
  day: string;
}

export interface ReportDeps {
  db: Kysely<unknown>;
  installation: Installation;
  clock: Clock;
  places: PlaceReader;
  lines: LinesReader;
  capacity(): Promise<Capacity>;
  intake(): Promise<Intake>;
  /** What becomes of a report outside this room; nothing does unless said. */
  beyond?: Beyond;
  /** The latest answers, the last first; none where nobody was asked. */
  answers?(): Promise<readonly Answered[]>;
  /** The signed list as it is stored, unchecked. */
  readers(): Promise<readonly ReaderEntry[]>;
  /** Names and SHA-256 of the script files, as the front door serves them. */
  scripts?(): readonly { name: string; sha256: string }[];
  /** Where a page's recording is; nothing is recorded unless said. */
  recording?: FindRecording;
  /** Within how many hours what is told is copied elsewhere; null, and nobody said: not yet. */
  copied?(): Promise<{ hours: number } | null>;
  /** Of the last week that was counted: how much of what came waited apart, in tens of a hundred. Null before the first. */
  heldShare?(): Promise<HeldShare | null>;
  /** What is kept how long; nothing is said unless given. */
  kept?: readonly Kept[];
  /** Milliseconds a script-off sender waits, and how many may wait at once. */
  patience?: { ms: number; most: number };
  /** The most pieces of files that may wait for their report; as much as usual unless given. */
  waiting?: Waiting;
}
