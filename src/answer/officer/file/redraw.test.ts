import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import jpeg from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { readPng, writePng } from './png.ts';
import { redraw } from './redraw.ts';
import { redrawn } from './redrawn.ts';
import { upright } from './upright.ts';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

/** A photograph of 16 by 8, its left half white, with an Exif segment: held sideways, taken in Cairo. */
function photograph(orientation = 1): Uint8Array {
  const [width, height] = [16, 8];
  const data = new Uint8Array(width * height * 4).map((_, at) =>
    at % 4 === 3 || (at / 4) % width < 8 ? 255 : 0,
  );
  const plain = jpeg.encode({ width, height, data }, 95).data;
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 24);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  entry(10, [0x0112, 3, 1, orientation]);
  entry(22, [0x8825, 4, 1, 38]);
  tiff.write('GPS 30.0444 N 31.2357 E', 38, 'latin1');
  function entry(at: number, [tag = 0, type = 0, count = 0, value = 0]: number[]) {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  }
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  const behind = Buffer.from('PK\u0003\u0004 a file hidden behind the picture', 'latin1');
  return Buffer.concat([plain.subarray(0, 2), head, content, plain.subarray(2), behind]);
}

const bytesOf = (drawn: ReturnType<typeof redraw>): Uint8Array => {
  if ('problem' in drawn) throw new Error(drawn.problem);
  return drawn.bytes;
};
const brightAt = (picture: { width: number; data: Uint8Array }, x: number, y: number) =>
  (picture.data[4 * (y * picture.width + x)] ?? 0) > 128;

describe('a photograph', () => {
  test('loses where and when it was taken, how the camera was held, and what lay behind it', async () => {
    expect(Buffer.from(photograph()).includes('GPS 30.0444')).toBe(true);
    const drawn = await redrawn('jpeg', photograph());
    const bytes = Buffer.from(bytesOf(drawn));
    for (const left of ['GPS', 'Exif', 'hidden', 'II*']) expect(bytes.includes(left)).toBe(false);
    expect(jpeg.decode(bytes)).toMatchObject({ width: 16, height: 8 });
  });

  test.each([
    [1, 16, 8, true, false],
    [3, 16, 8, false, true],
    [6, 8, 16, true, true],
    [8, 8, 16, false, false],
  ])('held as %i is %i by %i and upright', (orientation, width, height, topStart, topEnd) => {
    const picture = jpeg.decode(bytesOf(redraw('jpeg', photograph(orientation))), { useTArray: true });
    expect([picture.width, picture.height]).toEqual([width, height]);
    expect([brightAt(picture, 1, 1), brightAt(picture, width - 2, 1)]).toEqual([topStart, topEnd]);
  });

  test('of too many points is refused before it is decoded', () => {
    const large = Buffer.from(photograph());
    const frame = large.indexOf(Buffer.from([0xff, 0xc0]));
    large.writeUInt16BE(60_000, frame + 5);
    large.writeUInt16BE(60_000, frame + 7);
    expect(redraw('jpeg', large)).toEqual({ problem: 'pixels' });
  });

  test('cut off anywhere, or with any byte changed, is a picture or damaged, and nothing else', () => {
    const whole = photograph();
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(255), (at, byte) => {
        for (const bytes of [whole.slice(0, at), whole.map((one, n) => (n === at ? byte : one))]) {
          const drawn = redraw('jpeg', bytes);
          expect('problem' in drawn ? drawn.problem : 'drawn').toMatch(/^(drawn|damaged|pixels)$/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const chunk = (name: string, content: Uint8Array) => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const ends = Buffer.alloc(4);
  ends.writeUInt32BE(crc32(named));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, named, ends]);
};

/** A PNG of these rows, filters and all, with words beside them. */
function png(
  {
    width,
    height,
    depth,
    colour,
    interlace = 0,
  }: Record<'width' | 'height' | 'depth' | 'colour', number> & { interlace?: number },
  rows: readonly (readonly number[])[],
  more: readonly Buffer[] = [],
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', utf8('Author\0Karim Adel')),
    ...more,
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()))),
    chunk('IEND', new Uint8Array()),
  ]);
}

