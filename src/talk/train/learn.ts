/** From examples to a model: one for each fold to set the last step by, then one from everything. Pure. */
import { type Detector, type Last, reaches } from '../detector.ts';
import { judge } from '../judge.ts';
import { type Ready, see } from '../moves-in.ts';
import { vocabularyOf, wordHash } from '../vocabulary.ts';
import { type ModelFile, modelOf } from '../weights.ts';
import { beginning, shapeOf } from './begin.ts';
import { type Judged, lastFrom } from './calibrate.ts';
import { type Example, folds } from './examples.ts';
import { fitNet } from './fit.ts';
import { instanceOf, type Prepared, prepare } from './instances.ts';
import { fileOf } from './pack.ts';

export const threshold = 0.5;

export interface Learning {
  made: Ready;
  /** What was given of words. */
  start: ReadonlyMap<string, Float64Array>;
  watch: (done: string) => void;
}

/** A model is fitted without each fold, and with everything. */
export type Part = number | 'everything';
export const parts: readonly Part[] = [...Array.from({ length: folds }, (_, fold) => fold), 'everything'];

/** What was written for learning alone is judged nowhere, so it is learnt from everywhere. */
const isHeldOut = ({ fold, taught }: Example, part: Part) => fold === part && taught !== true;

/** The model of a part, packed as what is shipped; its last step is not set. */
export function fitted(
  examples: readonly Example[],
  part: Part,
  { made, start, watch }: Learning,
): ModelFile {
  const prepared = examples
    .filter((example) => !isHeldOut(example, part))
    .map((example) => prepare(example, made));
  watch(`${prepared.length} posts read`);
  const { often, ...shape } = shapeOf[made.language.id];
  const counts = countsOf(prepared);
  const vocabulary = vocabularyOf(
    [...counts].flatMap(([form, count]) => (count >= often ? [wordHash(form)] : [])),
  );
  const begun = beginning(vocabulary, prepared, { start, ...shape });
  const instances = prepared.map((each) => instanceOf(each, vocabulary));
  fitNet(begun, instances, (share) => watch(`${Math.round(100 * share)} %`));
  const last: Last = { slope: 4096, reach: new Array<number>(reaches).fill(0) };
  const byHash = new Map([...counts].map(([form, count]) => [wordHash(form), count]));
  return fileOf({ lang: made.language.id, vocabulary, net: begun.net, last, threshold }, byHash);
}

/** The model of everything, its last step set by what each fold's model says of what it has not seen. */
export function learnt(
  examples: readonly Example[],
  files: ReadonlyMap<Part, ModelFile>,
  made: Ready,
): ModelFile {
  const fileOfPart = (part: Part): ModelFile => {
    const file = files.get(part);
    if (file === undefined) throw new Error(`The model of ${part} is missing.`);
    return file;
  };
  const judged = parts.flatMap((part): Judged[] => {
    if (part === 'everything') return [];
    const detector: Detector = { made, model: modelOf(fileOfPart(part)) };
    return examples
      .filter((example) => isHeldOut(example, part))
      .map((example) => {
        const { said, by } = judge(see(example.text, made), detector);
        return { example, by, said };
      });
  });
  return { ...fileOfPart('everything'), last: lastFrom(judged, made.language.id) };
}

/** In how many posts a word stands; one of ours counts one and a half times. */
function countsOf(prepared: readonly Prepared[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { example, post } of prepared) {
    const known = example.source === 'own' ? 1.5 : 1;
    for (const form of new Set(post.forms)) counts.set(form, (counts.get(form) ?? 0) + known);
  }
  return counts;
}
