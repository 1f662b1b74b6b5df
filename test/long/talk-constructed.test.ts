import { join } from 'node:path';
import { expect, test } from 'vitest';
import { classify, type Lang, shippedDetectors } from '../../src/talk/index.ts';
import { constructed, foundText } from '../../src/talk/thread/constructed.ts';
import { splitOf } from '../../src/talk/train/corpus.ts';
import { ownRows } from '../../src/talk/train/own-data.ts';

const corpus = join(import.meta.dirname, '../../src/talk/corpus');

/** What the figures of the shipped models must not fall below; aimed at are 80 and 95 of 100 in each language. */
const least: Readonly<Record<Lang, { near: number; quiet: number }>> = {
  en: { near: 160, quiet: 190 },
  ar: { near: 160, quiet: 190 },
};

test.each(['en', 'ar'] as const)(
  '200 constructed conversations in %s: the turn is found, and none where there is none',
  async (lang) => {
    const made = await shippedDetectors();
    const rows = ownRows(corpus, lang).filter(({ family }) => splitOf(family) === 'test');
    const told = rows.map((row) => ({ row, talk: classify(row.text, made, { lang }) }));
    const found = constructed(lang, told, 200);
    for (const line of foundText(found)) console.info(`${lang}: ${line}`);
    expect(found.near).toBeGreaterThanOrEqual(least[lang].near);
    expect(found.quiet).toBeGreaterThanOrEqual(least[lang].quiet);
  },
  60_000,
);
