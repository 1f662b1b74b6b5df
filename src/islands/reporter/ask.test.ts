import { expect, test } from 'vitest';
import { Said, wordsOf } from './ask.ts';

const said = (title: string, help: string) => wordsOf(new Said(409, { code: 'x', title, help }, null));

test('what the server said is sentences, whatever its title ends with', () => {
  expect(said('This report was withdrawn', 'It is gone.')).toBe('This report was withdrawn. It is gone.');
  expect(said('Which office is it for?', 'Type it.')).toBe('Which office is it for? Type it.');
  expect(said('لأي مكتب هذا الرابط؟', 'اسم مكتب.')).toBe('لأي مكتب هذا الرابط؟ اسم مكتب.');
  expect(said('Alone', '')).toBe('Alone');
  expect(wordsOf(new TypeError('Failed to fetch'))).toBeNull();
});
