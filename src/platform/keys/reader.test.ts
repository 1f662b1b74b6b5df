import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityOf } from './age-key.ts';
import { utf8 } from './bytes.ts';
import { hkdf } from './hkdf.ts';
import { openItem, sealItem } from './item.ts';
import { digits, lengths } from './lists.ts';
import { newPhrase, readPhrase, showPhrase } from './phrase.ts';
import { everyList } from './published.ts';
import { randomBytes } from './random.ts';
import {
  newReaderSeed,
  prfInput,
  readerKeys,
  unwrapByPhrase,
  unwrapByPrf,
  wrapByPhrase,
  wrapByPrf,
} from './reader.ts';
import { sealFor } from './seal.ts';
import { sign, verify } from './sign.ts';
import { en1 } from './words/en-1.ts';

const prf = fc.uint8Array({ minLength: 32, maxLength: 64 });
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a caseworker’s seed', () => {
  it('opens what is sealed to its recipient and signs what its signer verifies', async () => {
    const { identity, recipient, signSecret, signer } = await readerKeys(newReaderSeed());
    const place = { installation: 'house', report: 'r', item: 'told' };
    const file = await sealItem({ ...place, content: utf8('hello') }, [recipient]);
    expect(await openItem(file, identity, place)).toEqual(utf8('hello'));
    const signature = sign('withdrawal', ['house', 'r'], signSecret);
    expect(verify('withdrawal', ['house', 'r'], { signer, signature })).toBe(true);
  });
});

describe('a passkey’s wrap', () => {
  it('gives the seed back to the same passkey and to no other', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, prf, prf, async (seed, own, other) => {
        fc.pre(own.some((byte, i) => byte !== other[i]));
        const wrap = await wrapByPrf(seed, own);
        expect(await unwrapByPrf(wrap, own)).toEqual(seed);
        await expect(unwrapByPrf(wrap, other)).rejects.toMatchObject({ code: 'wrong_phrase' });
      }),
      { numRuns: 20 },
    );
  });
  it('is refused when it is cut, or holds something else than a seed', async () => {
    const own = randomBytes(32);
    const wrap = await wrapByPrf(newReaderSeed(), own);
    await expect(unwrapByPrf(wrap.slice(0, -1), own)).rejects.toMatchObject({ code: 'damaged' });
    const { recipientOf } = await import('./age-key.ts');
    const foreign = await sealFor([await recipientOf(identityOf(hkdf(own, 'wrap')))], utf8('another text\n'));
    await expect(unwrapByPrf(foreign, own)).rejects.toMatchObject({ code: 'damaged' });
  });
  it('is never made from too little', async () => {
    await expect(wrapByPrf(newReaderSeed(), randomBytes(31))).rejects.toMatchObject({ code: 'bad_key' });
    await expect(wrapByPrf(randomBytes(31), randomBytes(32))).rejects.toMatchObject({ code: 'bad_key' });
  });
  it('asks each installation’s passkeys for an output of their own', () => {
    expect(prfInput('house')).toHaveLength(32);
    expect(prfInput('house')).not.toEqual(prfInput('other house'));
  });
});

describe('the paper phrase', () => {
  it('is ten words or 33 digits, new each time, and reads back as typed from paper', () => {
    for (const [list, shape] of [
      [en1, /^([a-z]{3,8} ){9}[a-z]{3,8}$/],
      [digits, /^\d{33}$/],
    ] as const) {
      const phrase = newPhrase(list);
      expect(phrase).toMatch(shape);
      expect(newPhrase(list)).not.toBe(phrase);
      expect(readPhrase(showPhrase(phrase), everyList)).toEqual({ ok: phrase });
      expect(readPhrase(`  ${showPhrase(phrase).toUpperCase().replace(/ /g, ',  ')}\n`, everyList)).toEqual({
        ok: phrase,
      });
    }
    expect(showPhrase('123456789')).toBe('123 456 789');
    expect(lengths.phrase).toEqual({ words: 10, digits: 33 });
  });
  it('says how many were typed, and which word is none', () => {
    expect(readPhrase('maple river', everyList)).toMatchObject({ problem: 'count', got: 2, expected: 10 });
    expect(readPhrase('123 456', everyList)).toMatchObject({ problem: 'count', got: 6, expected: 33 });
    expect(readPhrase('', everyList)).toMatchObject({ problem: 'empty' });
    const phrase = showPhrase(newPhrase(en1));
    for (const typed of [`${phrase} qqqqqq`, `${phrase}\nqqqqqq`])
      expect(readPhrase(typed, everyList)).toEqual({ problem: 'extra', at: 11, typed: 'qqqqqq' });
    expect(readPhrase(`qqqqqq ${phrase}`, everyList)).toMatchObject({ problem: 'extra', at: 1 });
    expect(readPhrase(`${phrase} maple`, everyList)).toMatchObject({ problem: 'count', got: 11 });
    expect(readPhrase(`maple qqqqqq ${phrase}`, everyList)).toMatchObject({ problem: 'extra', at: 2 });
    expect(readPhrase(`${'123 '.repeat(11)}and`, everyList)).toMatchObject({
      problem: 'extra',
      typed: 'and',
    });
    expect(readPhrase(`${'maple '.repeat(9)}qqqqqq`, everyList)).toMatchObject({ problem: 'word', at: 10 });
  });
  it('opens its wrap; another phrase, or another file, does not', async () => {
    const seed = newReaderSeed();
    const phrase = newPhrase(en1);
    const wrap = await wrapByPhrase(seed, phrase);
    expect(await unwrapByPhrase(wrap, phrase)).toEqual(seed);
    await expect(unwrapByPhrase(wrap, newPhrase(en1))).rejects.toMatchObject({ code: 'wrong_phrase' });
    await expect(unwrapByPhrase(utf8('not an age file'), phrase)).rejects.toMatchObject({
      code: 'wrong_phrase',
    });
  });
});
