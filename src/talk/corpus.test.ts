import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { classify, figuresOf, figuresText, langs, shippedDetectors } from './index.ts';
import { rowsOf, splitOf } from './train/corpus.ts';
import { ownRows } from './train/own-data.ts';

const detectors = await shippedDetectors();
const listed = ['man', 'lgbt', 'migrant', 'press', 'sorry'] as const;

describe.each(langs)('sentences in %s', (lang) => {
  const rows = ownRows('src/talk/corpus', lang);

  test('are many, all different, and of each listed kind at least fifty', () => {
    expect(rows.length).toBeGreaterThanOrEqual(lang === 'en' ? 800 : 600);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
    for (const kind of listed)
      expect(rows.filter((row) => row.kind === kind).length, kind).toBeGreaterThanOrEqual(50);
  });

  test('of test families, never learnt from, are judged as the model card says', () => {
    const test = rows.filter(({ family }) => splitOf(family) === 'test');
    const figures = figuresOf(test.map((row) => ({ row, talk: classify(row.text, detectors, { lang }) })));
    process.stdout.write(`${lang}, test families\n${figuresText(figures)}\n`);
    expect(readFileSync('docs/talk-model.md', 'utf8')).toContain(figuresText(figures));
  });
});

test('a file is read line by line, and a wrong line is named', () => {
  const head = 'family\tregister\tkind\tmoves\tfocus\ttext';
  const { rows, wrong } = rowsOf(
    `${head}\na\tstreet\tmove\ttone\tother\tcalm\\ndown\na\tloud\tmove\ttone\tother\tx\n`,
  );
  expect(rows.map(({ text }) => text)).toEqual(['calm\ndown']);
  expect(wrong).toEqual([{ line: 3, error: 'register loud' }]);
  expect(rowsOf('x').wrong[0]?.line).toBe(1);
});
