/**
 * A WOFF 2 font as the TrueType font inside it (W3C, WOFF File Format 2.0): the test browser takes fonts of the
 * machine only as TrueType, and a bare machine has none for Arabic.
 */
import { brotliDecompressSync } from 'node:zlib';
import { reader, writer } from './woff2-bytes.ts';
import { rebuildGlyphs } from './woff2-glyphs.ts';

/** Section 4.1, the tags that are known by number. */
const known =
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX ' +
  'vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat ' +
  'fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill';
const tags = known.split(' ').map((tag) => tag.replace('_', ' '));

interface Table {
  tag: string;
  data: Buffer;
  transformed: boolean;
}

export function trueTypeOf(woff2: Buffer): Buffer {
  const from = reader(woff2);
  if (from.tag() !== 'wOF2') throw new Error('not a WOFF 2 font');
  const flavour = from.u32();
  from.skip(4);
  const count = from.u16();
  from.skip(6);
  const compressed = from.u32();
  from.skip(24);

  const entries = Array.from({ length: count }, () => {
    const flags = from.u8();
    const tag = (flags & 63) === 63 ? from.tag() : (tags[flags & 63] ?? '');
    const length = from.base128();
    const version = flags >> 6;
    const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    return { tag, transformed, size: transformed ? from.base128() : length };
  });
  const body = reader(brotliDecompressSync(from.bytes(compressed)));
  const tables = entries.map(({ tag, transformed, size }) => ({ tag, transformed, data: body.bytes(size) }));
  return assemble(flavour, restored(tables));
}

function restored(tables: Table[]): Table[] {
  const of = (tag: string) => tables.find((table) => table.tag === tag);
  const glyf = of('glyf');
  if (!glyf?.transformed) return tables;
  const { glyphs, loca, lefts } = rebuildGlyphs(glyf.data);
  const head = Buffer.from(of('head')?.data ?? []);
  head.writeInt16BE(1, 50);
  const hmtx = of('hmtx');
  const metrics = of('hhea')?.data.readUInt16BE(34) ?? 0;
  const replaced: Record<string, Buffer> = { glyf: glyphs, loca, head };
  if (hmtx?.transformed) replaced.hmtx = restoredMetrics(hmtx.data, metrics, lefts);
  return tables.map((table) => ({ ...table, data: replaced[table.tag] ?? table.data }));
}

/** Section 5.4: left side bearings left out because they are each glyph's own left edge. */
function restoredMetrics(data: Buffer, metrics: number, lefts: readonly number[]): Buffer {
  const from = reader(data);
  const flags = from.u8();
  const advances = Array.from({ length: metrics }, () => from.u16());
  const first = advances.map((_, i) => (flags & 1 ? (lefts[i] ?? 0) : from.i16()));
  const rest = lefts.slice(metrics).map((left) => (flags & 2 ? left : from.i16()));
  const to = writer();
  advances.forEach((advance, i) => {
    to.u16(advance);
    to.i16(first[i] ?? 0);
  });
  for (const left of rest) to.i16(left);
  return to.done();
}

function assemble(flavour: number, tables: readonly Table[]): Buffer {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const to = writer();
  to.u32(flavour);
  for (const value of [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16])
    to.u16(value);
  let offset = 12 + sorted.length * 16;
  for (const { tag, data } of sorted) {
    to.bytes(Buffer.from(tag, 'latin1'));
    for (const value of [checksum(data), offset, data.length]) to.u32(value);
    offset += Math.ceil(data.length / 4) * 4;
  }
  for (const { data } of sorted) {
    to.bytes(data);
    to.pad(4);
  }
  return to.done();
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) {
    const word = Buffer.alloc(4);
    data.copy(word, 0, at, at + 4);
    sum = (sum + word.readUInt32BE()) >>> 0;
  }
  return sum;
}