describe('a PNG', () => {
  test('loses the words beside it and keeps its points', () => {
    const image = png({ width: 2, height: 1, depth: 8, colour: 2 }, [[0, 255, 0, 0, 0, 0, 255]]);
    const drawn = Buffer.from(bytesOf(redraw('png', image)));
    expect(drawn.includes('Karim')).toBe(false);
    expect([...readPng(drawn).data]).toEqual([255, 0, 0, 255, 0, 0, 255, 255]);
  });

  test.each([
    ['one bit of grey', { depth: 1, colour: 0 }, [[0, 0b10000000]], [], [255, 255, 255, 255, 0, 0, 0, 255]],
    [
      'sixteen bits of grey',
      { depth: 16, colour: 0 },
      [[0, 255, 255, 128, 0]],
      [],
      [255, 255, 255, 255, 128, 128, 128, 255],
    ],
    ['grey and opacity', { depth: 8, colour: 4 }, [[0, 9, 255, 7, 0]], [], [9, 9, 9, 255, 7, 7, 7, 0]],
    [
      'every filter from the left',
      { depth: 8, colour: 0 },
      [[1, 10, 5]],
      [],
      [10, 10, 10, 255, 15, 15, 15, 255],
    ],
    [
      'a palette with a clear colour',
      { depth: 4, colour: 3 },
      [[0, 0x01]],
      [chunk('PLTE', Uint8Array.from([1, 2, 3, 4, 5, 6])), chunk('tRNS', Uint8Array.from([0]))],
      [1, 2, 3, 0, 4, 5, 6, 255],
    ],
    [
      'one clear grey',
      { depth: 8, colour: 0 },
      [[0, 7, 8]],
      [chunk('tRNS', Uint8Array.from([0, 7]))],
      [7, 7, 7, 0, 8, 8, 8, 255],
    ],
  ] as const)('of %s is read', (_, kind, rows, more, points) => {
    expect([...readPng(png({ width: 2, height: 1, ...kind }, rows, more)).data]).toEqual(points);
  });

  test('each filter of a row says what the one above left open', () => {
    const rows = [
      [0, 10, 20, 30],
      [2, 1, 1, 1],
      [3, 5, 5, 5],
      [4, 1, 1, 1],
    ];
    const { data } = readPng(png({ width: 3, height: 4, depth: 8, colour: 0 }, rows));
    const grey = [...data].filter((_, at) => at % 4 === 0);
    expect(grey).toEqual([10, 20, 30, 11, 21, 31, 10, 20, 30, 11, 21, 31]);
  });

  test('that comes in seven passes is put together', () => {
    // 3 by 3: passes 1, 5, 6 and 7 have something, and pass 4 and 3 where they reach.
    const rows = [
      [0, 1],
      [0, 3],
      [0, 7, 9],
      [0, 2],
      [0, 8],
      [0, 4, 5, 6],
    ];
    const { data } = readPng(png({ width: 3, height: 3, depth: 8, colour: 0, interlace: 1 }, rows));
    expect([...data].filter((_, at) => at % 4 === 0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('that unpacks to more than it says, or is too large, is stopped', () => {
    const bomb = png({ width: 1, height: 1, depth: 8, colour: 0 }, [new Array<number>(5_000_000).fill(0)]);
    expect(redraw('png', bomb)).toEqual({ problem: 'damaged' });
    const large = png({ width: 100_000, height: 100_000, depth: 8, colour: 0 }, [[0, 0]]);
    expect(redraw('png', large)).toEqual({ problem: 'pixels' });
  });

  test('written is read again, point for point', () => {
    const picture = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.boolean())
      .chain(([width, height, opaque]) =>
        fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }).map((data) => ({
          width,
          height,
          data: opaque ? data.map((one, at) => (at % 4 === 3 ? 255 : one)) : data,
        })),
      );
    fc.assert(
      fc.property(picture, (one) => {
        expect(readPng(writePng(one))).toEqual(one);
      }),
    );
  });
});

test('turned four times a picture is what it was', () => {
  const picture = { width: 3, height: 2, data: new Uint8Array(24).map((_, at) => at) };
  const turned = [6, 6, 6, 6].reduce(upright, picture);
  expect(turned).toEqual(picture);
  for (const mirrored of [2, 3, 4, 5, 7])
    expect(upright(upright(picture, mirrored), mirrored)).toEqual(picture);
});
