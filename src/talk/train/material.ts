/** All a language's model is learnt from and judged by: our own sentences and, for English, public posts. */
import { join } from 'node:path';
import { languages } from '../languages.ts';
import type { Lang } from '../model.ts';
import { type Ready, ready } from '../moves-in.ts';
import type { Row } from './corpus.ts';
import { type Example, ownExamples } from './examples.ts';
import { ownRows } from './own-data.ts';
import { type PublicData, publicData } from './public-data.ts';

export const root = join(import.meta.dirname, '../../..');

export interface Material {
  made: Ready;
  rows: readonly Row[];
  /** Public posts that are learnt from. */
  others: readonly Example[];
  /** Ours and the others. */
  examples: readonly Example[];
  /** Where there are public posts in the language. */
  data?: PublicData;
}

/** In words what is missing. */
export function materialOf(lang: Lang): Material | string {
  const language = languages[lang];
  const rows = ownRows(join(root, 'src/talk/corpus'), lang);
  if (language === undefined || rows.length === 0) return 'no sentences';
  const made = ready(language);
  const own = ownExamples(rows, lang);
  if (lang !== 'en') return { made, rows, others: [], examples: own };
  const data = publicData(join(root, '../shared/data/talk'));
  if (data === undefined)
    return 'skipped, no data: ../shared/data/talk is not there; the model that is there stays.';
  return { made, rows, others: data.train, examples: [...own, ...data.train], data };
}
