/**
 * The few lines of the tar format (POSIX ustar) a backup needs, so that `tar` on any machine unpacks it: plain files,
 * names up to 99 letters, sizes up to 8 GiB. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */
const BLOCK = 512;

export interface Entry {
  name: string;
  size: number;
  /** To be read to its end before the next entry is asked for. */
  content: AsyncIterable<Buffer>;
}

export class TarFault extends Error {
  override name = 'TarFault';
}

/** `made`: seconds since the epoch. */
export function header({ name, size, made }: { name: string; size: number; made: number }): Buffer {
  if (Buffer.byteLength(name) > 99) throw new TarFault(`name too long: ${name.length}`);
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number) =>
    block.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  block.write(name, 0);
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(Math.floor(made), 136, 12);
  block.write('0', 156);
  block.write('ustar\u000000', 257, 'latin1');
  block.fill(' ', 148, 156);
  octal(sum(block), 148, 7);
  return block;
}

const sum = (block: Buffer) => block.reduce((total, byte) => total + byte, 0);

/** What follows a content of this size up to the next block. */
export const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

export const ending = (): Buffer => Buffer.alloc(2 * BLOCK);

/** Throws TarFault where it is no tar, or ends too soon. */
export async function* entries(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const from = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  /** Up to `most` bytes, at least one; empty at the end. */
  async function some(most: number): Promise<Buffer> {
    while (held.length === 0) {
      const next = await from.next();
      if (next.done) return held;
      held = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    const part = held.subarray(0, most);
    held = held.subarray(part.length);
    return part;
  }
  async function exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = length; left > 0; ) {
      const part = await some(left);
      if (part.length === 0) throw new TarFault('it ends too soon');
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }
  for (;;) {
    const block = await exactly(BLOCK);
    if (block.every((byte) => byte === 0)) break;
    const { name, size } = readHeader(block);
    let left = size;
    yield {
      name,
      size,
      content: (async function* () {
        while (left > 0) {
          const part = await some(left);
          if (part.length === 0) throw new TarFault('it ends too soon');
          left -= part.length;
          yield part;
        }
      })(),
    };
    if (left > 0) throw new TarFault(`${name} was not read`);
    await exactly(padding(size).length);
  }
  // To the very end: only then is it known that nothing was cut off.
  while ((await some(BLOCK)).length > 0) {}
}

function readHeader(block: Buffer): { name: string; size: number } {
  const text = (at: number, length: number) =>
    block
      .subarray(at, at + length)
      .toString('utf8')
      .split('\0')[0] ?? '';
  const said = Number.parseInt(text(148, 8), 8);
  const checked = Buffer.from(block);
  checked.fill(' ', 148, 156);
  if (!text(257, 6).startsWith('ustar') || said !== sum(checked)) throw new TarFault('no tar');
  return { name: text(0, 100), size: Number.parseInt(text(124, 12), 8) };
}
