/**
 * How far two coders agree beyond chance, with 95 % intervals. Pure and the same each time.
 *
 * Cohen's kappa: Cohen 1960, Educational and Psychological Measurement 20, 37-46. Krippendorff's alpha, nominal:
 * Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C. Intervals: percentiles of 1,000 rounds in
 * which the replies are drawn anew (Efron and Tibshirani 1993, chapter 13).
 */
import { type Focus, focuses, type Move, moves } from '../model.ts';
import { seeded } from '../thread/seeded.ts';
import type { Code } from './code.ts';

export interface Measured {
  /** null: not defined, as nobody or everybody was given the value. */
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface Agreement {
  /** Replies with this by the first coder, by the second, by both. */
  first: number;
  second: number;
  both: number;
  /** Share of replies on which they say the same. */
  same: number;
  kappa: Measured;
  alpha: Measured;
}

export interface Agreements {
  replies: number;
  /** Replies only one has coded, or one could not judge; they are in no figure. */
  left: number;
  moves: Readonly<Record<Move, Agreement>>;
  /** Any move at all. */
  derails: Agreement;
  focuses: Readonly<Record<Focus, Agreement>>;
  /** All seven together; `first`, `second` and `both` count all replies. */
  focus: Pick<Agreement, 'same' | 'kappa' | 'alpha'>;
}

const rounds = 1000;

export function agreements(
  one: ReadonlyMap<string, Code | null>,
  other: ReadonlyMap<string, Code | null>,
): Agreements {
  const pairs: [Code, Code][] = [];
  for (const [id, first] of one) {
    const second = other.get(id);
    if (first !== null && second !== undefined && second !== null) pairs.push([first, second]);
  }
  const all = new Set([...one.keys(), ...other.keys()]).size;
  const has = (so: (code: Code) => boolean) =>
    agreement(pairs.map(([first, second]) => [Number(so(first)), Number(so(second))]));
  const focus = pairs.map(
    ([first, second]): Pair => [focuses.indexOf(first.focus), focuses.indexOf(second.focus)],
  );
  return {
    replies: pairs.length,
    left: all - pairs.length,
    moves: record(moves, (move) => has((code) => code.moves.includes(move))),
    derails: has((code) => code.moves.length > 0),
    focuses: record(focuses, (each) => has((code) => code.focus === each)),
    focus: { same: sameShare(focus), ...measures(focus) },
  };
}

type Pair = readonly [number, number];

function record<K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}

function agreement(pairs: readonly Pair[]): Agreement {
  return {
    first: pairs.filter(([first]) => first === 1).length,
    second: pairs.filter(([, second]) => second === 1).length,
    both: pairs.filter(([first, second]) => first === 1 && second === 1).length,
    same: sameShare(pairs),
    ...measures(pairs),
  };
}

const sameShare = (pairs: readonly Pair[]) =>
  pairs.length === 0 ? 0 : pairs.filter(([first, second]) => first === second).length / pairs.length;

function measures(pairs: readonly Pair[]): { kappa: Measured; alpha: Measured } {
  const draw = seeded(1);
  const drawn = Array.from({ length: pairs.length === 0 ? 0 : rounds }, () =>
    pairs.map(() => pairs[Math.floor(draw() * pairs.length)] as Pair),
  );
  return { kappa: measured(pairs, drawn, kappa), alpha: measured(pairs, drawn, (list) => alpha(list)) };
}

function measured(
  pairs: readonly Pair[],
  drawn: readonly (readonly Pair[])[],
  of: (pairs: readonly Pair[]) => number | null,
): Measured {
  const value = of(pairs);
  const all = drawn.map(of).filter((each) => each !== null);
  all.sort((one, other) => one - other);
  const at = (share: number) => all[Math.round(share * (all.length - 1))] ?? null;
  return value === null ? { value, low: null, high: null } : { value, low: at(0.025), high: at(0.975) };
}

/** (observed - expected) / (1 - expected), expected from each coder's own shares; null where these leave no room. */
export function kappa(pairs: readonly Pair[]): number | null {
  const n = pairs.length;
  if (n === 0) return null;
  const first = counts(pairs.map(([value]) => value));
  const second = counts(pairs.map(([, value]) => value));
  const observed = sameShare(pairs);
  let expected = 0;
  for (const [value, count] of first) expected += (count / n) * ((second.get(value) ?? 0) / n);
  return expected > 1 - 1e-12 ? null : (observed - expected) / (1 - expected);
}

/** Values by reply, of any number of coders; a reply with fewer than two counts for nothing. null: one value only. */
export function alpha(units: readonly (readonly number[])[]): number | null {
  const paired = units.filter((values) => values.length >= 2);
  const all = counts(paired.flat());
  const n = paired.reduce((sum, values) => sum + values.length, 0);
  let same = 0;
  for (const values of paired) {
    for (const count of counts(values).values()) same += (count * (count - 1)) / (values.length - 1);
  }
  let chance = 0;
  for (const count of all.values()) chance += count * (count - 1);
  const room = n * (n - 1) - chance;
  return n === 0 || room === 0 ? null : ((n - 1) * same - chance) / room;
}

function counts(values: readonly number[]): Map<number, number> {
  const all = new Map<number, number>();
  for (const value of values) all.set(value, (all.get(value) ?? 0) + 1);
  return all;
}
