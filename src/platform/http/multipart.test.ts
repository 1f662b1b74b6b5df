import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf } from './multipart.ts';

const type = 'multipart/form-data; boundary=----b1';
const part = (head: string, content: string | Uint8Array) =>
  Buffer.concat([
    Buffer.from(`------b1\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
const form = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from('------b1--\r\n')]);

describe('a form with files', () => {
  test('has fields, also twice and with line breaks, and files without their names', () => {
    const body = form(
      part('name="kind"', 'done'),
      part('name="kept"', 'a'),
      part('name="kept"', 'b'),
      part('name="words"', 'سطر\r\nline'),
      part(
        'name="file"; filename="Karim at work.jpg"\r\nContent-Type: image/jpeg',
        new Uint8Array([255, 216, 13, 10]),
      ),
    );
    expect(partsOf(body, type, 100)).toEqual({
      fields: [
        ['kind', 'done'],
        ['kept', 'a'],
        ['kept', 'b'],
        ['words', 'سطر\r\nline'],
      ],
      sent: [{ field: 'file', bytes: new Uint8Array([255, 216, 13, 10]) }],
    });
  });

  test('where no file was chosen has none, and of one that is too large says that it came', () => {
    const body = form(part('name="file"; filename=""', ''), part('name="file"; filename="a"', '12345'));
    expect(partsOf(body, type, 4).sent).toEqual([{ field: 'file', bytes: null }]);
  });

  test('a name of a file is not the name of a field', () => {
    const body = form(part('filename="x"; name="file"', 'a'), part('name="b"; filename="; name=c"', 'd'));
    expect(partsOf(body, type, 9).sent.map(({ field }) => field)).toEqual(['file', 'b']);
  });

  test.each(['multipart/form-data', 'multipart/form-data; boundary=other', 'multipart/form-data; boundary='])(
    'is refused where its parts cannot be told apart: %s',
    (wrong) => {
      expect(() => partsOf(form(part('name="a"', 'b')), wrong, 9)).toThrow('unreadable');
    },
  );

  test('whatever bytes come, they are read or refused, and what is in a file stays as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const [sent] = partsOf(form(part('name="f"; filename="x"', bytes)), type, 1000).sent;
        if (!Buffer.from(bytes).includes('\r\n------b1')) expect(sent?.bytes).toEqual(bytes);
        try {
          partsOf(Buffer.from(bytes), type, 1000);
        } catch (error) {
          expect(String(error)).toContain('unreadable');
        }
      }),
    );
  });
});
