import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat, toHex, utf8 } from '../../platform/keys/bytes.ts';
import { withoutMakers } from './webm.ts';

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
  const text = (of: Uint8Array) => Buffer.from(of).toString('latin1');
  const [before, after] = [begun('Chrome'), withoutMakers(begun('Chrome'))];
  expect(text(before).split('Chrome')).toHaveLength(4);
  expect(text(after).split('Chrome')).toHaveLength(2);
  expect(Buffer.from(after).toString('hex')).not.toContain('0a1b2c3d4e5f6071');
  expect(text(after)).toBe(
    text(begun('\0\0\0\0\0\0')).replace(text(bytes('0a1b2c3d4e5f6071')), '\0'.repeat(8)),
  );
});

test('whatever bytes come, it ends, and nothing that is no WebM is changed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (content) => {
      const copy = Uint8Array.from(content);
      expect(withoutMakers(copy).length).toBe(content.length);
    }),
  );
  const mp4 = concat(bytes('00000018'), utf8('ftypiso5 Core Media Audio'));
  expect(toHex(withoutMakers(Uint8Array.from(mp4)))).toBe(toHex(mp4));
  const cut = begun('Chrome').slice(0, 60);
  expect(() => withoutMakers(cut)).not.toThrow();
});
