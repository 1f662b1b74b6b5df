/** What is asked of a few posts beside the classifier, asked here of every move of the corpus and of a megabyte. */
import { describe, expect, test } from 'vitest';
import { classify, langs, shippedDetectors } from '../../src/talk/index.ts';
import { ownRows } from '../../src/talk/train/own-data.ts';

const detectors = await shippedDetectors();
const derails = new Map<string, number>();
const making = langs
  .flatMap((lang) => ownRows('src/talk/corpus', lang).map((row) => ({ ...row, lang })))
  .filter((row) => row.moves.length > 0);
for (const { text, lang } of making) derails.set(text, classify(text, detectors, { lang }).derails);

const stronger = (rows: typeof making, framed: (text: string) => string) =>
  rows
    .filter(
      ({ text, lang }) => classify(framed(text), detectors, { lang }).derails > (derails.get(text) ?? 0),
    )
    .map(({ family }) => family);

describe('every move of the corpus', () => {
  const plain = making.filter(({ text }) => !/["“”«»'’\n]/.test(text) && text.split(/\s+/).length > 1);

  test.each([
    ['"', '"'],
    ['“', '”'],
    ['«', '»'],
  ])('is no stronger when it is quoted: %s%s', { timeout: 120_000 }, (open, close) => {
    expect(stronger(plain, (text) => `${open}${text}${close}`)).toEqual([]);
  });

  // Of one sentence, and not itself what somebody said, which its writer may agree with.
  const own = making.filter(
    ({ text, lang }) => lang === 'en' && !/[.?!;…\n].+|["'’]|\b(?:say|says|said|tell|told)\b/i.test(text),
  );

  test.each(['he said ', 'She told me: ', 'Someone always says ', 'My boss replied that '])(
    'is no stronger when somebody else said it: %s',
    { timeout: 120_000 },
    (before) => {
      expect(stronger(own, (text) => `${before}${text}`)).toEqual([]);
    },
  );
});

describe('any text', () => {
  test('takes a megabyte of anything in time that grows with it', () => {
    const pieces = [
      'not all men ',
      'he said ',
      '“',
      'aaaa',
      'x'.repeat(5000),
      '\n',
      'مش كل الرجالة ',
      'wearing? ',
      "'",
      '((((',
      '\ud83d',
    ];
    for (const piece of pieces) {
      const time = (size: number) => {
        const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
        const begun = performance.now();
        classify(text, detectors);
        return performance.now() - begun;
      };
      time(20_000);
      const tenth = time(100_000);
      // A square would take a hundred times as long; the machine may be busy.
      expect(time(1_000_000), JSON.stringify(piece.slice(0, 20))).toBeLessThan(40 * tenth + 2_000);
    }
  }, 240_000);
});
