import { expect, test } from 'vitest';
import { type Code, halves, showCode } from '../platform/keys/code.ts';
import { codeList, newSeed, receiptCode } from '../platform/keys/index.ts';
import { readTyped, slip } from './typed-code.ts';

const cards = (language: string): { whole: Code; a: string; b: string } => {
  const list = codeList(language);
  const whole = receiptCode(newSeed(), list);
  const [a, b] = halves(whole, list);
  return { whole, a: showCode(a), b: showCode(b) };
};

test.each(['en', 'ar'])('a whole code and its two cards in either order are one code (%s)', (language) => {
  for (let i = 0; i < 20; i++) {
    const { whole, a, b } = cards(language);
    expect(readTyped(showCode(whole))).toEqual({ ok: whole });
    for (const typed of [`${a}\n${b}`, `${b}\n\n${a}`, `${a} ${b}`, `${a},${b}`]) {
      expect(readTyped(typed)).toEqual({ ok: whole });
    }
  }
});

test('digits copied from a card with the words beside them are the same code', () => {
  const { whole, a, b } = cards('ar');
  const copied = (shown: string) => shown.replace(' - ', '\n\nرقم التحقق ').replaceAll(' ', '\n');
  expect(readTyped(copied(showCode(whole)))).toEqual({ ok: whole });
  expect(readTyped(`${copied(a)}\n${copied(b)}`)).toEqual({ ok: whole });
});

test('a slip in the second card is named', () => {
  const { a, b } = cards('en');
  expect(readTyped(`${a}\nqqqqqq ${b.split(' ').slice(1).join(' ')}`)).toMatchObject({
    problem: 'word',
    at: 1,
  });
  const digits = cards('ar');
  const wrong = digits.b.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  expect(readTyped(`${digits.a}\n${wrong}`)).toMatchObject({ problem: 'check' });
});

test('a slip is named while she types, but not the word she is in', () => {
  const list = codeList('en');
  const [first = ''] = list.id === 'digits' ? [] : list.words;
  expect(slip(`${first} ${first.slice(0, 2)}`)).toBeNull();
  expect(slip(`${first} ${first}qqz`)).toBeNull();
  expect(slip(`${first} ${first}q `)).toMatchObject({ at: 2, typed: `${first}q` });
  expect(slip(`${first} ${first}q `)?.nearest).toContain(first);
  expect(slip('1234 5678')).toBeNull();
});

test('nothing, and half a code, are said to be so', () => {
  expect(readTyped(' ')).toMatchObject({ problem: 'empty' });
  expect(readTyped('one two')).toMatchObject({ problem: 'count', got: 2, expected: 6 });
});
