/** What each pattern is worth: how much more often it stands in posts that make its move than in others. Pure. */
import { patternId } from '../hash.ts';
import type { Prepared } from './instances.ts';

/** How much more a post counts whose writer had not read the grammar. */
const unreadCounts = 3;

/** Logarithms in 1/16, from the posts given; one post counts once, others' posts half. */
export function worthFrom(prepared: readonly Prepared[]): Record<string, number> {
  const counts = new Map<string, { made: number; not: number }>();
  for (const { example, seen } of prepared) {
    if (example.moves === undefined) continue;
    const found = new Map<string, boolean>();
    for (const { made } of seen.sentences) {
      for (const { means, line } of made) {
        found.set(patternId(means.move, line), example.moves.includes(means.move));
      }
    }
    const own = example.source === 'own' || example.source === 'decided';
    for (const [id, isMade] of found) {
      const count = counts.get(id) ?? { made: 0, not: 0 };
      const more = example.unread ? unreadCounts : 1;
      if (isMade) count.made += more * (own ? 1 : 0.25);
      else count.not += more * (own ? 1 : 0.5);
      counts.set(id, count);
    }
  }
  const worth: Record<string, number> = {};
  for (const [id, { made, not }] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const value = Math.round(16 * log((made + 1) / (not + 1)));
    if (value !== 0) worth[id] = Math.max(-40, Math.min(32, value));
  }
  return worth;
}

/** The natural logarithm by additions and multiplications alone: 2 artanh((x - 1) / (x + 1)), x brought near 1. */
function log(x: number): number {
  let left = x;
  let twos = 0;
  while (left > 1.4) {
    left /= 2;
    twos++;
  }
  while (left < 0.7) {
    left *= 2;
    twos--;
  }
  const part = (left - 1) / (left + 1);
  let power = part;
  let sum = 0;
  for (let n = 1; n <= 25; n += 2) {
    sum += power / n;
    power *= part * part;
  }
  return 2 * sum + twos * Math.LN2;
}
