import { describe, expect, test } from 'vitest';
import { classifyWith } from '../../src/talk/classify.ts';
import { languages } from '../../src/talk/languages.ts';
import { ready } from '../../src/talk/moves-in.ts';
import { ownExamples } from '../../src/talk/train/examples.ts';
import { fitted, learnt, parts } from '../../src/talk/train/learn.ts';
import { ownRows } from '../../src/talk/train/own-data.ts';
import { modelOf } from '../../src/talk/weights.ts';

const language = languages.ar;
if (language === undefined) throw new Error('There is no grammar for Arabic.');
const made = ready(language);
const some = ownExamples(ownRows('src/talk/corpus', 'ar'), 'ar').filter((_, n) => n % 90 === 0);
const learning = { made, start: new Map(), watch: () => undefined };
const modelOfSome = () =>
  learnt(some, new Map(parts.map((part) => [part, fitted(some, part, learning)])), made);

describe('learning', () => {
  test('gives the same file twice, and a file that tells what it was taught from what it was not', () => {
    const file = modelOfSome();
    expect(JSON.stringify(modelOfSome())).toBe(JSON.stringify(file));
    const detector = { made, model: modelOf(file) };
    const mean = (pulls: boolean) => {
      const figures = some
        .filter(({ derails }) => derails === pulls)
        .map(({ text }) => classifyWith(text, detector).derails);
      return figures.reduce((sum, each) => sum + each, 0) / figures.length;
    };
    expect(mean(true)).toBeGreaterThan(mean(false) + 0.1);
  }, 120_000);

  test('a file of another make is refused', () => {
    expect(() => modelOf({ ...modelOfSome(), marks: ['quoted'] })).toThrow(/version 3/);
  }, 120_000);
});
