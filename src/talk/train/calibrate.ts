/** The last step, fitted on posts the heads have not seen: one small logistic function a move. Pure. */
import { mayBe } from '../classify.ts';
import type { Calibration, Evidence, Model } from '../evidence.ts';
import { lengthOf, matchOf, worthOf } from '../evidence.ts';
import { logistic } from '../exp.ts';
import { heads } from '../heads.ts';
import { type Move, moves } from '../model.ts';
import type { Seen } from '../moves-in.ts';
import type { Example } from './examples.ts';

export interface Judged {
  example: Example;
  seen: Seen;
  /** Has not seen the example. */
  model: Pick<Model, 'linear' | 'worth'>;
  evidence: readonly Evidence[];
}

/** Of 10,000 posts without the move so many may be taken for one, in our own sentences and in others' posts. */
export const allowed = { own: 160, others: 45 };

interface Point {
  linear: number;
  derails: number;
  grammar: number;
  worth: number;
  long: number;
}

const derailsHead = heads.indexOf('derails');

export function calibrate(judged: readonly Judged[]): Record<Move, Calibration> {
  return Object.fromEntries(moves.map((move) => [move, calibrateOne(move, judged)])) as Record<
    Move,
    Calibration
  >;
}

function calibrateOne(move: Move, judged: readonly Judged[]): Calibration {
  const head = moves.indexOf(move);
  const points: { all: Point[]; label: number; weight: number; own: boolean }[] = [];
  for (const { example, seen, model, evidence } of judged) {
    if (example.moves === undefined) continue;
    const all: Point[] = [];
    const long = lengthOf(seen);
    for (const each of evidence) {
      const match = matchOf(move, each, { seen, model });
      if (!mayBe(move, each, seen, match)) continue;
      const grammar = match === undefined ? 0 : 1;
      const worth = match === undefined ? 0 : worthOf(match, model);
      all.push({ linear: each.sums[head] ?? 0, derails: each.sums[derailsHead] ?? 0, grammar, worth, long });
    }
    const own = example.source !== 'whataboutism' && example.source !== 'edos' && example.source !== 'guest';
    const label = example.moves.includes(move) ? 1 : 0;
    if (label === 1 && !own) continue;
    points.push({ all, label, own, weight: label === 1 ? 3 : own ? 1 : 0.5 });
  }
  // Gradient steps on the best sentence of each post; few numbers, so plain and many.
  const w = { bias: -2, linear: 0.5, derails: 0.3, grammar: 2, worth: 1, long: -0.3 };
  const best = (all: readonly Point[]) =>
    all.reduce<{ point: Point; sum: number } | undefined>((so, point) => {
      const sum =
        w.bias +
        w.linear * point.linear +
        w.derails * point.derails +
        w.grammar * point.grammar +
        w.worth * point.worth +
        w.long * point.long;
      return so === undefined || sum > so.sum ? { point, sum } : so;
    }, undefined);
  const totalOf = (wanted: number) =>
    points.reduce((sum, { label, weight }) => sum + (label === wanted ? weight : 0), 0);
  // Moves are few: they count together a quarter of what the others do.
  const totals = [totalOf(0), totalOf(1) * 4] as const;
  for (let round = 0; round < 600; round++) {
    const slope = { bias: 0, linear: 0, derails: 0, grammar: 0, worth: 0, long: 0 };
    for (const { all, label, weight } of points) {
      const chosen = best(all);
      if (chosen === undefined) continue;
      const error = ((logistic(chosen.sum) - label) * weight) / Math.max(1, totals[label === 1 ? 1 : 0]);
      slope.bias += error;
      slope.linear += error * chosen.point.linear;
      slope.derails += error * chosen.point.derails;
      slope.grammar += error * chosen.point.grammar;
      slope.worth += error * chosen.point.worth;
      slope.long += error * chosen.point.long;
    }
    w.bias -= 2 * slope.bias;
    w.linear = Math.max(0.1, w.linear - 3 * slope.linear);
    w.derails = Math.max(0, w.derails - 3 * slope.derails);
    w.grammar = Math.max(0, w.grammar - 3 * slope.grammar);
    w.worth = Math.max(0, w.worth - 3 * slope.worth);
    w.long = Math.min(0, w.long - 3 * slope.long);
  }
  // At one half no more false alarms than are allowed.
  const negatives = (own: boolean) =>
    points.filter((point) => point.label === 0 && point.own === own).map(({ all }) => best(all)?.sum ?? -99);
  const over = Math.max(0, limit(negatives(true), allowed.own), limit(negatives(false), allowed.others));
  const number = (value: number) => Math.round(value * 4096);
  return {
    bias: number(w.bias - over),
    linear: number(w.linear),
    derails: number(w.derails),
    grammar: number(w.grammar),
    worth: number(w.worth),
    long: number(w.long),
  };
}

/** The sum that only `share` of 10,000 are above. */
function limit(sums: readonly number[], share: number): number {
  if (sums.length === 0) return -99;
  const sorted = [...sums].sort((one, other) => other - one);
  return (sorted[Math.floor((sorted.length * share) / 10_000)] ?? -99) + 0.01;
}
