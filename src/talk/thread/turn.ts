/**
 * Whether a conversation turned for good, and where. Each post either pulls away or stays; which of the two is not
 * known, only how much likelier the one is than the other. Before the turn a share p of posts pulls away, after it a
 * larger share q. Pure and the same each time.
 *
 * Sources: likelihood of a mixture with known parts, the share alone unknown (Saerens, Latinne and Decaestecker 2002,
 * Neural Computation 14); place of one change from its posterior, all places alike before (Smith 1975, Biometrika 62);
 * whether there is one at all by permuting the posts (Davison and Hinkley 1997, Bootstrap Methods, 4.3).
 */

import type { Cell } from './known.ts';
import { seeded, shuffle } from './seeded.ts';

/** Shares that are tried. */
const shares = [0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.27, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.93, 0.98];
/** A turn lasts at least so many posts, and so many come before it. */
export const shortest = 4;
/** Smaller steps are no turn anybody would see: q - p. */
export const smallest = 0.25;
/** What is no move is no turn: at least so many posts with a found move stand after it, and a larger share than before. */
export const fewestMade = 2;
/** Shuffled threads that are compared with. */
const shuffles = 999;
/** At most so many of the shuffled ones may look as turned as the real one. */
export const allowed = 0.03;

export interface Turn {
  /** The first post that stands after the turn, counted from 0 among those given. */
  at: number;
  /** It lies between these with 95 in 100, both included. */
  from: number;
  to: number;
  before: number;
  after: number;
}

export interface Turned {
  /** null: none that chance alone would not make. */
  turn: Turn | null;
  /** Share of shuffled threads that look as turned as this one; 1 where the thread is too short. */
  chance: number;
}

/** In order; see `Cell`. */
export function turnOf(cells: readonly Cell[], seed = 1): Turned {
  if (cells.length < 2 * shortest) return { turn: null, chance: 1 };
  const logs = logsOf(cells.map(({ ratio }) => ratio));
  const whole = shares.map((_, p) => logs.reduce((sum, each) => sum + (each[p] ?? 0), 0));
  const real = gain(logs, whole);
  const draw = seeded(seed);
  const order = [...logs];
  const most = Math.floor(allowed * (shuffles + 1));
  let asMuch = 1;
  let shuffled = 0;
  // Once too many look as turned there is no need to go on (Besag and Clifford 1991, Biometrika 78).
  while (shuffled < shuffles && asMuch <= most) {
    shuffle(order, draw);
    shuffled++;
    if (gain(order, whole) >= real - 1e-9) asMuch++;
  }
  const chance = asMuch / (shuffled + 1);
  if (chance > allowed) return { turn: null, chance };
  const { mass, before, after } = placed(logs);
  if (after - before < smallest) return { turn: null, chance };
  const at = likeliest(mass);
  if (!isMade(cells, at)) return { turn: null, chance };
  // The classifier's own error: the place as it comes out with error rates that are counted anew.
  const spread = mass.map(() => 0);
  const draws = cells[0]?.ratios.length ?? 0;
  for (let n = 0; n < draws; n++) {
    placed(logsOf(cells.map(({ ratio, ratios }) => ratios[n] ?? ratio))).mass.forEach((each, k) => {
      spread[k] = (spread[k] ?? 0) + each / draws;
    });
  }
  return { turn: { ...interval(spread, at), before, after }, chance };
}

/** The place around which, two posts to each side, most of the likelihood lies. */
function likeliest(mass: readonly number[]): number {
  const around = mass.map((_, k) =>
    mass.slice(Math.max(0, k - 2), k + 3).reduce((sum, each) => sum + each, 0),
  );
  const most = around.reduce((one, other) => Math.max(one, other), 0);
  // Of places that are as good, the likeliest one.
  return mass.reduce(
    (best, each, k) => ((around[k] ?? 0) > most - 1e-9 && each > (mass[best] ?? 0) ? k : best),
    around.indexOf(most),
  );
}

function isMade(cells: readonly Cell[], at: number): boolean {
  const made = (some: readonly Cell[]) => some.filter(({ made }) => made).length;
  const after = made(cells.slice(at));
  return after >= fewestMade && after / (cells.length - at) > made(cells.slice(0, at)) / at;
}

/** For each post and each share that is tried, the logarithm of how likely what was said about it is. */
function logsOf(ratios: readonly number[]): number[][] {
  return ratios.map((ratio) => shares.map((share) => Math.log(share * ratio + 1 - share)));
}

/** How much better the best turn explains the posts than no turn does; logarithm. */
function gain(logs: readonly (readonly number[])[], whole: readonly number[]): number {
  const n = logs.length;
  const sofar = shares.map(() => 0);
  let best = Math.max(...whole);
  const flat = best;
  for (let k = 1; k <= n - shortest; k++) {
    const post = logs[k - 1] ?? [];
    let before = Number.NEGATIVE_INFINITY;
    for (let p = 0; p < shares.length; p++) {
      sofar[p] = (sofar[p] ?? 0) + (post[p] ?? 0);
      if (k < shortest) continue;
      // Only a larger share after than before: the best p below each q.
      const both = before + (whole[p] ?? 0) - (sofar[p] ?? 0);
      if (both > best) best = both;
      before = Math.max(before, sofar[p] ?? 0);
    }
  }
  return best - flat;
}

/** How likely each place of the turn is, and the shares before and after it, all weighed by how well they explain the posts. */
function placed(logs: readonly (readonly number[])[]) {
  const n = logs.length;
  const whole = shares.map((_, p) => logs.reduce((sum, each) => sum + (each[p] ?? 0), 0));
  const sums = [shares.map(() => 0)];
  for (const post of logs) sums.push((sums.at(-1) ?? []).map((sum, p) => sum + (post[p] ?? 0)));
  let top = Number.NEGATIVE_INFINITY;
  each((_, log) => {
    top = Math.max(top, log);
  });
  const mass = new Array<number>(n).fill(0);
  let all = 0;
  let before = 0;
  let after = 0;
  each((k, log, p, q) => {
    const weight = Math.exp(log - top);
    mass[k] = (mass[k] ?? 0) + weight;
    all += weight;
    before += weight * p;
    after += weight * q;
  });
  return { mass: mass.map((weight) => weight / all), before: before / all, after: after / all };

  function each(see: (k: number, log: number, p: number, q: number) => void): void {
    for (let k = shortest; k <= n - shortest; k++) {
      const sofar = sums[k] ?? [];
      for (let first = 0; first < shares.length; first++) {
        for (let second = first + 1; second < shares.length; second++) {
          const log = (sofar[first] ?? 0) + (whole[second] ?? 0) - (sofar[second] ?? 0);
          see(k, log, shares[first] ?? 0, shares[second] ?? 0);
        }
      }
    }
  }
}

/** The likeliest places first, until they hold 95 in 100; from the first of them to the last. */
function interval(mass: readonly number[], at: number): Pick<Turn, 'at' | 'from' | 'to'> {
  const order = mass
    .map((weight, k) => ({ weight, k }))
    .sort((one, other) => other.weight - one.weight || one.k - other.k);
  let held = 0;
  let from = at;
  let to = at;
  for (const { weight, k } of order) {
    if (held >= 0.95) break;
    held += weight;
    from = Math.min(from, k);
    to = Math.max(to, k);
  }
  return { at, from, to };
}
