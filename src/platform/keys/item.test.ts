import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vector from '../../../test/vectors/keys/item.json' with { type: 'json' };
import { identityOf, newIdentity, recipientOf } from './age-key.ts';
import { concat, fromUtf8, utf8 } from './bytes.ts';
import { sha256Hex } from './digest.ts';
import { padded, paddedSize, withHeader } from './header.ts';
import {
  newReportKey,
  openBoundSecret,
  openItem,
  openSecret,
  type Place,
  sealItem,
  sealSecret,
} from './item.ts';
import { openWith, sealFor } from './seal.ts';

const place: Place = { installation: 'house', report: 'report-1', item: 'told' };
const words = utf8('He followed me to the door. تبعني إلى الباب.');
const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
const name = fc.stringMatching(/^[A-Za-z0-9_.-]{1,64}$/);

describe('an item', () => {
  it('opens for its reader, exactly as sealed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), name, name, async (content, report, item) => {
        const key = await newReportKey();
        const at = { installation: 'house', report, item };
        const file = await sealItem({ ...at, content }, [key.recipient]);
        expect(await openItem(file, key.identity, at)).toEqual(content);
      }),
      { numRuns: 25 },
    );
  });
  it('opens for each of several readers and for nobody else', async () => {
    const [ines, omar, lina] = await Promise.all([newReportKey(), newReportKey(), newReportKey()]);
    const file = await sealItem({ ...place, content: words }, [ines.recipient, omar.recipient]);
    expect(await openItem(file, ines.identity, place)).toEqual(words);
    expect(await openItem(file, omar.identity, place)).toEqual(words);
    await expect(openItem(file, lina.identity, place)).rejects.toMatchObject({ code: 'not_for_you' });
  });
  it('is refused in any other place', async () => {
    const key = await newReportKey();
    const file = await sealItem({ ...place, content: words }, [key.recipient]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<keyof Place>('installation', 'report', 'item'),
        name,
        async (field, other) => {
          fc.pre(other !== place[field]);
          await expect(openItem(file, key.identity, { ...place, [field]: other })).rejects.toMatchObject({
            code: 'swapped',
            params: { field },
          });
        },
      ),
      { numRuns: 40 },
    );
  });
  it('is refused when one byte of the file differs', async () => {
    const key = await newReportKey();
    const file = await sealItem({ ...place, content: words }, [key.recipient]);
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = file.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        await expect(openItem(changed, key.identity, place)).rejects.toHaveProperty('name', 'KeyRefusal');
      }),
      { numRuns: 60 },
    );
  });
  it('is refused when somebody who can seal leaves out, lengthens or alters the frame', async () => {
    const key = await newReportKey();
    const framed = withHeader(place, words);
    const whole = padded(framed);
    const frames: Record<string, Uint8Array> = {
      'no header': padded(words),
      'a later version': padded(utf8(fromUtf8(framed).replace('upstander item 1', 'upstander item 2'))),
      'no padding': framed,
      'too much padding': concat(whole, new Uint8Array(1024).fill(10)),
      'words in the padding': Object.assign(whole.slice(), { [whole.length - 1]: 65 }),
      'a length beyond the end': padded(utf8(fromUtf8(framed).replace(/length \d+/, 'length 4000'))),
      'a length with a zero before': padded(utf8(fromUtf8(framed).replace('length ', 'length 0'))),
    };
    for (const [what, plaintext] of Object.entries(frames)) {
      const file = await sealFor([key.recipient], plaintext);
      await expect(openItem(file, key.identity, place), what).rejects.toMatchObject({ code: 'damaged' });
    }
  });
  it('names nothing that could forge a header line', async () => {
    const key = await newReportKey();
    for (const bad of ['', 'a\n# item other', 'a b', 'ا', 'x'.repeat(65)]) {
      await expect(sealItem({ ...place, item: bad, content: words }, [key.recipient])).rejects.toMatchObject({
        code: 'bad_name',
      });
    }
  });
  it('is never sealed to nobody, nor to a key our readers’ software may not know', async () => {
    const content = words;
    await expect(sealItem({ ...place, content }, [])).rejects.toMatchObject({ code: 'no_readers' });
    const good = await recipientOf(newIdentity());
    const mistyped = good.slice(0, -1) + (good.endsWith('q') ? 'p' : 'q');
    for (const bad of ['', 'age1pq1qqqq', good.slice(0, -1), mistyped, good.toUpperCase()]) {
      await expect(sealItem({ ...place, content }, [good, bad])).rejects.toMatchObject({ code: 'bad_key' });
    }
  });
});

