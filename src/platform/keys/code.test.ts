import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Code, canonicalCode, codeFrom, drawFrom, halves, joinHalves, showCode } from './code.ts';
import { checkDigit } from './damm.ts';
import { type CodeList, digits } from './lists.ts';
import { codeList, everyList, listById } from './published.ts';
import { randomBytes, randomInt } from './random.ts';
import { readCode } from './read-code.ts';
import { newSeed, receiptCode, reportId } from './receipt.ts';
import { en1 } from './words/en-1.ts';

const lists: CodeList[] = [en1, digits];
const seeds = fc.uint8Array({ minLength: 16, maxLength: 16 });
const codes = fc.tuple(seeds, fc.constantFrom(...lists)).map(([seed, list]) => ({
  list,
  code: receiptCode(seed, list),
}));

/** Pearson's chi-squared against an even spread: near k for k cells; by chance above this once in ten million runs. */
function tooUneven(counts: readonly number[]): boolean {
  const drawn = counts.reduce((sum, count) => sum + count, 0);
  const even = drawn / counts.length;
  const spread = counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
  return spread > counts.length + 10 * Math.sqrt(2 * counts.length);
}

describe('a receipt code', () => {
  it('is six words or twenty digits and a check digit, the same for the same seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const words = receiptCode(seed, en1);
        const numbers = receiptCode(seed, digits);
        expect(showCode(words)).toMatch(/^([a-z]{3,8} ){5}[a-z]{3,8}$/);
        expect(showCode(numbers)).toMatch(/^(\d{4} ){5}- \d$/);
        expect(receiptCode(seed.slice(), en1)).toEqual(words);
        expect(reportId(seed)).toMatch(/^[\w-]{22}$/);
      }),
    );
  });
  it('draws every word and every digit as often, none favoured by a remainder', () => {
    const words = new Array<number>(en1.words.length).fill(0);
    const numbers = new Array<number>(10).fill(0);
    for (let i = 0; i < 4000; i++) {
      const seed = newSeed();
      for (const at of drawFrom(randomBytes(64), en1.words.length, 6)) words[at] = (words[at] ?? 0) + 1;
      const code = receiptCode(seed, digits);
      for (const digit of code.list === 'digits' ? code.digits : '') {
        numbers[Number(digit)] = (numbers[Number(digit)] ?? 0) + 1;
      }
    }
    expect(tooUneven(words)).toBe(false);
    expect(tooUneven(numbers)).toBe(false);
  });
  it('throws away exactly the draws that would favour the first words', () => {
    const size = en1.words.length;
    const limit = 65_536 - (65_536 % size);
    const stream = (value: number) => Uint8Array.of(value >> 8, value & 255, 0, 5);
    expect(drawFrom(stream(limit - 1), size, 1)).toEqual([size - 1]);
    expect(drawFrom(stream(limit), size, 1)).toEqual([5]);
    expect(drawFrom(Uint8Array.of(249, 250, 255, 3), 10, 2)).toEqual([9, 3]);
    expect(() => drawFrom(Uint8Array.of(255, 255), size, 1)).toThrow(RangeError);
  });
  it('is stretched from the list’s id and its spelling alone', () => {
    expect(canonicalCode({ list: 'en-1', words: ['Maple', 'River'] })).toBe('en-1\nmaple river');
    expect(canonicalCode({ list: 'digits', digits: '01234567890123456789', check: '0' })).toBe(
      'digits\n01234567890123456789',
    );
  });
  it('is words in English and digits wherever no list is signed', () => {
    expect(codeList('en')).toBe(en1);
    expect(codeList('ar')).toBe(digits);
    expect(listById('en-1')).toBe(en1);
    expect(listById('en-2')).toBeUndefined();
  });
});

describe('two cards', () => {
  it('join to the code in either order, and each reads as a full code of its own', () => {
    fc.assert(
      fc.property(codes, ({ code, list }) => {
        const [first, second] = halves(code, list);
        expect(joinHalves(first, second, list)).toEqual(code);
        expect(joinHalves(second, first, list)).toEqual(code);
        for (const card of [first, second]) expect(readCode(showCode(card), everyList)).toEqual({ ok: card });
      }),
    );
  });
  it('say nothing alone: one card fits every code there could be', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, otherSeed) => {
        const code = receiptCode(seed, en1);
        const other = receiptCode(otherSeed, en1);
        const [card] = halves(code, en1);
        // For any other code there is a second card that completes this first one.
        const drawn = card.list === 'digits' ? [] : card.words.map((word) => en1.words.indexOf(word));
        const [same, partner] = halves(other, en1, () => drawn.shift() ?? 0);
        expect(same).toEqual(card);
        expect(joinHalves(card, partner, en1)).toEqual(other);
      }),
    );
  });
  it('of different lists, or with a word the list has not, are refused', () => {
    const words = receiptCode(newSeed(), en1);
    const numbers = receiptCode(newSeed(), digits);
    const odd: Code = { list: 'en-1', words: ['maple', 'maple', 'maple', 'maple', 'maple', 'xyz'] };
    const short: Code = { list: 'en-1', words: ['maple'] };
    expect(() => joinHalves(words, numbers, en1)).toThrow(/halves_differ/);
    expect(() => joinHalves(words, odd, en1)).toThrow(/halves_differ/);
    expect(() => joinHalves(short, short, en1)).toThrow(/halves_differ/);
  });
});

describe('the check digit', () => {
  const numbers = fc.stringMatching(/^\d{20}$/);
  it('is zero over digits and their check digit', () => {
    // Damm's own example.
    expect(checkDigit('572')).toBe('4');
    fc.assert(
      fc.property(numbers, (some) => {
        expect(checkDigit(some + checkDigit(some))).toBe('0');
      }),
    );
  });
  it('finds every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(numbers, fc.nat(18), fc.integer({ min: 1, max: 9 }), (some, at, shift) => {
        const put = (text: string, i: number, digit: string) => text.slice(0, i) + digit + text.slice(i + 1);
        const wrong = put(some, at, String((Number(some[at]) + shift) % 10));
        expect(checkDigit(wrong)).not.toBe(checkDigit(some));
        const [a = '', b = ''] = [some[at], some[at + 1]];
        if (a !== b) expect(checkDigit(put(put(some, at, b), at + 1, a))).not.toBe(checkDigit(some));
      }),
    );
  });
});

describe('a random whole number', () => {
  it('stays below its bound and is spread evenly', () => {
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 7000; i++) {
      const drawn = randomInt(7);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    expect(counts.length).toBe(7);
    expect(tooUneven(counts)).toBe(false);
    expect(randomInt(1)).toBe(0);
    for (const bad of [0, -1, 1.5, 2 ** 33]) expect(() => randomInt(bad)).toThrow(RangeError);
  });
  it('and codes come from as many bytes as they need', () => {
    expect(codeFrom(new Uint8Array(64), digits)).toMatchObject({ digits: '0'.repeat(20), check: '0' });
  });
});
