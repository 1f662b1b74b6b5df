import { describe, expect, it } from 'vitest';
import { assertBounds } from './bounds.ts';
import { assertList, digits, listFor, type WordList } from './lists.ts';
import { everyList, published } from './published.ts';
import { fold, slips } from './spelling.ts';
import { en1 } from './words/en-1.ts';

describe('what a code is worth', () => {
  it('is proved at start: 65 bits for receipts, 108 for phrases', () => {
    expect(assertBounds()).toBeUndefined();
    expect(6 * Math.log2(en1.words.length)).toBeGreaterThan(65);
    expect(20 * Math.log2(10)).toBeGreaterThan(65);
    expect(33 * Math.log2(10)).toBeGreaterThan(108);
  });
  it('a list cut short, or with a word twice, stops the start', () => {
    const cut: WordList = { ...en1, words: en1.words.slice(0, 1800) };
    expect(() => assertList(cut)).toThrow(/weak_bounds.*"needed":65/);
    expect(() => assertList({ ...en1, words: [...en1.words, 'maple'] })).toThrow(/stands twice/);
    expect(() => assertList(digits)).not.toThrow();
  });
  it('an unsigned list is never drawn from', () => {
    const unsigned: WordList = { ...en1, id: 'fr-1', language: 'fr', reviewedBy: null, reviewedOn: null };
    expect(listFor('fr', [unsigned])).toBe(digits);
    expect(listFor('en', [unsigned, en1])).toBe(en1);
  });
});

describe.each(published)('the words of $id', ({ words, reviewedBy, reviewedOn }) => {
  it('carry who signed them and when', () => {
    expect(reviewedBy).not.toBe('');
    expect(reviewedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
  it('are sorted, lower case, three to eight letters, each once however it is typed', () => {
    expect(words).toEqual([...words].sort());
    expect(words.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
    expect(new Set(words.map(fold)).size).toBe(words.length);
  });
  it('are nowhere one slip of the finger, or a plural, apart', () => {
    // Two words one slip apart share a spelling once a letter is left out of each, or of one.
    const shorter = (word: string) => Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
    const seen = new Map<string, string[]>();
    for (const word of words) {
      for (const part of [word, ...shorter(word)]) seen.set(part, [...(seen.get(part) ?? []), word]);
    }
    const close = [...seen.values()].flatMap((group) =>
      group.flatMap((word, i) =>
        group.slice(i + 1).filter((other) => other !== word && slips(word, other) < 2),
      ),
    );
    const known = new Set(words);
    close.push(...words.filter((word) => known.has(`${word}s`) || known.has(`${word}es`)));
    expect(close).toEqual([]);
  });
  it('hurt nobody: nothing of violence, body, belief, police, weapons, nations, or said in the street', () => {
    const parts = /rape|sex|gun|bomb|^kill|dead|slut|porn|nude|whore|damn|^hell|cock(?!$)|tits?$|cum$|arse/;
    const unwanted =
      'knife sword gun rifle whip noose cage blood bone skull breast chest body temple church mosque cross angel ' +
      'police prison jail court soldier army war enemy victim melon peach honey doll chick kitten pig cow dog ' +
      'monkey banana cucumber dress skirt blouse taxi bus metro office closet password receipt';
    expect(words.filter((word) => parts.test(word) && word !== 'peacock')).toEqual([]);
    expect(unwanted.split(' ').filter((word) => words.includes(word))).toEqual([]);
  });
});

it('each list has an id of its own', () => {
  expect(new Set(everyList.map(({ id }) => id)).size).toBe(everyList.length);
});
