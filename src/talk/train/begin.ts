/** Where a fit begins: the shape of a language's net, numbers drawn from one seed, and what was given of words. Pure. */
import { places } from '../hash.ts';
import { wideHeads } from '../heads.ts';
import type { Lang } from '../model.ts';
import { neighbours, pooledOf, widthOf } from '../net.ts';
import { endings, rowCount, rowOf, type Vocabulary } from '../vocabulary.ts';
import { type Draw, drawing } from './draw.ts';
import type { Beginning } from './fit.ts';
import type { Given } from './given.ts';
import { allHeads, type Prepared } from './instances.ts';
import { width } from './start.ts';

const seed = 7;

interface Shape {
  /** Numbers a word. */
  dims: number;
  layers: 2 | 3;
  /** Of a layer. */
  filters: number;
  /** The first layer is told the mean of the words. */
  isToldMean: boolean;
  /** A word is known that stands so often. */
  often: number;
}

/**
 * English found two more of 100 with 128 filters on held-out families and none on test ones, for twice the time a post; Arabic, which
 * has a ninth of the sentences, no more by the mean.
 */
export const shapeOf: Readonly<Record<Lang, Shape>> = {
  en: { dims: 32, layers: 3, filters: 80, isToldMean: true, often: 4 },
  ar: { dims: 24, layers: 2, filters: 128, isToldMean: false, often: 3 },
};

type Made = Omit<Shape, 'often'> & {
  /** What was given of words; empty where nothing was. */
  start: ReadonlyMap<string, Float64Array>;
};

export function beginning(
  vocabulary: Vocabulary,
  prepared: readonly Prepared[],
  { start, dims, layers, filters, isToldMean }: Made,
): Beginning {
  const pooled = pooledOf(filters, layers);
  const draw = drawing(seed);
  const vectors = new Float64Array(rowCount(vocabulary) * dims);
  for (let row = 1; row < rowCount(vocabulary); row++)
    spread(vectors.subarray(row * dims, (row + 1) * dims), 0.1, draw);
  const forms = new Set(prepared.flatMap(({ post }) => post.forms));
  const given = start.size > 0 ? givenOf(forms, vocabulary, start) : undefined;
  given?.isKnown.forEach((isKnown, row) => {
    if (isKnown === 1) vectors.fill(0, row * dims, (row + 1) * dims);
  });
  const first = new Float64Array(neighbours * widthOf(dims) * filters);
  const second = new Float64Array(neighbours * filters * filters);
  const third = new Float64Array(layers === 3 ? neighbours * filters * filters : 0);
  const context = new Float64Array(isToldMean ? dims * filters : 0);
  const out = new Float64Array(allHeads.length * pooled);
  // He et al. 2015: so that sums are about as wide as what goes in.
  spread(first, Math.sqrt(6 / (neighbours * widthOf(dims))), draw);
  spread(second, Math.sqrt(6 / (neighbours * filters)), draw);
  spread(out, Math.sqrt(3 / pooled), draw);
  spread(context, 0.1, draw);
  spread(third, Math.sqrt(6 / (neighbours * filters)), draw);
  return {
    given,
    net: {
      dims,
      filters,
      vectors,
      first,
      firstBias: new Float64Array(filters),
      context,
      second,
      secondBias: new Float64Array(filters),
      third,
      thirdBias: new Float64Array(layers === 3 ? filters : 0),
      out,
      outBias: new Float64Array(allHeads.length).fill(-2),
      wide: new Float64Array(places * wideHeads),
    },
  };
}

function givenOf(
  forms: Iterable<string>,
  vocabulary: Vocabulary,
  start: ReadonlyMap<string, Float64Array>,
): Given {
  const rows = rowCount(vocabulary);
  const given: Given = { width, numbers: new Float64Array(rows * width), isKnown: new Uint8Array(rows) };
  for (const form of forms) {
    const vector = start.get(form);
    const row = rowOf(form, vocabulary);
    if (vector === undefined || row >= rows - endings) continue;
    given.numbers.set(vector, row * width);
    given.isKnown[row] = 1;
  }
  return given;
}

/** Evenly between -size and size. */
function spread(numbers: Float64Array, size: number, draw: Draw): void {
  for (let at = 0; at < numbers.length; at++) numbers[at] = (draw.share() * 2 - 1) * size;
}
