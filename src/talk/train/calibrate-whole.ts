/** The last step of a language whose patterns stand apart: one small logistic function, fitted on posts the heads have not seen. Pure. */
import { logistic } from '../exp.ts';
import type { Ready } from '../moves-in.ts';
import { type OfWhole, type Sides, sidesOf, sumOf } from '../whole-post.ts';
import type { Judged } from './calibrate.ts';

/** Of 10,000 posts without a move, written by who had not read the grammar, so many may be taken for one. */
const allowed = 800;
/** How much more a post counts whose writer had not read the grammar. */
const unreadCounts = 3;

export function calibrateWhole(judged: readonly Judged[], made: Ready): OfWhole {
  const points = judged.flatMap(({ example, seen, model, evidence }) => {
    const all = sidesOf(evidence, { seen, made, model });
    if (all === null || example.moves === undefined) return [];
    const label = example.moves.length > 0 ? 1 : 0;
    return [{ sides: all.sides, label, unread: example.unread === true }];
  });
  const weights: OfWhole = { bias: -1, post: 0.7, grammar: 1, worth: 0.3, own: 0.3, long: 0 };
  const names = ['post', 'grammar', 'worth', 'own', 'long'] as const satisfies readonly (keyof Sides)[];
  const total = points.reduce((sum, { unread }) => sum + (unread ? unreadCounts : 1), 0);
  for (let round = 0; round < 3000; round++) {
    const slope = { bias: 0, post: 0, grammar: 0, worth: 0, own: 0, long: 0 };
    for (const { sides, label, unread } of points) {
      const error =
        ((logistic(sumOf(sides, weights)) - label) * (unread ? unreadCounts : 1)) / Math.max(1, total);
      slope.bias += error;
      for (const name of names) slope[name] += error * sides[name];
    }
    weights.bias -= slope.bias;
    for (const name of names) weights[name] -= slope[name];
    weights.grammar = Math.max(0, weights.grammar);
    weights.worth = Math.max(0, weights.worth);
    weights.own = Math.max(0, weights.own);
    weights.long = Math.min(0, weights.long);
  }
  const quiet = points.filter(({ label, unread }) => label === 0 && unread);
  const none = judged.filter(({ example }) => example.unread === true && example.moves?.length === 0).length;
  const high = quiet.map(({ sides }) => sumOf(sides, weights)).sort((one, other) => other - one);
  weights.bias -= (high[Math.floor((none * allowed) / 10_000)] ?? 0) + 0.01;
  const whole = (value: number) => Math.round(value * 4096);
  const { bias, post, grammar, worth, own, long } = weights;
  return {
    bias: whole(bias),
    post: whole(post),
    grammar: whole(grammar),
    worth: whole(worth),
    own: whole(own),
    long: whole(long),
  };
}
