import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat, toHex, utf8 } from '../../platform/keys/bytes.ts';
import { withoutMakers } from './makers.ts';
import { typesOf } from './model.ts';

const text = (of: Uint8Array) => Buffer.from(of).toString('latin1');
const bytes = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
/** Size in one byte. */
const element = (id: string, content: Uint8Array) =>
  concat(bytes(id), Uint8Array.of(0x80 + content.length), content);

/** As a browser begins to write one: it does not know yet how long it will be. */
const begun = (app: string) =>
  concat(
    element('1a45dfa3', element('4282', utf8('webm'))),
    bytes('18538067 01ffffffffffffff'),
    element(
      '1549a966',
      concat(
        element('2ad7b1', bytes('0f4240')),
        element('4461', bytes('0a1b2c3d4e5f6071')),
        element('4d80', utf8(app)),
        element('5741', utf8(app)),
      ),
    ),
    element('1654ae6b', utf8('tracks')),
    bytes('1f43b675 01ffffffffffffff'),
    utf8('sound, and by chance D\x80Chrome'),
  );

test('the program that made a recording, and when, are no longer in it; all else is where it was', () => {
  const [before, after] = [begun('Chrome'), withoutMakers('audio/webm', begun('Chrome'))];
  expect(text(before).split('Chrome')).toHaveLength(4);
  expect(text(after).split('Chrome')).toHaveLength(2);
  expect(Buffer.from(after).toString('hex')).not.toContain('0a1b2c3d4e5f6071');
  expect(text(after)).toBe(
    text(begun('\0\0\0\0\0\0')).replace(text(bytes('0a1b2c3d4e5f6071')), '\0'.repeat(8)),
  );
});

/** With its size before it. */
const box = (kind: string, ...content: Uint8Array[]) => {
  const inside = concat(...content);
  const size = new DataView(new ArrayBuffer(4));
  size.setUint32(0, 8 + inside.length);
  return concat(new Uint8Array(size.buffer), utf8(kind), inside);
};
/** A time of day, as Chrome (in eight bytes) and Safari (in four) write when it began. */
const chrome = '00000000e72a1e53';
const safari = 'e72a1e54';

const inMp4 = (time: { eight: string; four: string }, name: string, about: Uint8Array) =>
  concat(
    box('ftyp', utf8('iso5')),
    box(
      'moov',
      box('mvhd', bytes(`01000000 ${time.eight} ${time.eight} 000003e8`)),
      box(
        'trak',
        box('tkhd', bytes(`00000003 ${time.four} ${time.four} 00000001`)),
        box(
          'mdia',
          box('mdhd', bytes(`00000000 ${time.four} ${time.four} 0000bb80`)),
          box('hdlr', bytes('00000000 00000000'), utf8('soun'), new Uint8Array(12), utf8(name)),
        ),
      ),
      about,
    ),
    box('moof', utf8('udta by chance')),
    box('mdat', utf8('sound, and by chance mvhd and Core Media Audio')),
  );

test('an MP4 no longer says when and by what it was made; all else is where it was', () => {
  const told = inMp4(
    { eight: chrome, four: safari },
    'Core Media Audio\0',
    box('udta', utf8('iPhone of Amal')),
  );
  const none = { eight: '0'.repeat(16), four: '0'.repeat(8) };
  const blank = inMp4(none, '\0'.repeat(17), box('free', new Uint8Array(14)));
  expect(toHex(withoutMakers('audio/mp4', told))).toBe(toHex(blank));
});

/** The sum of a page by the platform's own CRC-32, which reads each byte from its lowest bit. */
function sumOf(page: Uint8Array): number {
  const turned = (n: number, bits: number) =>
    Number.parseInt(n.toString(2).padStart(bits, '0').split('').reverse().join(''), 2);
  const mirrored = page.map((byte) => turned(byte, 8));
  return turned(~crc32(mirrored, 0xffffffff) >>> 0, 32);
}
const oggPage = (number: number, lacing: readonly number[], content: Uint8Array) => {
  const page = concat(
    utf8('OggS'),
    new Uint8Array(14),
    Uint8Array.of(number, 0, 0, 0),
    new Uint8Array(4),
    Uint8Array.of(lacing.length, ...lacing),
    content,
  );
  new DataView(page.buffer).setUint32(22, sumOf(page), true);
  return page;
};
/** `vendor` and comments fill 392 bytes, so that the packet ends on a third page. */
const inOgg = (comments: Uint8Array) => {
  const packet = concat(utf8('OpusTags'), comments);
  return concat(
    oggPage(0, [19], utf8('OpusHead and so on.')),
    oggPage(1, [255], packet.slice(0, 255)),
    oggPage(2, [145], packet.slice(255)),
    oggPage(3, [26], utf8('sound, and by chance Mozil')),
  );
};

test('an Ogg no longer says by what it was made; its sums are right and all else is where it was', () => {
  const told = inOgg(
    concat(
      bytes('0b000000'),
      utf8('Mozilla142.'),
      bytes('01000000 71010000'),
      utf8('ENCODER='.padEnd(369, 'x')),
    ),
  );
  expect(told.length).toBe(inOgg(new Uint8Array(392)).length);
  expect(toHex(withoutMakers('audio/ogg', told))).toBe(toHex(inOgg(new Uint8Array(392))));
});

test('whatever bytes come, it ends, and nothing of another kind, or cut off, is changed', () => {
  const types = typesOf.voice;
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.uint8Array({ maxLength: 400 }), (type, content) => {
      const length = content.length;
      expect(withoutMakers(type, content).length).toBe(length);
    }),
  );
  const whole = {
    'audio/webm': begun('Chrome'),
    'audio/mp4': inMp4({ eight: chrome, four: safari }, 'Core', box('udta')),
    'audio/ogg': inOgg(new Uint8Array(392).fill(65)),
  };
  for (const type of types)
    for (const other of types) {
      const content = whole[other];
      if (type !== other) expect(toHex(withoutMakers(type, content.slice()))).toBe(toHex(content));
      for (let n = 0; n < content.length; n++)
        expect(() => withoutMakers(type, content.slice(0, n))).not.toThrow();
    }
});
