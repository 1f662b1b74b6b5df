/** One sealed file, written so that it is there whole or not at all, and read as it comes. */
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import { openStream, sealStream } from '../keys/age-stream.ts';
import { KeyRefusal, sha256Parts } from '../keys/index.ts';
import { Refusal } from '../refusal.ts';

export interface Written {
  bytes: number;
  /** Of the sealed file, hexadecimal. */
  sha256: string;
}

const saidBy = (error: unknown) => (error as NodeJS.ErrnoException).code ?? (error as Error).message;

/** `<file>.part`, on disk when it returns. Refusal 'backup_unwritten' {file, said} where the disk does not take it. */
export async function writePart(
  file: string,
  recipients: readonly string[],
  plaintext: AsyncIterable<Uint8Array>,
): Promise<Written> {
  const source = Readable.from(plaintext, { objectMode: false });
  // Web streams of Node and of the age library are the same thing under two names.
  const sealed = await sealStream(recipients, Readable.toWeb(source) as ReadableStream<Uint8Array>);
  const digest = sha256Parts();
  let bytes = 0;
  const handle = await opened(file);
  try {
    for await (const part of sealed) {
      digest.add(part);
      bytes += part.length;
      await write(handle, part, file);
    }
    await handle.sync().catch(unwritten(file));
  } catch (error) {
    source.destroy();
    throw error;
  } finally {
    await handle.close();
  }
  return { bytes, sha256: digest.hex() };
}

async function opened(file: string): Promise<FileHandle> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 }).catch(unwritten(file));
  return (await open(`${file}.part`, 'w', 0o600).catch(unwritten(file))) as FileHandle;
}

async function write(handle: FileHandle, part: Uint8Array, file: string): Promise<void> {
  for (let at = 0; at < part.length; ) {
    const { bytesWritten } = await handle.write(part, at).catch((error: unknown) => unwritten(file)(error));
    at += bytesWritten;
  }
}

const unwritten = (file: string) => (error: unknown) => {
  throw new Refusal('backup_unwritten', { file, said: saidBy(error) });
};

/** Gives `<file>.part` its name, with `<file>.sha256` beside it, as sha256sum writes it. */
export async function settle(file: string, { sha256 }: Written): Promise<void> {
  await writeWhole(`${file}.sha256`, `${sha256}  ${basename(file)}\n`);
  await rename(`${file}.part`, file);
  await syncFolder(dirname(file));
}

export async function dropPart(file: string): Promise<void> {
  await rm(`${file}.part`, { force: true });
}

/** Small files: there whole or not at all. */
export async function writeWhole(file: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  const handle = await open(`${file}.new`, 'w', mode).catch(unwritten(file));
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What is inside. Refusals 'backup_not_for_you', 'backup_damaged' {file, why}, also in the middle of it. */
export async function* opening(
  file: string,
  identity: string,
  step: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file, { highWaterMark: 1 << 18 });
  stream.on('data', (part) => step(part.length));
  stream.pause();
  try {
    yield* openStream(identity, Readable.toWeb(stream) as ReadableStream<Uint8Array>);
  } catch (error) {
    if (!(error instanceof KeyRefusal)) throw error;
    if (error.code === 'not_for_you') throw new Refusal('backup_not_for_you', { file });
    if (error.code === 'bad_key')
      throw new Refusal('config', { variable: '--identity', value: '…', allowed: 'AGE-SECRET-KEY-1…' });
    throw new Refusal('backup_damaged', { file, why: 'not what was sealed' });
  } finally {
    stream.destroy();
  }
}

/** What can be told of a file without the key: its length and sum against the sum that was written beside it. */
export async function sumOf(file: string): Promise<Written> {
  const digest = sha256Parts();
  let bytes = 0;
  for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) {
    digest.add(part);
    bytes += part.length;
  }
  return { bytes, sha256: digest.hex() };
}

/** The sum beside it; null where there is none. */
export async function sumBeside(file: string): Promise<string | null> {
  const text = await readFile(`${file}.sha256`, 'utf8').catch(() => '');
  return /^[0-9a-f]{64}/.exec(text)?.[0] ?? null;
}

export const sizeOf = async (file: string): Promise<number> =>
  (
    await stat(file).catch((error: unknown) => {
      throw new Refusal('backup_damaged', { file, why: saidBy(error) });
    })
  ).size;

/** Begins as age v1 to X25519 keys alone, and holds at least one sealed part. */
export async function hasShape(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2048), 0, 2048, 0);
    const text = buffer.subarray(0, bytesRead).toString('latin1');
    const header = /^age-encryption\.org\/v1\n(-> X25519 [\w+/]{43}\n[\w+/]{43}\n){1,8}--- [\w+/]{43}\n/.exec(
      text,
    );
    return header !== null && (await handle.stat()).size >= header[0].length + 32;
  } finally {
    await handle.close();
  }
}
