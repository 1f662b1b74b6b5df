/** From examples to a model: heads for each fold to calibrate on, then heads from everything. Pure. */
import { evidence, type Model } from '../evidence.ts';
import type { Move } from '../model.ts';
import type { Ready } from '../moves-in.ts';
import { calibrate, type Judged } from './calibrate.ts';
import { calibrateWhole } from './calibrate-whole.ts';
import { type Example, folds } from './examples.ts';
import { fitHeads } from './fit.ts';
import { type Prepared, prepare } from './instances.ts';
import { whole } from './whole.ts';
import { worthFrom } from './worth.ts';

export const threshold = 0.5;

export function learn(examples: readonly Example[], made: Ready, watch: (done: string) => void): Model {
  const prepared = examples.map((example) => prepare(example, made));
  watch(`${prepared.length} posts read`);
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = modelFrom(
      prepared.filter(({ example }) => example.fold !== fold),
      made,
    );
    for (const { example, seen } of prepared.filter((each) => each.example.fold === fold)) {
      judged.push({ example, seen, model, evidence: evidence(seen, { made, model }) });
    }
    watch(`fold ${fold + 1} of ${folds}`);
  }
  const calibration = calibrate(judged);
  const last = made.language.patternsApart === true ? { whole: calibrateWhole(judged, made) } : {};
  const model = { ...modelFrom(prepared, made), calibration, ...last };
  watch('fitted on everything');
  return model;
}

function modelFrom(prepared: readonly Prepared[], made: Ready): Model {
  return {
    lang: made.language.id,
    linear: whole(fitHeads(prepared.flatMap(({ instances }) => instances))),
    worth: worthFrom(prepared),
    threshold,
    calibration: {} as Record<Move, never>,
  };
}
