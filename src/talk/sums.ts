/** What the counted model says of a post: the sum of each head, and which of its forms speak for it. Pure. */
import { headCount, wideHeads } from './heads.ts';
import { pool, type Work } from './layers.ts';
import { type Counted, layersOf, type Net, pooledOf } from './net.ts';

/** The sum of each shipped head. */
export function sums(net: Net, counted: Counted, work: Work): Float64Array {
  pool(net, counted, work);
  const all = new Float64Array(headCount);
  for (let head = 0; head < headCount; head++) all[head] = sumOf(net, head, { counted, work });
  return all;
}

export function sumOf(net: Net, head: number, { counted, work }: { counted: Counted; work: Work }): number {
  const pooled = pooledOf(net.filters, layersOf(net));
  let sum = net.outBias[head] ?? 0;
  for (let p = 0; p < pooled; p++) sum += (work.pool[p] ?? 0) * (net.out[head * pooled + p] ?? 0);
  if (head >= wideHeads || counted.wide.length === 0) return sum;
  let wide = 0;
  for (const place of counted.wide) wide += net.wide[place * wideHeads + head] ?? 0;
  return sum + wide / Math.sqrt(counted.wide.length);
}

/** How much each form speaks for a head, after `sums`: where the move is. */
export function shareOfForms(
  net: Net,
  head: number,
  { work, length }: { work: Work; length: number },
): Float64Array {
  const shares = new Float64Array(length);
  const pooled = pooledOf(net.filters, layersOf(net));
  for (let p = 0; p < pooled - 1; p++) {
    const from = work.from[p] ?? -1;
    if (from >= 0)
      shares[from] = (shares[from] ?? 0) + (work.pool[p] ?? 0) * (net.out[head * pooled + p] ?? 0);
  }
  return shares;
}
