/**
 * Reads and writes PNG (W3C PNG, third edition): every colour type and depth, also interlaced; of its chunks only those
 * that make the picture, so that no place, name or time that was written beside it is left.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Picture } from './upright.ts';

interface Head {
  width: number;
  height: number;
  depth: number;
  /** 0 grey, 2 red green blue, 3 palette, 4 grey and opacity, 6 red green blue and opacity */
  colour: number;
  interlaced: boolean;
}

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const depthsOf: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Null for what is no PNG. */
export function pngHead(bytes: Uint8Array): Head | null {
  if (bytes.length < 33) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth = 0, colour = 9, compression, filter, interlace] = bytes.subarray(24, 29);
  const isKnown =
    nameAt(bytes, 12) === 'IHDR' &&
    width > 0 &&
    height > 0 &&
    (depthsOf[colour]?.includes(depth) ?? false) &&
    compression === 0 &&
    filter === 0 &&
    (interlace === 0 || interlace === 1);
  return isKnown ? { width, height, depth, colour, interlaced: interlace === 1 } : null;
}

const nameAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Throws for what is damaged. Its size is looked at before: `pngHead`. */
export function readPng(bytes: Uint8Array): Picture {
  const head = pngHead(bytes);
  if (head === null) throw new RangeError('no PNG');
  const { packed, palette, clear } = chunksOf(bytes);
  const { width, height } = head;
  const passes = passesOf(head);
  const most = passes.reduce((sum, pass) => sum + pass.height * (1 + rowBytes(head, pass.width)), 0);
  const raw = inflateSync(packed, { maxOutputLength: most + 1 });
  if (raw.length < most) throw new RangeError('a PNG that is cut off');
  const picture: Picture = { width, height, data: new Uint8Array(width * height * 4) };
  let at = 0;
  for (const pass of passes) {
    at = unfilter(raw, { at, rows: pass.height, bytes: rowBytes(head, pass.width), pixel: pixelBytes(head) });
    draw(picture, { raw, end: at, head, pass, palette, clear });
  }
  return picture;
}

function chunksOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let palette = new Uint8Array();
  let clear = new Uint8Array();
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    const content = bytes.slice(at + 8, at + 8 + length);
    if (content.length < length) throw new RangeError('a PNG that is cut off');
    if (name === 'IDAT') data.push(content);
    if (name === 'PLTE') palette = content;
    if (name === 'tRNS') clear = content;
    if (name === 'IEND') break;
    at += 12 + length;
  }
  return { packed: Buffer.concat(data), palette, clear };
}

interface Pass {
  width: number;
  height: number;
  x: number;
  y: number;
  stepX: number;
  stepY: number;
}

/** Adam7 (section 8.2) as x, y, step of each pass. */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function passesOf({ width, height, interlaced }: Head): Pass[] {
  if (!interlaced) return [{ width, height, x: 0, y: 0, stepX: 1, stepY: 1 }];
  return adam7
    .map(([x, y, stepX, stepY]) => ({
      width: Math.ceil((width - x) / stepX),
      height: Math.ceil((height - y) / stepY),
      ...{ x, y, stepX, stepY },
    }))
    .filter((pass) => pass.width > 0 && pass.height > 0);
}

const bitsOf = ({ depth, colour }: Head) => depth * (channelsOf[colour] ?? 1);
const rowBytes = (head: Head, width: number) => Math.ceil((bitsOf(head) * width) / 8);
const pixelBytes = (head: Head) => Math.max(1, bitsOf(head) >> 3);

/** Section 9, in place; answers with where the rows end. */
function unfilter(
  raw: Uint8Array,
  { at, rows, bytes, pixel }: { at: number; rows: number; bytes: number; pixel: number },
): number {
  for (let row = 0; row < rows; row++, at += bytes + 1) {
    const filter = raw[at] ?? 0;
    if (filter > 4) throw new RangeError(`filter ${filter}`);
    for (let n = 0; n < bytes && filter > 0; n++) {
      const here = at + 1 + n;
      const left = n >= pixel ? (raw[here - pixel] ?? 0) : 0;
      const up = row > 0 ? (raw[here - bytes - 1] ?? 0) : 0;
      const corner = row > 0 && n >= pixel ? (raw[here - bytes - 1 - pixel] ?? 0) : 0;
      raw[here] = ((raw[here] ?? 0) + predicted(filter, left, { up, corner })) & 0xff;
    }
  }
  return at;
}

function predicted(filter: number, left: number, { up, corner }: { up: number; corner: number }): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

interface Drawing {
  raw: Uint8Array;
  /** Where the rows of this pass end. */
  end: number;
  head: Head;
  pass: Pass;
  palette: Uint8Array;
  clear: Uint8Array;
}

function draw({ data, width }: Picture, { raw, end, head, pass, palette, clear }: Drawing): void {
  const { depth, colour } = head;
  const channels = channelsOf[colour] ?? 1;
  const row = rowBytes(head, pass.width) + 1;
  const first = end - pass.height * row;
  const largest = 2 ** depth - 1;
  const sample = (line: number, n: number): number => {
    if (depth === 8) return raw[line + n] ?? 0;
    if (depth === 16) return ((raw[line + 2 * n] ?? 0) << 8) | (raw[line + 2 * n + 1] ?? 0);
    const bit = n * depth;
    return ((raw[line + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & largest;
  };
  const clearAt = (n: number) => ((clear[2 * n] ?? 0) << 8) | (clear[2 * n + 1] ?? 0);
  const scale = (value: number) => (depth === 16 ? value >> 8 : Math.round((value * 255) / largest));
  for (let y = 0; y < pass.height; y++)
    for (let x = 0; x < pass.width; x++) {
      const line = first + y * row + 1;
      const to = 4 * ((pass.y + y * pass.stepY) * width + pass.x + x * pass.stepX);
      const at = x * channels;
      if (colour === 3) {
        const index = sample(line, at);
        data.set(palette.subarray(3 * index, 3 * index + 3), to);
        data[to + 3] = clear[index] ?? 255;
        continue;
      }
      const isGrey = colour === 0 || colour === 4;
      const values = isGrey ? [0, 0, 0] : [0, 1, 2];
      let isClear = clear.length >= (isGrey ? 2 : 6) && (colour === 0 || colour === 2);
      for (const [n, channel] of values.entries()) {
        const value = sample(line, at + channel);
        data[to + n] = scale(value);
        if (isClear && value !== clearAt(channel)) isClear = false;
      }
      data[to + 3] =
        channels === 2 || channels === 4 ? scale(sample(line, at + channels - 1)) : isClear ? 0 : 255;
    }
}

/** Eight bits a channel, with opacity where any pixel has less than all of it. */
export function writePng({ width, height, data }: Picture): Uint8Array {
  let isOpaque = true;
  for (let at = 3; at < data.length && isOpaque; at += 4) isOpaque = data[at] === 255;
  const channels = isOpaque ? 3 : 4;
  const row = width * channels + 1;
  const raw = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    // Filter 2, "up": each byte less the one above it.
    raw[y * row] = 2;
    for (let x = 0; x < width; x++)
      for (let n = 0; n < channels; n++) {
        const at = 4 * (y * width + x) + n;
        const above = y > 0 ? (data[at - 4 * width] ?? 0) : 0;
        raw[y * row + 1 + x * channels + n] = ((data[at] ?? 0) - above) & 0xff;
      }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, isOpaque ? 2 : 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(content.length, 0);
  out.set(named, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}
