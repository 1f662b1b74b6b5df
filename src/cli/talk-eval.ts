/** `upstander talk eval`: how well it does on sentences whose moves are known, in the form of src/talk/corpus. */
import { readFile } from 'node:fs/promises';
import { Refusal } from '../platform/refusal.ts';
import { classify, figuresOf, figuresText, type Lang, langOf, langs, rowsOf } from '../talk/index.ts';
import type { Answer, Called } from './command.ts';
import { detectors, langAsked } from './talk-model.ts';

export async function evaluate(called: Called): Promise<Answer> {
  const path = called.args[1] ?? '';
  const asked = langAsked(called);
  const file = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('import_file', { file: path, why: error.code ?? error.message });
  });
  const { rows, wrong } = rowsOf(file);
  for (const { line, error } of wrong.slice(0, 20)) called.note(`line ${line}: ${error}`);
  const made = await detectors(called);
  const byLang = new Map<Lang, { row: (typeof rows)[number]; talk: ReturnType<typeof classify> }[]>();
  {
    using bar = called.progress('Reading', rows.length);
    for (const row of rows) {
      const lang = asked ?? langOf(row.text);
      const list = byLang.get(lang) ?? [];
      list.push({ row, talk: classify(row.text, made, { lang }) });
      byLang.set(lang, list);
      bar.step();
    }
  }
  const all = langs.flatMap((lang) => {
    const seen = byLang.get(lang);
    return seen === undefined ? [] : [{ lang, figures: figuresOf(seen) }];
  });
  return {
    data: { wrong, languages: Object.fromEntries(all.map(({ lang, figures }) => [lang, figures])) },
    text:
      all.map(({ lang, figures }) => `${lang}\n${figuresText(figures)}`).join('\n\n') ||
      'No sentence could be read.',
    failed: wrong.length > 0 || rows.length === 0,
  };
}
