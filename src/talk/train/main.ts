/**
 * `npm run talk:train [en|ar …]`: fits the model of each language anew and prints its figures. From the same sentences
 * and the same public data it writes the same file bit for bit; without the public data it says so and writes nothing.
 * Beside each model stands how often it errs; `npm run talk:train errors [en|ar …]` counts that alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { classifyWith } from '../classify.ts';
import { figuresOf, shareOf } from '../figures.ts';
import { figuresText, shareText } from '../figures-text.ts';
import { languages } from '../languages.ts';
import { type Lang, langs } from '../model.ts';
import { ready } from '../moves-in.ts';
import { constructed, foundText } from '../thread/constructed.ts';
import { errorsOf } from '../thread/errors.ts';
import { modelOf } from '../weights.ts';
import { splitOf } from './corpus.ts';
import { fits } from './fits.ts';
import { leaks } from './leaks.ts';
import { learnt } from './learn.ts';
import { materialOf, root } from './material.ts';
import { ownRows } from './own-data.ts';

const say = (line: string) => void process.stderr.write(`${line}\n`);
const print = (line: string) => void process.stdout.write(`${line}\n`);

const asked = process.argv
  .slice(2)
  .filter((word): word is Lang => (langs as readonly string[]).includes(word));

for (const lang of asked.length > 0 ? asked : langs) {
  if (process.argv[2] === 'errors') countErrors(lang);
  else await train(lang);
}

/** Of the model that is there, on test families. */
function countErrors(lang: Lang): void {
  const language = languages[lang];
  const model = read(join(root, `src/talk/weights/${lang}.json`));
  if (language === undefined || model === '') return;
  const detector = { made: ready(language), model: modelOf(JSON.parse(model)) };
  const rows = ownRows(join(root, 'src/talk/corpus'), lang).filter(
    ({ family }) => splitOf(family) === 'test',
  );
  const seen = rows.map((row) => ({ row, talk: classifyWith(row.text, detector) }));
  writeFileSync(
    join(root, `src/talk/weights/${lang}-errors.json`),
    `${JSON.stringify(errorsOf(lang, seen), null, 1)}\n`,
  );
  say(`${lang}: errors counted on ${rows.length} sentences`);
}

async function train(lang: Lang): Promise<void> {
  const material = materialOf(lang);
  if (typeof material === 'string') {
    say(`${lang}: ${material}`);
    return;
  }
  const { made, rows, others, examples, data } = material;
  const model = learnt(examples, await fits(lang, progress(lang)), made);
  const file = `${JSON.stringify(model)}\n`;
  const path = join(root, `src/talk/weights/${lang}.json`);
  const before = read(path);
  writeFileSync(path, file);
  say(before === file ? `${lang}: the same file as before` : `${lang}: written`);
  countErrors(lang);
  const detector = { made, model: modelOf(JSON.parse(file)) };
  const test = rows.filter(({ family }) => splitOf(family) === 'test');
  print(`## ${lang}\n\nFile: ${file.length} bytes, ${brotliCompressSync(file).length} with brotli.\n`);
  print(figuresText(figuresOf(test.map((row) => ({ row, talk: classifyWith(row.text, detector) })))));
  const flagged = (texts: readonly string[]) =>
    shareText(
      shareOf(texts.filter((text) => classifyWith(text, detector).moves.length > 0).length, texts.length),
    );
  if (data !== undefined) {
    print(`flagged: EDOS dev, not sexist         ${flagged(data.quiet.edos)}`);
    print(`flagged: Guest test threads, quiet    ${flagged(data.quiet.guest)}`);
    print(`found: EDOS dev, categories 4.1, 4.2  ${flagged(data.edosDerails)}`);
  }
  for (const line of leaks({ rows, others, detector })) print(line);
  const told = test.map((row) => ({ row, talk: classifyWith(row.text, detector) }));
  for (const line of foundText(constructed(lang, told, 200))) print(line);
}

/** What is done, with the time it took so far. */
function progress(lang: Lang): (done: string) => void {
  const began = performance.now();
  return (done) => say(`${lang}: ${Math.round((performance.now() - began) / 1000)} s · ${done}`);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