describe('padding', () => {
  it.each(vector.sizes)('$length bytes become $padded', ({ length, padded: expected }) => {
    expect(paddedSize(length)).toBe(expected);
  });
  it('is one of 1, 4, 16, 64 KiB or whole steps of 64, and never short', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (length) => {
        const size = paddedSize(length);
        expect(size >= length && (size % 65_536 === 0 || [1024, 4096, 16_384].includes(size))).toBe(true);
        expect(size - length).toBeLessThan(size <= 1024 ? 1025 : Math.max(65_536, (size * 3) / 4));
      }),
    );
  });
  it('makes two stories of one class equally long when sealed', async () => {
    const { recipient } = await newReportKey();
    const lengths = await Promise.all(
      [3, 700].map(
        async (n) => (await sealItem({ ...place, content: new Uint8Array(n) }, [recipient])).length,
      ),
    );
    expect(new Set(lengths).size).toBe(1);
  });
});

describe('a report’s secret', () => {
  it('opens to the report’s identity, in its own place alone', async () => {
    const [ines, report] = await Promise.all([newReportKey(), newReportKey()]);
    const file = await sealSecret({ ...place, identity: report.identity }, [ines.recipient]);
    expect(await openSecret(file, ines.identity, place)).toBe(report.identity);
    await expect(openSecret(file, ines.identity, { ...place, report: 'report-2' })).rejects.toMatchObject({
      code: 'swapped',
    });
    await expect(openItem(file, ines.identity, { ...place, item: 'secret' })).rejects.toMatchObject({
      code: 'damaged',
    });
  });
  it('carries what is bound to it, and stays an identity file', async () => {
    const [ines, report] = await Promise.all([newReportKey(), newReportKey()]);
    const { identity } = report;
    const bound = { told: 'a1'.repeat(32), readers: ['ines', 'Om4r_-'] };
    const file = await sealSecret({ ...place, identity, bound }, [ines.recipient]);
    expect(await openBoundSecret(file, ines.identity, place)).toEqual({ identity, bound });
    expect(await openSecret(file, ines.identity, place)).toBe(identity);
    const plain = await sealSecret({ ...place, identity }, [ines.recipient]);
    expect((await openBoundSecret(plain, ines.identity, place)).bound).toBeNull();
  });
  it('binds no name that could forge a line', async () => {
    const { recipient, identity } = await newReportKey();
    const bound = { told: 'a1'.repeat(32), readers: ['ines\n# told x'] };
    await expect(sealSecret({ ...place, identity, bound }, [recipient])).rejects.toMatchObject({
      code: 'bad_name',
    });
  });
  it('is as long for every report', async () => {
    const { recipient } = await newReportKey();
    const sealed = await Promise.all(
      [newIdentity(), newIdentity()].map((identity) => sealSecret({ ...place, identity }, [recipient])),
    );
    expect(new Set(sealed.map((file) => file.length)).size).toBe(1);
  });
  it('is nothing but an identity', async () => {
    const { recipient, identity } = await newReportKey();
    const bad = { ...place, identity: 'AGE-SECRET-KEY-1OOPS' };
    await expect(sealSecret(bad, [recipient])).rejects.toMatchObject({ code: 'bad_key' });
    const file = await sealFor([recipient], withHeader({ ...place, item: 'secret' }, utf8('hello\n')));
    await expect(openSecret(file, identity, place)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('the format stays as it is', () => {
  const at = vector.place;
  it('header, content and padding, byte for byte', () => {
    expect(fromUtf8(withHeader(at, utf8(vector.content)))).toBe(vector.plaintext);
    expect(padded(utf8(vector.plaintext)).length).toBe(vector.paddedSize);
    expect(
      vector.secretPlaintext.split('\n').every((line) => /^(#.*|AGE-SECRET-KEY-1[A-Z0-9]+|)$/.test(line)),
    ).toBe(true);
  });
  it.each([
    ['our own software of the first day', vector.ours],
    [vector.stock.version, vector.stock],
  ])('opens what %s sealed', async (_, sealed) => {
    const identity = await openSecret(bytes(sealed.secret), vector.reader.identity, at);
    expect(identity).toBe(vector.report.identity);
    expect(fromUtf8(await openItem(bytes(sealed.item), identity, at))).toBe(vector.content);
  });
  it.each([
    ['our own software', vector.bound.ours],
    [vector.stock.version, vector.bound.stock],
  ])('a secret with what it binds, sealed by %s, opens byte for byte', async (_, sealed) => {
    const { told, readers, plaintext } = vector.bound;
    const opened = await openBoundSecret(bytes(sealed), vector.reader.identity, at);
    expect(opened).toEqual({ identity: vector.report.identity, bound: { told, readers } });
    expect(fromUtf8(await openWith(vector.reader.identity, bytes(sealed)))).toBe(plaintext);
    expect(told).toBe(sha256Hex(vector.content));
    // Every line but the key itself is a comment, so the opened text stays an identity file.
    expect(plaintext.split('\n').every((line) => /^(#.*|AGE-SECRET-KEY-1[A-Z0-9]+|)$/.test(line))).toBe(true);
  });
  it('an identity is bech32 of its 32 bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (secret) => {
        // The age library checks the checksum when it reads it.
        expect(await recipientOf(identityOf(secret))).toMatch(/^age1.{58}$/);
      }),
      { numRuns: 50 },
    );
  });
});
