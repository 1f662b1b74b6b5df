/** Made ready a little at a time, it reads as it does when made ready at once. */
import { expect, test } from 'vitest';
import * as arabic from '../talk-ar.ts';
import * as english from '../talk-en.ts';

test.each([
  ['en', english, 'That is awful. But not all men are like that.', 'not all men are like that'],
  ['ar', arabic, 'ده شيء بشع. بس مش كل الرجالة كده.', 'مش كل الرجالة كده'],
] as const)('%s', async (lang, reading, text, words) => {
  let rests = 0;
  await reading.prepare(async () => void rests++);
  expect(rests).toBeGreaterThan(5);
  const away = reading.look(text);
  expect(text.slice(...(away?.span ?? [0, 0]))).toContain(words);
  expect(away?.why[lang]).not.toBe('');
  expect(away?.gentler).toHaveLength(2);
  expect(reading.look({ en: 'Which line was it?', ar: 'كان أنهي خط؟' }[lang])).toBeNull();
});
