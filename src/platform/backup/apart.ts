/**
 * What must never be as old as a backup, in a small sealed file beside it: what was withdrawn, and the signed list of
 * readers. A restore takes every such file it is given, so that none has to be complete.
 */
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { type Clock, toMinute } from '../clock.ts';
import type { Kysely } from '../db/index.ts';
import type { Installation } from '../installation.ts';
import { Refusal } from '../refusal.ts';
import { FORMAT, nameOf } from './model.ts';
import type { Apart, Rooms } from './rooms.ts';
import { opening, settle, writePart } from './sealed-file.ts';

const Shape = Type.Object({
  format: Type.Literal(FORMAT),
  installation: Type.String(),
  withdrawn: Type.Array(Type.Unknown()),
  readers: Type.Array(Type.Unknown()),
});

export interface Writing {
  db: Kysely<unknown>;
  installation: Pick<Installation, 'id'>;
  clock: Clock;
  rooms: Pick<Rooms, 'apart'>;
  to: string;
  folder: string;
}

/** The path of what it wrote. Refusal 'backup_unwritten'. */
export async function writeApart({ db, installation, clock, rooms, to, folder }: Writing): Promise<string> {
  const file = join(folder, nameOf('tombstones', installation.id, toMinute(clock.now())));
  const held = { format: FORMAT, installation: installation.id, ...(await rooms.apart(db)) };
  const content = [Buffer.from(`${JSON.stringify(held)}\n`)];
  await settle(
    file,
    await writePart(
      file,
      [to],
      (async function* () {
        yield* content;
      })(),
    ),
  );
  return file;
}

/** All of them as one. Refusals 'backup_not_for_you', 'backup_damaged', 'backup_other' {file}. */
export async function readApart(
  files: readonly string[],
  { identity, installation }: { identity: string; installation: string },
): Promise<Apart> {
  const all: Apart[] = [];
  for (const file of files) {
    const parts: Uint8Array[] = [];
    for await (const part of opening(file, identity)) parts.push(part);
    const held = parsed(Buffer.concat(parts).toString('utf8'));
    if (!Value.Check(Shape, held))
      throw new Refusal('backup_damaged', { file, why: 'no list of withdrawals' });
    if (held.installation !== installation) throw new Refusal('backup_other', { file });
    all.push(held);
  }
  const longest = all.map(({ readers }) => readers).sort((one, other) => other.length - one.length)[0];
  return { withdrawn: all.flatMap(({ withdrawn }) => withdrawn), readers: longest ?? [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Those this key opens: after a new key was made, older ones are sealed to the one before. */
export async function openable(files: readonly string[], identity: string): Promise<string[]> {
  const open: string[] = [];
  for (const file of files) {
    try {
      for await (const _ of opening(file, identity)) break;
      open.push(file);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'backup_not_for_you') throw error;
    }
  }
  return open;
}
