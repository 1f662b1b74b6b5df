import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityOf, recipientOf } from './age-key.ts';
import { equal } from './bytes.ts';
import { newReportKey, openBoundSecret, sealSecret } from './item.ts';
import { randomBytes, randomId } from './random.ts';
import { newReaderSeed, readerKeys } from './reader.ts';
import { join, splitAmong } from './shamir.ts';
import {
  isTogether,
  joinShares,
  openShare,
  passShare,
  sealTogether,
  secretIn,
  sharedWith,
  takeShare,
} from './together.ts';

const where = { installation: 'aW5zdGFsbGF0aW9uLWZvcg', report: 'cmVwb3J0LW9mLUFtYWxzLQ' };
const person = async () => ({ id: randomId(), ...(await readerKeys(newReaderSeed())) });
const told = 'a'.repeat(64);

async function sealed(count: number, at = where) {
  const people = await Promise.all(Array.from({ length: count }, person));
  const { identity } = await newReportKey();
  const bound = { told, readers: people.map(({ id }) => id) };
  return { people, identity, bound, file: await sealTogether({ ...at, identity, bound }, people) };
}

describe('points of a line', () => {
  it('give the secret from any two of them, however many there are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.integer({ min: 2, max: 255 }),
        fc.nat(),
        fc.nat(),
        (secret, count, one, other) => {
          const points = splitAmong(count, secret);
          const [a, b] = [points[one % count], points[other % count]];
          fc.pre(a !== undefined && b !== undefined && a.x !== b.x);
          if (a && b) expect(join(a, b)).toEqual(secret);
        },
      ),
    );
  });
  it('say nothing alone: every share of every place is possible for every secret, and for one slope each', () => {
    for (const x of [1, 2, 3, 50, 255]) {
      for (const secret of [0, 1, 0x80, 0xff]) {
        const shares = Array.from(
          { length: 256 },
          (_, slope) =>
            splitAmong(x + 1 > 255 ? 255 : x + 1, Uint8Array.of(secret), Uint8Array.of(slope))[x - 1]?.y[0],
        );
        expect(new Set(shares).size).toBe(256);
      }
    }
  });
  it('are no fewer than two and no more than 255', () => {
    for (const count of [0, 1, 256, 2.5]) {
      expect(() => splitAmong(count, randomBytes(32))).toThrow('bad_share');
    }
  });
});

describe('a secret that two must open', () => {
  it('opens for any two of its readers, whoever of them asks', async () => {
    const { people, identity, bound, file } = await sealed(4);
    expect([isTogether(file), sharedWith(file)]).toEqual([true, bound.readers]);
    for (const asker of people) {
      for (const colleague of people.filter(({ id }) => id !== asker.id)) {
        const theirs = await openShare(file, colleague, where);
        const passed = await takeShare(await passShare(theirs, asker, where), asker, where);
        const lock = await joinShares(file, [await openShare(file, asker, where), passed], where);
        expect(await openBoundSecret(secretIn(file), lock, where)).toEqual({ identity, bound });
      }
    }
  });
  it('opens nothing for one reader, with her share twice or another report’s share', async () => {
    const { people, file } = await sealed(2);
    const [ines, omar] = people;
    if (!ines || !omar) throw new Error('Nobody');
    const mine = await openShare(file, ines, where);
    await expect(openBoundSecret(secretIn(file), ines.identity, where)).rejects.toThrow('not_for_you');
    await expect(openBoundSecret(secretIn(file), identityOf(mine.y), where)).rejects.toThrow('not_for_you');
    await expect(joinShares(file, [mine, mine], where)).rejects.toThrow('same_share');
    await expect(joinShares(file, [mine, { ...mine, x: 2, y: randomBytes(32) }], where)).rejects.toThrow(
      'other_report',
    );
    await expect(openShare(file, { id: omar.id, identity: ines.identity }, where)).rejects.toThrow(
      'not_for_you',
    );
  });
  it('sealed again is another lock: an old share beside a new one opens neither', async () => {
    const { people, identity, bound, file } = await sealed(3);
    const [ines, omar] = people;
    if (!ines || !omar) throw new Error('Nobody');
    const again = await sealTogether({ ...where, identity, bound }, people);
    const old = await openShare(file, ines, where);
    const now = await openShare(again, omar, where);
    for (const one of [file, again]) {
      await expect(joinShares(one, [old, now], where)).rejects.toThrow('other_report');
    }
  });
  it('is passed on to nobody it was never sealed to, and opens for nobody but whom it was passed to', async () => {
    const { people, file } = await sealed(2);
    const [ines, omar] = people;
    if (!ines || !omar) throw new Error('Nobody');
    const leftOut = await person();
    const share = await openShare(file, ines, where);
    await expect(passShare(share, leftOut, where)).rejects.toThrow('swapped');
    const passed = await passShare(share, omar, where);
    await expect(takeShare(passed, leftOut, where)).rejects.toThrow('not_for_you');
    await expect(takeShare(passed, { ...omar, id: leftOut.id }, where)).rejects.toThrow('swapped');
    for (const elsewhere of [
      { ...where, report: 'another' },
      { ...where, installation: 'another' },
    ]) {
      await expect(takeShare(passed, omar, elsewhere)).rejects.toThrow('swapped');
      await expect(openShare(file, omar, elsewhere)).rejects.toThrow('swapped');
    }
  });
  it('is not what a share says it is, where one reader has written another list beside her share', async () => {
    const { people, identity, bound, file } = await sealed(2);
    const [ines, omar] = people;
    if (!ines || !omar) throw new Error('Nobody');
    const mine = await openShare(file, ines, where);
    const forged = { ...mine, bound: { ...bound, readers: [...bound.readers, 'another'] } };
    const theirs = await openShare(file, omar, where);
    await expect(joinShares(file, [theirs, forged], where)).rejects.toThrow('swapped');
    await expect(openBoundSecret(file, identity, where)).rejects.toThrow('damaged');
  });
  it('refuses fewer than two readers, and one key in two places', async () => {
    const { identity } = await newReportKey();
    const ines = await person();
    const bound = { told, readers: [ines.id] };
    await expect(sealTogether({ ...where, identity, bound }, [ines])).rejects.toThrow('no_readers');
    const twice = [ines, { ...ines, id: randomId() }];
    await expect(sealTogether({ ...where, identity, bound }, twice)).rejects.toThrow('bad_key');
  });
  it('reads nothing but its own shape', async () => {
    const { people, file, identity, bound } = await sealed(2);
    const whole = await sealSecret({ ...where, identity, bound }, [await recipientOf(identity)]);
    expect(isTogether(whole)).toBe(false);
    const [ines] = people;
    const text = new TextDecoder('latin1').decode(file);
    const twice = text.replace(bound.readers[1] ?? '', ines?.id ?? '');
    for (const broken of [text.slice(0, 40), twice, text.replace('\n\n', '\n')]) {
      const bytes = Uint8Array.from(broken, (letter) => letter.charCodeAt(0));
      expect(equal(bytes, file)).toBe(false);
      expect(() => sharedWith(bytes)).toThrow('damaged');
    }
  });
});
