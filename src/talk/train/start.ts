/** What was given of words: English from `start-en.br` (see `vectors.ts`), where there is none by chance. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Lang } from '../model.ts';

/** Numbers given of a word. */
export const width = 100;

/** By word, in spreads; empty where there is no file. */
export function startVectors(lang: Lang): ReadonlyMap<string, Float64Array> {
  const path = join(import.meta.dirname, `start-${lang}.br`);
  if (!existsSync(path)) return new Map();
  const bytes = brotliDecompressSync(readFileSync(path));
  const end = bytes.indexOf('\n\n');
  const words = bytes.toString('utf8', 0, end).split('\n');
  const numbers = new Int8Array(bytes.buffer, bytes.byteOffset + end + 2, words.length * width);
  return new Map(
    words.map((word, n) => [
      word,
      Float64Array.from(numbers.subarray(n * width, (n + 1) * width), (each) => each / 8),
    ]),
  );
}
