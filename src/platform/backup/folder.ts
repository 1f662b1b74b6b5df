/** The folder backups lie in: what is there, what may go, and what may be said about it. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Installation } from '../installation.ts';
import { markOf, type Named, outlived, readName, superfluous, type What } from './model.ts';

const HOUR_MS = 3_600_000;
/** None takes as long: a half file of before was left by a run that was killed. */
const mostHours = 12;

/** Files of this installation, the newest first; none where the folder cannot be read. */
export async function found(folder: string, installation: string, what: What): Promise<Named[]> {
  const names = await readdir(folder).catch(() => []);
  const mark = markOf(installation);
  return names
    .map(readName)
    .filter((one) => one !== null)
    .filter((one) => one.mark === mark && one.what === what)
    .sort((one, other) => other.made.getTime() - one.made.getTime());
}

/** Deletes what is superfluous, and what a run that was killed left half written. How many backups went. */
export async function tidy(folder: string, installation: string, now: Date): Promise<number> {
  const backups = superfluous(await found(folder, installation, 'backup'), now);
  const lists = outlived(await found(folder, installation, 'tombstones'), now);
  for (const { file } of [...backups, ...lists]) {
    await rm(join(folder, file), { force: true });
    await rm(join(folder, `${file}.sha256`), { force: true });
  }
  const mark = markOf(installation);
  for (const name of await readdir(folder)) {
    const half = readName(name.replace(/\.part$/, ''));
    const begun = half?.mark === mark ? half.made : null;
    if (name.endsWith('.part') && begun && now.getTime() - begun.getTime() > mostHours * HOUR_MS)
      await rm(join(folder, name), { force: true });
  }
  return backups.length;
}

type Where = Pick<Config, 'backup'>;
const PATIENCE_MS = 2_000;

/** A day between two of them, and what making one may take. */
const betweenHours = 26;

/** Hours since the newest one; null where there is none, or nobody says. */
export async function age(
  { backup: { folder } }: Where,
  { id }: Pick<Installation, 'id'>,
  clock: Clock,
): Promise<number | null> {
  if (folder === null) return null;
  // The folder may be another machine's, and that machine away.
  const [newest] = await Promise.race([found(folder, id, 'backup'), pause(PATIENCE_MS, [], { ref: false })]);
  return newest === undefined ? null : (clock.now().getTime() - newest.made.getTime()) / HOUR_MS;
}

/** `hours`: within this time what is told now is copied to another machine, sealed. */
export type Copied = { hours: number } | null;

/** Null unless a backup of the last day is there and whoever runs this says when it leaves the machine. */
export async function copied(
  config: Where,
  installation: Pick<Installation, 'id'>,
  clock: Clock,
): Promise<Copied> {
  const hours = away(config);
  if (hours === null) return null;
  const old = await age(config, installation, clock);
  return old !== null && old <= betweenHours ? { hours } : null;
}

/** The same, asked of the folder once a minute: it may lie on another machine. */
export function copying(
  config: Where,
  installation: Pick<Installation, 'id'>,
  clock: Clock,
): () => Promise<Copied> {
  let kept: { until: number; copied: Promise<Copied> } | null = null;
  return () => {
    const now = clock.now().getTime();
    if (kept === null || now >= kept.until)
      kept = { until: now + 60_000, copied: copied(config, installation, clock) };
    return kept.copied;
  };
}

/** The longest between a report and its copy on another machine, where everything runs; null where none leaves this one. */
export const away = ({ backup: { to, folder, away: later } }: Where): number | null =>
  to === null || folder === null || later === null ? null : betweenHours + later;
