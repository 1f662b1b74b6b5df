/** `upstander backup`: everything needed, in one sealed file; the key for it; and whether a file is whole. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { copiesOfRooms } from '../backup.ts';
import {
  found,
  hasShape,
  makeBackup,
  readThrough,
  sizeOf,
  sumBeside,
  sumOf,
  tidy,
  writeApart,
} from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/db/index.ts';
import { sizeSaid } from '../platform/i18n/index.ts';
import { openInstallation } from '../platform/installation.ts';
import { identityFile, isRecipient, newIdentity, recipientOf } from '../platform/keys/index.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Answer, Called, Command } from './command.ts';

export const command: Command = {
  summary: 'copies everything into one sealed file that only a key kept elsewhere opens',
  usage: ['backup', 'backup --to age1… --dir FOLDER', 'backup key', 'backup check FILE --identity KEYFILE'],
  options: {
    to: { type: 'string', help: 'whom it is sealed to; else BACKUP_TO' },
    dir: { type: 'string', help: 'the folder it is made in; else BACKUP_DIR' },
    identity: {
      type: 'string',
      help: 'the file with the AGE-SECRET-KEY line; without it check looks at the outside',
    },
  },
  async run(called) {
    const [what, file, ...more] = called.args;
    if (what === undefined) return made(called);
    if (what === 'key' && file === undefined) return key();
    if (what === 'check' && file !== undefined && more.length === 0) return checked(called, file);
    return { data: { usage: command.usage }, text: command.usage.join('\n'), failed: true };
  },
};

async function made(called: Called): Promise<Answer> {
  const { config, options } = called;
  const to = options.to === undefined ? config.backup.to : String(options.to).trim();
  const folder = options.dir === undefined ? config.backup.folder : resolve(String(options.dir));
  if (to === null) throw new Refusal('backup_no_key', { variable: 'BACKUP_TO' });
  if (folder === null)
    throw new Refusal('config', { variable: 'BACKUP_DIR', value: '', allowed: 'a folder' });
  if (!isRecipient(to)) throw new Refusal('config', { variable: '--to', value: to, allowed: 'age1…' });
  const installation = await openInstallation(config.data);
  if (installation === null) throw new Refusal('installation_missing', { folder: config.data });
  // Not brought to this version first: before an update, what is copied is what was.
  await using database = await openDatabase(config, { max: 2 });
  const rooms = copiesOfRooms(systemClock);
  const base = { config, installation, clock: systemClock, rooms, to, folder };
  let bar: Disposable | undefined;
  const progress = (total: number) => {
    const rows = called.progress('Rows', total);
    bar = rows;
    return (some: number) => rows.step(some);
  };
  const done = await makeBackup({ ...base, url: database.url, progress }).finally(() =>
    bar?.[Symbol.dispose](),
  );
  await writeApart({ ...base, db: database.db });
  const gone = await tidy(folder, installation.id, systemClock.now());
  return {
    data: { ...done, superfluous: gone },
    text: [
      `${done.file}: ${sizeSaid(done.bytes)}, ${done.rows} rows of ${done.tables} tables and ${done.files} files, read back whole.`,
      ...(gone > 0 ? [`${gone} older ones were deleted.`] : []),
      'It is on this machine. It helps only once it also stands on another one.',
    ].join('\n'),
  };
}

async function key(): Promise<Answer> {
  const identity = newIdentity();
  const recipient = await recipientOf(identity);
  const lines = ['opens the backups of Upstander; keep it away from the server', `public key: ${recipient}`];
  return {
    data: { recipient, identity },
    text: [
      identityFile(identity, lines),
      'This is shown once and kept nowhere. Print it twice or save it on a stick, and keep it where neither the',
      'server nor its thief is. Whoever has it and a backup has what the server has; stories stay sealed.',
      '',
      `On the server, in settings.env: BACKUP_TO=${recipient}`,
    ].join('\n'),
  };
}

/** Refusal 'config' where the file has no key in it. */
export async function identityIn(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const line = text.split(/\r?\n/).find((one) => one.trim().startsWith('AGE-SECRET-KEY-1'));
  if (line === undefined)
    throw new Refusal('config', {
      variable: '--identity',
      value: path,
      allowed: 'a file with AGE-SECRET-KEY-1…',
    });
  return line.trim();
}

async function checked({ options, progress }: Called, path: string): Promise<Answer> {
  const file = resolve(path);
  const total = await sizeOf(file);
  if (!(await hasShape(file))) throw new Refusal('backup_damaged', { file, why: 'it is no sealed file' });
  if (options.identity === undefined) {
    const [sum, beside] = [await sumOf(file), await sumBeside(file)];
    if (beside === null)
      return {
        data: { whole: null, ...sum },
        text: `${file}: sealed, ${sizeSaid(total)}. No sum lies beside it; only the key can tell more (--identity).`,
      };
    if (sum.sha256 !== beside) throw new Refusal('backup_damaged', { file, why: 'its sum is another one' });
    return {
      data: { whole: true, ...sum },
      text: `${file}: exactly as it was written. To open it: --identity.`,
    };
  }
  const identity = await identityIn(String(options.identity));
  using bar = progress('MB', Math.floor(total / 1e6));
  const step = byMegabytes((some) => bar.step(some));
  const { manifest, end } = await readThrough(file, identity, { step });
  const rows = Object.values(end.rows).reduce((all, some) => all + some, 0);
  const { made, kind, postgres, migrations } = manifest;
  return {
    data: { whole: true, made, kind, postgres, schema: migrations.at(-1), rows, files: end.files },
    text: `${file}: whole. ${kind}, made ${made.slice(0, 16)} UTC, PostgreSQL ${postgres}, ${rows} rows, ${end.files} files.`,
  };
}

/** Bytes as they come, told in whole megabytes. */
export function byMegabytes(step: (some: number) => void): (bytes: number) => void {
  let held = 0;
  return (bytes) => {
    held += bytes;
    const some = Math.floor(held / 1e6);
    if (some > 0) step(some);
    held -= some * 1e6;
  };
}

/** Lists of withdrawals in a folder, with their paths. */
export async function listsIn(folder: string, installation: string): Promise<{ path: string; made: Date }[]> {
  const lists = await found(folder, installation, 'tombstones');
  return lists.map(({ file, made: at }) => ({ path: join(folder, file), made: at }));
}
