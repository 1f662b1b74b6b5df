/** Principal axes of a cloud of vectors: Jacobi's turns of its covariance (Golub and Van Loan, 8.5). Pure. */

export interface Axes {
  mean: Float64Array;
  /** The axes along which the cloud is widest, the widest first, each of length 1; the largest part of each is above 0. */
  axes: readonly Float64Array[];
  /** The spread of all coordinates along them: the root of the mean square. */
  scale: number;
}

export function axesOf(cloud: readonly Float64Array[], count: number): Axes {
  const size = cloud[0]?.length ?? 0;
  const mean = new Float64Array(size);
  for (const each of cloud)
    each.forEach((value, at) => {
      mean[at] = (mean[at] ?? 0) + value / cloud.length;
    });
  const spread = Array.from({ length: size }, () => new Float64Array(size));
  for (const each of cloud) {
    for (let a = 0; a < size; a++) {
      const row = spread[a] ?? new Float64Array();
      const value = (each[a] ?? 0) - (mean[a] ?? 0);
      for (let b = 0; b < size; b++)
        row[b] = (row[b] ?? 0) + (value * ((each[b] ?? 0) - (mean[b] ?? 0))) / cloud.length;
    }
  }
  const turned = turn(spread);
  const order = spread
    .map((row, at) => ({ at, width: row[at] ?? 0 }))
    .sort((one, other) => other.width - one.width)
    .slice(0, count);
  const axes = order.map(({ at }) => upright(Float64Array.from(turned, (row) => row[at] ?? 0)));
  const scale = Math.sqrt(order.reduce((sum, { width }) => sum + width, 0) / count);
  return { mean, axes, scale };
}

/** Makes `of` diagonal in place; the columns of what is given back are the axes. */
function turn(of: readonly Float64Array[]): Float64Array[] {
  const size = of.length;
  const axes = of.map((_, at) => new Float64Array(size).fill(0).map((__, by) => (by === at ? 1 : 0)));
  const cell = (rows: readonly Float64Array[], a: number, b: number) => rows[a]?.[b] ?? 0;
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const apart = cell(of, p, q);
        off += apart * apart;
        if (Math.abs(apart) < 1e-15) continue;
        const theta = (cell(of, q, q) - cell(of, p, p)) / (2 * apart);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (const row of of) mix(row, p, q, { c, s });
        const [one, other] = [of[p], of[q]];
        if (one === undefined || other === undefined) continue;
        for (let k = 0; k < size; k++) {
          const [a, b] = [one[k] ?? 0, other[k] ?? 0];
          one[k] = c * a - s * b;
          other[k] = s * a + c * b;
        }
        for (const row of axes) mix(row, p, q, { c, s });
      }
    }
    if (off < 1e-20) break;
  }
  return axes;
}

function mix(row: Float64Array, p: number, q: number, { c, s }: { c: number; s: number }): void {
  const [a, b] = [row[p] ?? 0, row[q] ?? 0];
  row[p] = c * a - s * b;
  row[q] = s * a + c * b;
}

function upright(axis: Float64Array): Float64Array {
  const largest = axis.reduce((best, each) => (Math.abs(each) > Math.abs(best) ? each : best), 0);
  return largest < 0 ? axis.map((each) => -each) : axis;
}
