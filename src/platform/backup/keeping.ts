/**
 * What a server does about backups by itself: one at the beginning of each day, and the list of what was withdrawn within
 * a minute of each change. Looking once a minute notices a machine that slept, and needs nobody to tell it.
 */
import { rm } from 'node:fs/promises';

import { dayIn } from '../clock.ts';
import type { Kysely } from '../db/index.ts';
import { type Minutely, minutely } from '../minutely.ts';
import { writeApart } from './apart.ts';
import { found, tidy } from './folder.ts';
import type { Rooms } from './rooms.ts';
import { type Making, makeBackup } from './write.ts';

export interface KeepingDeps extends Omit<Making, 'progress' | 'rooms'> {
  db: Kysely<unknown>;
  rooms: Rooms;
  /** A failed one is tried again a quarter of an hour later. */
  failed(error: unknown): void;
}

const REST = 15 * 60_000;

/** Keeps no process alive. Nothing happens before the first look. */
export function keeping(deps: KeepingDeps): Minutely {
  const { db, rooms, installation, folder, clock, failed } = deps;
  let restsUntil = Number.NEGATIVE_INFINITY;
  let said: string | null = null;
  let mine: string | null = null;

  /** Only what this process wrote is replaced: what it writes later holds all of it. */
  async function withdrawals(): Promise<void> {
    const mark = await rooms.apartMark(db);
    if (mark === said) return;
    const file = await writeApart(deps);
    const old = mine;
    [mine, said] = [file, mark];
    if (old !== null && old !== file)
      for (const path of [old, `${old}.sha256`]) await rm(path, { force: true });
  }

  async function once(): Promise<void> {
    const now = clock.now();
    if (now.getTime() < restsUntil) return;
    try {
      await withdrawals();
      const [newest] = await found(folder, installation.id, 'backup');
      const today = dayIn(installation.zone, now);
      if (newest !== undefined && dayIn(installation.zone, newest.made) >= today) return;
      await makeBackup(deps);
      await tidy(folder, installation.id, now);
    } catch (error) {
      restsUntil = now.getTime() + REST;
      failed(error);
    }
  }

  return minutely(once);
}
