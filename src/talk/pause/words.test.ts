/** What a pause shows, what it changes when asked to, and how it tells whether words were sent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, sentenceOf, stillIn } from './words.ts';

const spanIn = (text: string, words: string) =>
  [text.indexOf(words), text.indexOf(words) + words.length] as const;

describe('the sentence a gentler one takes the place of', () => {
  test.each([
    ['That is awful. But not all men do it! I am sorry.', 'not all men', 'But not all men do it!'],
    ['not all men are like that', 'not all men', 'not all men are like that'],
    ['ده بشع. بس مش كل الرجالة كده، صح؟ آسف', 'مش كل الرجالة', 'بس مش كل الرجالة كده، صح؟'],
    ['first line\n  not all men\nlast line', 'not all men', 'not all men'],
    ['Really?! not all men... fine', 'not all men', 'not all men...'],
    ['not all men. ', 'not all men.', 'not all men.'],
  ])('in "%s"', (text, words, sentence) => {
    const [from, to] = sentenceOf(text, spanIn(text, words));
    expect(text.slice(from, to)).toBe(sentence);
  });

  test('holds the span, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const [from, to] = sentenceOf(text, [start, end]);
        expect(from).toBeLessThanOrEqual(start);
        expect(to).toBeGreaterThanOrEqual(end);
      }),
    );
  });
});

test('of a long text only what stands near is shown, in whole words', () => {
  const text = `${'word '.repeat(100)}not all men${' more'.repeat(100)}`;
  const { before, words, after } = excerpt(text, spanIn(text, 'not all men'));
  expect(words).toBe('not all men');
  expect(before).toMatch(/^… (word )+$/);
  expect(after).toMatch(/^( more)+ …$/);
});

test('words count as sent when they stand in what was sent, whatever the spaces and capitals', () => {
  expect(stillIn('not all men', 'Well,\nNOT all  men do.')).toBe(true);
  expect(stillIn('not all men', 'Which line was it?')).toBe(false);
});
