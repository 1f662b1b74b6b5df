import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify, langs, moves, shippedDetectors } from './index.ts';
import { splitOf } from './train/corpus.ts';
import { ownRows } from './train/own-data.ts';

const detectors = await shippedDetectors();
const rows = langs.flatMap((lang) => ownRows('src/talk/corpus', lang).map((row) => ({ ...row, lang })));
const making = rows.filter((row) => row.moves.length > 0);
const said = (text: string, lang?: 'en' | 'ar') => classify(text, detectors, { lang });

describe('a move', () => {
  test('is found with its words and a reason', () => {
    const text = 'That is awful, but not all men are like that.';
    const [found] = said(text).moves;
    expect(found?.move).toBe('not_all');
    expect(text.slice(...(found?.span ?? [0, 0]))).toContain('not all men');
    expect(found?.why.length).toBeGreaterThan(20);
  });

  test('that is quoted, reported, negated or answered is none', () => {
    for (const text of [
      '"Not all men are like that", the officer wrote.',
      'Every time I tell this, someone says not all men are like that.',
      'Nobody is saying that all men are like that.',
      'Why does everybody ask what she was wearing?',
      'It does not matter what she was wearing.',
      'Please never ask her what she was wearing.',
    ]) {
      expect(said(text).moves, text).toEqual([]);
    }
  });

  test('is found where the writer agrees with whoever said it', () => {
    expect(said("My friend said not all men are like that and he's right").moves.length).toBe(1);
  });

  test('turning to something else is never found in a post that tells what was done to its writer', () => {
    const text = 'A man grabbed me on the bus. What about men who are harassed? It happened to me as well.';
    expect(said(text).moves.map(({ move }) => move)).not.toContain('what_about');
  });
});

describe('what is said about any text', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          '\ud800',
          '\udc00',
          '\u200b',
          '\u202e',
          '\u0640',
          '👩🏽‍🦱',
          '"',
          '“',
          "'",
          '\n',
          '>',
          'not all men ',
          'لا ',
          '!?',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );

  test('has spans inside it, probabilities to 1e-4, a focus that sums to one, and each move once', () => {
    fc.assert(
      fc.property(strange, fc.constantFrom(...langs), (text, lang) => {
        const talk = said(text, lang);
        const figures = [talk.derails, ...Object.values(talk.focus), ...talk.moves.map((m) => m.probability)];
        for (const figure of figures) {
          expect(figure >= 0 && figure <= 1).toBe(true);
          expect(Math.round(figure * 10_000) / 10_000).toBe(figure);
        }
        expect(Object.values(talk.focus).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 2);
        expect(new Set(talk.moves.map(({ move }) => move)).size).toBe(talk.moves.length);
        for (const { span, move } of talk.moves) {
          expect(moves).toContain(move);
          expect(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('does not change when invisible characters stand between its words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...making), ({ text, lang }) => {
        const hidden = text.replaceAll(' ', ' \u200b');
        expect(said(hidden, lang).derails).toBe(said(text, lang).derails);
      }),
      { numRuns: 60 },
    );
    const quoting = "Eleven weeks for a 'lingering hug'. They will be dining out.";
    expect(said(quoting.replaceAll(' ', ' \u200b')).derails).toBe(said(quoting).derails);
  });

  const marks = [
    ['"', '"'],
    ['“', '”'],
    ['«', '»'],
  ] as const;
  const words = ({ text }: { text: string }) => text.split(/\s+/).length;

  // Every move of the corpus is asked in test/long/talk.test.ts.
  const some = making.filter((_, n) => n % 10 === 0);

  test.each(marks)('is no stronger for a quoted move: %s%s', (open, close) => {
    const plain = some.filter((row) => !/["“”«»'’\n]/.test(row.text) && words(row) > 1);
    const stronger = plain.filter(
      ({ text, lang }) => said(`${open}${text}${close}`, lang).derails > said(text, lang).derails,
    );
    expect(stronger.map(({ family }) => family)).toEqual([]);
  });

  // Of one sentence, and not itself what somebody said, which its writer may agree with.
  const own = some.filter(
    ({ text, lang }) => lang === 'en' && !/[.?!;…\n].+|["'’]|\b(?:say|says|said|tell|told)\b/i.test(text),
  );

  test.each(['he said ', 'She told me: ', 'Someone always says ', 'My boss replied that '])(
    'is no stronger for a move that somebody else said: %s',
    (before) => {
      const stronger = own.filter(
        ({ text }) => said(`${before}${text}`, 'en').derails > said(text, 'en').derails,
      );
      expect(stronger.map(({ family }) => family)).toEqual([]);
    },
  );

  test('takes time that grows with it', () => {
    for (const piece of ['not all men ', 'x'.repeat(5000), '“', 'مش كل الرجالة ']) {
      const time = (size: number) => {
        const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
        const begun = performance.now();
        said(text);
        return performance.now() - begun;
      };
      time(5_000);
      const tenth = time(10_000);
      // A square would take a hundred times as long; the machine may be busy.
      expect(time(100_000), JSON.stringify(piece.slice(0, 20))).toBeLessThan(40 * tenth + 1_000);
    }
  });
});

test('splits are by family', () => {
  expect(new Set(rows.map(({ family }) => splitOf(family))).size).toBe(3);
});
