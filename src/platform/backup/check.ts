/** Reads a backup from its first byte to its last, and believes it only then. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { Refusal } from '../refusal.ts';
import {
  END,
  type End,
  EndShape,
  FORMAT,
  fileShape,
  MANIFEST,
  type Manifest,
  ManifestShape,
} from './model.ts';
import { opening } from './sealed-file.ts';
import { entries, TarFault } from './tar.ts';

/** What somebody who reads a backup does with what comes, in this order. */
export interface Taking {
  manifest(manifest: Manifest): Promise<void> | void;
  file(path: string, content: AsyncIterable<Buffer>): Promise<void>;
  /** Every part of one table, one after the other; how many rows they were. */
  table(table: Manifest['tables'][number], content: AsyncIterable<Buffer>): Promise<number>;
}

export interface Through {
  manifest: Manifest;
  end: End;
}

/** Counts rows and keeps nothing. */
const counting: Taking = {
  manifest() {},
  async file(_, content) {
    for await (const _part of content);
  },
  async table(_, content) {
    let rows = 0;
    for await (const part of content) for (const byte of part) if (byte === 10) rows++;
    return rows;
  },
};

/**
 * Refusals: 'backup_not_for_you'; 'backup_version' {found} for a newer format; 'backup_damaged' {file, why} for a file that
 * is cut, changed, or does not hold what its own first and last entries say.
 */
export async function readThrough(
  file: string,
  identity: string,
  { taking = counting, step = () => {} }: { taking?: Taking; step?(bytes: number): void } = {},
): Promise<Through> {
  const damaged = (why: string) => new Refusal('backup_damaged', { file, why });
  const sealed = Readable.from(opening(file, identity, step), { objectMode: false });
  const plain = createGunzip();
  sealed.once('error', (error) => plain.destroy(error));
  sealed.pipe(plain);
  try {
    return await taken(entries(plain), taking, damaged);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (error instanceof TarFault) throw damaged(error.message);
    if (/^(Z_|ERR_STREAM_PREMATURE)/.test(code)) throw damaged('it ends too soon');
    throw error;
  } finally {
    sealed.destroy();
    plain.destroy();
  }
}

async function taken(
  source: ReturnType<typeof entries>,
  taking: Taking,
  damaged: (why: string) => Refusal,
): Promise<Through> {
  let next = await source.next();
  const current = () => (next.done ? null : next.value);
  const forward = async () => {
    next = await source.next();
  };
  async function read<S extends TSchema>(name: string, shape: S): Promise<unknown> {
    const entry = current();
    if (entry?.name !== name || entry.size > 1 << 22) throw damaged(`${name} is missing`);
    const parts: Buffer[] = [];
    for await (const part of entry.content) parts.push(part);
    const value = parsed(Buffer.concat(parts).toString('utf8'));
    // A newer format may have any shape: it says so before anything else is looked at.
    const format = (value as { format?: unknown } | null)?.format;
    if (typeof format === 'number' && format > FORMAT) throw new Refusal('backup_version', { found: format });
    if (!Value.Check(shape, value)) throw damaged(name);
    return value;
  }
  const manifest = (await read(MANIFEST, ManifestShape)) as Manifest;
  await taking.manifest(manifest);
  await forward();
  for (const path of manifest.files) {
    const entry = current();
    if (entry?.name !== `data/${path}` || !fileShape.test(path)) throw damaged(`${path} is missing`);
    await taking.file(path, entry.content);
    await forward();
  }
  const rows: End['rows'] = {};
  for (const table of manifest.tables) {
    const parts = async function* () {
      for (let entry = current(); entry?.name.startsWith(`tables/${table.name}/`); entry = current()) {
        yield* entry.content;
        await forward();
      }
    };
    const found = await taking.table(table, parts());
    if (found !== table.rows) throw damaged(`${table.name} has ${found} rows of ${table.rows}`);
    if (found > 0) rows[table.name] = found;
  }
  const end = (await read(END, EndShape)) as End;
  const agree = Object.keys({ ...rows, ...end.rows }).every((name) => rows[name] === end.rows[name]);
  if (!agree || end.files !== manifest.files.length) throw damaged(END);
  await forward();
  if (current() !== null) throw damaged('something follows its end');
  return { manifest, end };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
