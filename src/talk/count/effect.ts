/** Whether the pause changes anything: two shares and their difference, each with a 95 % interval. Pure. */
import { type Share, shareOf } from '../figures.ts';
import { type Arm, arms, type Counted, type End, ends } from './model.ts';

/** Of everything at which the pause was shown, or would have been, by what became of it. */
export type Table = Readonly<Record<Arm, Readonly<Record<End, number>> & { all: number }>>;

export interface Difference {
  shown: Share;
  held: Share;
  /** Share among those who saw it minus share among those who did not; low and high bound it. */
  by: number;
  low: number;
  high: number;
}

/** In each of the two groups; below it nothing is said of shares. */
export const enough = 50;

export function tableOf(of: ReadonlyMap<Counted, number>): Table {
  const row = (arm: Arm) => {
    const each = Object.fromEntries(ends.map((end) => [end, of.get(`pause.${arm}.${end}`) ?? 0])) as Record<
      End,
      number
    >;
    return { ...each, all: ends.reduce((sum, end) => sum + each[end], 0) };
  };
  return { shown: row('shown'), held: row('held') };
}

export const isEnough = (table: Table): boolean => arms.every((arm) => table[arm].all >= enough);

/**
 * Everybody counts in the group they were drawn into, whatever they did ("not what I meant" counts as not changed).
 */
export function difference(end: End, table: Table): Difference {
  return between(shareOf(table.shown[end], table.shown.all), shareOf(table.held[end], table.held.all));
}

/**
 * The difference of two independent shares: each share's Wilson interval, put together by Newcombe's hybrid score method
 * without correction (Newcombe 1998, Statistics in Medicine 17:873-890, method 10). Shares lie between 0 and 1.
 */
export function between(one: Share, other: Share): Difference {
  const [p1, p2] = [one.n / one.of, other.n / other.of];
  const by = p1 - p2;
  const low = by - Math.hypot(p1 - one.low, other.high - p2);
  const high = by + Math.hypot(one.high - p1, p2 - other.low);
  return { shown: one, held: other, by, low: Math.max(-1, low), high: Math.min(1, high) };
}
