import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ready, see } from '../moves-in.ts';
import { formsOf } from './forms.ts';
import { arabic } from './index.ts';
import { fold } from './letters.ts';

const made = ready(arabic);
const movesIn = (text: string) => [
  ...new Set(see(text, made).sentences.flatMap((sentence) => sentence.made.map(({ means }) => means.move))),
];
const folded = (text: string) => [...text].map(fold).join('');
const formsIn = (word: string) => arabic.read(folded(word)).flat();

describe('how Arabic is typed', () => {
  it('makes one of the letters people mix up', () => {
    expect(folded('إلى أمى آسفة مسؤول شيء')).toBe(folded('الى امي اسفه مسوول شي'));
    expect(folded('كِتــابٌ ١٢ ۳')).toBe('كتاب 12 3');
    expect(folded('ﻻ')).toBe('لا');
  });
  it('reads a letter drawn out as one or as two', () => {
    expect(formsIn('مشششش')).toContain('مش');
    expect(formsIn('اللللي')).toContain('اللي');
  });
  it('takes off what is written together', () => {
    expect(formsOf('والرجاله')).toContain('رجاله');
    expect(formsOf('بيتحرشوا')).toContain('تحرشوا');
    expect(formsOf('مسكوني')).toContain('مسكME');
    expect(formsOf('ماصرختش')).toContain('صرخNEG');
  });
  it('does not hear "said" in "it has been"', () => {
    expect(formsOf('بقالي')).not.toContain('قالي');
  });
  it('reads Arabizi by its consonants', () => {
    expect(formsIn('regala')).toContain('رجاله');
    expect(formsIn('7asalet')).not.toContain('سالت');
    expect(formsIn('el')).toEqual([]);
  });
});

describe('moves in Arabic', () => {
  it.each([
    ['مش كل الرجالة كده', 'not_all'],
    ['طب والرجالة اللي بيتحرش بيهم محدش بيتكلم عنهم ليه', 'what_about'],
    ['كبري دماغك دي كلمة وعدت', 'minimise'],
    ['هي كانت لابسة إيه ونازلة الساعة ١٢ لوحدها', 'blame'],
    ['اهدي شوية وقولي كلامك بأسلوب كويس', 'tone'],
    ['فين الدليل دي عايزة شهرة', 'discredit'],
    ['ليس كل الرجال متحرشين', 'not_all'],
    ['msh kol el regala keda', 'not_all'],
    ['كبرييييي دماغــك يا بنتي', 'minimise'],
  ])('%s', (text, move) => {
    expect(movesIn(text)).toContain(move);
  });

  it.each([
    ['reported', 'كل ما أحكي حد يقولي مش كل الرجالة كده'],
    ['quoted', 'أول رد جالي «كانت لابسة إيه»'],
    ['negated', 'محدش قال كل الرجالة كده'],
    ['answered', 'مهما كانت لابسة إيه محدش له حق يلمسها'],
    ['regretted', 'حقك عليا اني قلت كبري دماغك'],
    ['about another thing', 'مش كل المحطات فيها كاميرات'],
    ['what somebody saw', 'كان لابس تيشيرت أزرق ونزل الدقي'],
    ['a journalist asks', 'هل قدمت الشركة دليلا على أن السائق أوقف؟'],
  ])('passes what is %s', (_, text) => {
    expect(movesIn(text)).toEqual([]);
  });

  it.each([
    'مسكني من إيدي في المترو ونزلت أجري',
    'أنا راجل واتحرش بيا في الميكروباص',
    'قالولي مش معاكي ورق ومين يصدقك، وهو كان بيقفل الباب عليا',
    'حصلي كده وأنا عندي ١١ سنة ومحدش صدقني',
  ])('knows a first-person account: %s', (text) => {
    const seen = see(text, made);
    expect(seen.isAccount).toBe(true);
    expect(movesIn(text)).toEqual([]);
  });
});

describe('whatever is written', () => {
  const stock = [
    'مش كل الرجالة كده',
    'كبري دماغك',
    'كانت لابسة إيه',
    'فين الدليل',
    'عايزة شهرة',
    'دي كلمة وعدت',
    'اللبس هو السبب',
  ];
  it('is nobody’s move once quoted or once somebody is said to have said it', () => {
    const frames = [
      '«X»',
      '"X"',
      'بيقولوا X',
      'قالي X',
      'كل ما أحكي حد يقول X',
      'كتب تحت البوست X',
      'سألوني X',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...stock), fc.constantFrom(...frames), (move, frame) => {
        expect(movesIn(frame.replace('X', move))).toEqual([]);
      }),
    );
  });
  it('is read without a fault, and spans lie inside it', () => {
    const scrap = fc.constantFrom(
      ...stock,
      '\u200f',
      '\ud83d',
      '\u202e',
      'ـ',
      '\u064b',
      'el',
      '😂',
      '7',
      '؟',
      '\n',
      '(',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(scrap, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 }),
        (parts) => {
          const text = parts.join(' ');
          const { read, sentences } = see(text, made);
          for (const { start, end } of read.words)
            expect(0 <= start && start < end && end <= text.length).toBe(true);
          for (const { made: found } of sentences) {
            for (const { from, to } of found) expect(from < to && to <= read.words.length).toBe(true);
          }
        },
      ),
    );
  });
});
