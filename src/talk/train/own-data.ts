/** Our own sentences from src/talk/corpus. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../model.ts';
import { type Row, rowsOf } from './corpus.ts';

/** Throws where a line cannot be read, naming file and line. */
export function ownRows(corpus: string, lang: Lang): Row[] {
  const folder = join(corpus, lang);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  return files.sort().flatMap((name) => {
    const { rows, wrong } = rowsOf(readFileSync(join(folder, name), 'utf8'));
    const [first] = wrong;
    if (first !== undefined) throw new Error(`${lang}/${name}:${first.line}: ${first.error}`);
    return rows;
  });
}
