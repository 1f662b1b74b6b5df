import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import arabic from '../../../test/vectors/keys/words-ar-test.json' with { type: 'json' };
import { showCode } from './code.ts';
import { digits, type WordList } from './lists.ts';
import { everyList } from './published.ts';
import { readCode } from './read-code.ts';
import { receiptCode } from './receipt.ts';
import { consonantsOf, fold, slips } from './spelling.ts';
import { en1 } from './words/en-1.ts';

const seeds = fc.uint8Array({ minLength: 16, maxLength: 16 });
const words = ['maple', 'river', 'lantern', 'button', 'violin', 'orange'];
const code = { list: 'en-1', words };
const numbers = { list: 'digits', digits: '37726452919208080435', check: '2' };
const ar = arabic.list as WordList;

describe('reading a code back', () => {
  it('gives what was shown', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(en1, digits), (seed, list) => {
        const shown = receiptCode(seed, list);
        expect(readCode(showCode(shown), everyList)).toEqual({ ok: shown });
      }),
    );
  });
  it.each([
    ['capitals', 'MAPLE River Lantern BUTTON violin Orange'],
    ['spaces around and between', '  maple   river\tlantern button  violin orange \n'],
    ['commas and stops', 'maple, river, lantern, button, violin, orange.'],
    ['dashes', 'maple-river–lantern—button-violin-orange'],
    ['numbering, one on a line', '1. maple\n2. river\n3) lantern\n4 button\n5: violin\n6. orange\n'],
    [
      'a pasted card',
      'Your code\nWrite it down\n\nmaple river lantern button violin orange\n\nKeep it safe.',
    ],
    ['a heading on the same line', 'Code: maple river lantern button violin orange (22 Nov)'],
    ['a word written in two parts', 'maple river lan tern button violin orange'],
    ['a direction mark and a no-break space', '\u200fmaple\u00a0river lantern button violin orange\u200e'],
  ])('takes words with %s', (_, typed) => {
    expect(readCode(typed, everyList)).toEqual({ ok: code });
  });
  it.each([
    ['groups', '3772 6452 9192 0808 0435 - 2'],
    ['no groups', '377264529192080804352'],
    ['Arabic-Indic digits', '٣٧٧٢ ٦٤٥٢ ٩١٩٢ ٠٨٠٨ ٠٤٣٥ - ٢'],
    ['Persian digits', '۳۷۷۲ ۶۴۵۲ ۹۱۹۲ ۰۸۰۸ ۰۴۳۵ ۲'],
    ['full-width digits', '３７７２６４５２９１９２０８０８０４３５２'],
    ['dots and a line break', '3772.6452.9192\n0808.0435 (2)'],
    ['a pasted heading', 'رمز الرجوع: ٣٧٧٢ ٦٤٥٢ ٩١٩٢ ٠٨٠٨ ٠٤٣٥ - ٢'],
  ])('takes digits with %s', (_, typed) => {
    expect(readCode(typed, everyList)).toEqual({ ok: numbers });
  });
  it('says what is wrong, where, and what may have been meant', () => {
    const read = (typed: string) => readCode(typed, everyList);
    expect(read(' \n ')).toMatchObject({ problem: 'empty' });
    expect(read('maple river lantern')).toMatchObject({ problem: 'count', got: 3, expected: 6 });
    expect(read('3772 6452')).toMatchObject({ problem: 'count', got: 8, expected: 21 });
    expect(read('3772 6452 9192 0808 0435 - 3')).toMatchObject({ problem: 'check' });
    expect(read('maple river lantren button violin orange')).toMatchObject({
      problem: 'word',
      at: 3,
      typed: 'lantren',
      nearest: ['lantern', 'canteen'],
    });
    expect(read('maple river lantern button violin qqqqqqq')).toMatchObject({ at: 6, nearest: [] });
  });
  it('finds a word again after one slip of the finger', () => {
    fc.assert(
      fc.property(
        fc.nat(en1.words.length - 1),
        fc.nat(7),
        fc.constantFrom(...'abcdefghij'),
        (at, where, letter) => {
          const word = en1.words[at] ?? '';
          const typed = word.slice(0, where) + letter + word.slice(where);
          const read = readCode([...words.slice(0, 5), typed].join(' '), everyList);
          if ('problem' in read) expect(read.nearest).toContain(word);
          else expect(read.ok).toMatchObject({ list: 'en-1' });
        },
      ),
    );
  });
  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        expect(readCode(typed, everyList)).toBeDefined();
      }),
    );
  });
});

describe('Arabic words, by a signed test list', () => {
  const rest = ['بحر', 'جسر', 'غزال', 'كتاب', 'رمان'];
  it.each(Object.entries(arabic.typed))('%s', (word, spellings) => {
    const others = rest.map((one) => (one === word ? 'صندوق' : one));
    const ok = { list: ar.id, words: [word, ...others] };
    for (const typed of [word, ...spellings]) {
      expect(readCode([typed, ...others].join(' '), [...everyList, ar]), typed).toEqual({ ok });
    }
  });
  it('a whole code in Latin letters reads as one in Arabic', () => {
    expect(readCode('2amar ba7r gesr ghazal kitab romman', [...everyList, ar])).toEqual({
      ok: { list: ar.id, words: ['قمر', ...rest.slice(0, 4), 'رمان'] },
    });
  });
  it('what could be two words is asked, not guessed', () => {
    const two: WordList = { ...ar, words: ['قلم', 'كلم', ...ar.words] };
    expect(readCode(`kalam ${rest.join(' ')}`, [two])).toMatchObject({
      problem: 'word',
      at: 1,
      nearest: ['قلم', 'كلم'],
    });
  });
  it('no two words of the list sound alike, however they are typed', () => {
    const heard = ar.words.flatMap((word) => consonantsOf(word));
    expect(new Set(ar.words.map(fold)).size).toBe(ar.words.length);
    expect(new Set(heard).size).toBe(heard.length);
  });
});

describe('slips of the finger', () => {
  it('are counted as letters more, fewer, other, or two swapped', () => {
    const pairs: [string, string, number][] = [
      ['maple', 'maple', 0],
      ['maple', 'mapel', 1],
      ['maple', 'maples', 1],
      ['maple', 'aple', 1],
      ['maple', 'staple', 2],
      ['maple', 'mountain', 3],
    ];
    for (const [a, b, distance] of pairs) expect(slips(a, b), `${a} ${b}`).toBe(distance);
  });
});
