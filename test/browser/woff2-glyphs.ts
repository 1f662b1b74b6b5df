/** WOFF 2, section 5.1: the outlines, stored as seven streams, put back as TrueType tables. */
import { type Reader, reader, type Writer, writer } from './woff2-bytes.ts';

export interface Glyphs {
  glyphs: Buffer;
  /** Offsets of four bytes. */
  loca: Buffer;
  /** The left edge of each glyph. */
  lefts: number[];
}

interface Streams {
  contours: Reader;
  points: Reader;
  flags: Reader;
  outline: Reader;
  composite: Reader;
  boxes: Reader;
  instructions: Reader;
}

interface Point {
  x: number;
  y: number;
  on: boolean;
}

export function rebuildGlyphs(data: Buffer): Glyphs {
  const from = reader(data);
  from.skip(4);
  const count = from.u16();
  from.skip(2);
  const sizes = Array.from({ length: 7 }, () => from.u32());
  const [contours, points, flags, outline, composite, boxes, instructions] = sizes.map((size) =>
    reader(from.bytes(size)),
  );
  const all = { contours, points, flags, outline, composite, boxes, instructions };
  if (Object.values(all).includes(undefined)) throw new Error('a stream is missing');
  const streams = all as Streams;
  const hasBox = streams.boxes.bytes(4 * Math.ceil(count / 32));

  const to = writer();
  const loca = writer();
  const lefts: number[] = [];
  for (let glyph = 0; glyph < count; glyph++) {
    loca.u32(to.length());
    const boxed = ((hasBox[glyph >> 3] ?? 0) & (128 >> (glyph & 7))) !== 0;
    lefts.push(rebuild(streams, to, boxed));
    to.pad(4);
  }
  loca.u32(to.length());
  return { glyphs: to.done(), loca: loca.done(), lefts };
}

/** Writes one glyph and returns its left edge. */
function rebuild(streams: Streams, to: Writer, boxed: boolean): number {
  const contours = streams.contours.i16();
  if (contours === 0) return 0;
  to.i16(contours);
  return contours < 0 ? rebuildComposite(streams, to) : rebuildSimple(streams, to, { contours, boxed });
}

function rebuildComposite(streams: Streams, to: Writer): number {
  const box = streams.boxes.bytes(8);
  to.bytes(box);
  let instructed = false;
  for (let more = true; more; ) {
    const flags = streams.composite.u16();
    const scales = flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0;
    to.u16(flags);
    to.bytes(streams.composite.bytes(2 + (flags & 1 ? 4 : 2) + scales));
    instructed ||= (flags & 256) !== 0;
    more = (flags & 32) !== 0;
  }
  if (instructed) copyInstructions(streams, to);
  return box.readInt16BE(0);
}

function rebuildSimple(
  streams: Streams,
  to: Writer,
  { contours, boxed }: { contours: number; boxed: boolean },
): number {
  const ends: number[] = [];
  let total = 0;
  for (let i = 0; i < contours; i++) {
    total += streams.points.short255();
    ends.push(total - 1);
  }
  const points = readPoints(streams, total);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const computed = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const box = boxed ? Array.from({ length: 4 }, () => streams.boxes.i16()) : computed;
  for (const edge of box) to.i16(edge);
  for (const end of ends) to.u16(end);
  copyInstructions(streams, to);
  for (const { on } of points) to.u8(on ? 1 : 0);
  writeSteps(xs, to);
  writeSteps(ys, to);
  return box[0] ?? 0;
}

function readPoints({ flags, outline }: Streams, total: number): Point[] {
  let x = 0;
  let y = 0;
  return Array.from({ length: total }, () => {
    const flag = flags.u8();
    const [dx, dy] = step(flag & 127, outline);
    x += dx;
    y += dy;
    return { x, y, on: flag < 128 };
  });
}

/** Section 5.2, table of triplets: how many bytes the two distances take and what is added to them. */
function step(flag: number, from: Reader): [number, number] {
  const signed = (bits: number, value: number) => (bits & 1 ? value : -value);
  if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + from.u8())];
  if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + from.u8()), 0];
  if (flag < 84) {
    const base = flag - 20;
    const byte = from.u8();
    return [
      signed(flag, 1 + (base & 0x30) + (byte >> 4)),
      signed(flag >> 1, 1 + ((base & 0x0c) << 2) + (byte & 15)),
    ];
  }
  if (flag < 120) {
    const base = flag - 84;
    return [
      signed(flag, 1 + (Math.floor(base / 12) << 8) + from.u8()),
      signed(flag >> 1, 1 + (((base % 12) >> 2) << 8) + from.u8()),
    ];
  }
  if (flag < 124) {
    const [first, middle, last] = [from.u8(), from.u8(), from.u8()];
    return [signed(flag, (first << 4) + (middle >> 4)), signed(flag >> 1, ((middle & 15) << 8) + last)];
  }
  return [signed(flag, from.u16()), signed(flag >> 1, from.u16())];
}

function writeSteps(values: readonly number[], to: Writer): void {
  let before = 0;
  for (const value of values) {
    to.i16(value - before);
    before = value;
  }
}

function copyInstructions({ outline, instructions }: Streams, to: Writer): void {
  const length = outline.short255();
  to.u16(length);
  to.bytes(instructions.bytes(length));
}
