/** What a benchmark prints: one row with its ratio, the spread of it, and whether that is what was promised. */

export interface Row {
  /** 'P1', as in the list of budgets. */
  budget: string;
  what: string;
  /** One ratio for each pair of runs. */
  ratios: readonly number[];
  must: { least: number } | { most: number };
  /** Absolute figures, for orientation. */
  figures: string;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Linear between the two nearest (Hyndman and Fan 1996, type 7). */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

/** Prints the row and ends the process with 1 where the promise is not kept. */
export function say({ budget, what, ratios, must, figures }: Row): void {
  const middle = median(ratios);
  const kept = 'least' in must ? middle >= must.least : middle <= must.most;
  const bound = 'least' in must ? `>= ${must.least}` : `<= ${must.most}`;
  const spread = `${round(Math.min(...ratios))} to ${round(Math.max(...ratios))}, ${ratios.length} pairs`;
  process.stdout.write(
    `| ${budget} | ${what} | ${round(middle)} (${spread}) | ${bound} | ${kept ? 'yes' : 'NO'} | ${figures} |\n`,
  );
  if (!kept) process.exitCode = 1;
}

/** The same where the best pair counts: with clients on the same cores the others say how busy the machine was. */
export function sayBest(row: Row & { must: { least: number } }): void {
  const best = Math.max(...row.ratios);
  const kept = best >= row.must.least;
  const spread = `${round(Math.min(...row.ratios))} to ${round(best)}, median ${round(median(row.ratios))}, ${row.ratios.length} pairs`;
  process.stdout.write(
    `| ${row.budget} | ${row.what} | ${round(best)} (${spread}) | >= ${row.must.least} | ${kept ? 'yes' : 'NO'} | ${row.figures} |\n`,
  );
  if (!kept) process.exitCode = 1;
}

/** The same for something that is measured beside nothing: the value itself is the result. */
export function sayValue(row: Omit<Row, 'ratios'> & { values: readonly number[]; unit: string }): void {
  const { budget, what, values, unit, must, figures } = row;
  const middle = median(values);
  const kept = 'least' in must ? middle >= must.least : middle <= must.most;
  const bound = 'least' in must ? `>= ${must.least} ${unit}` : `<= ${must.most} ${unit}`;
  const spread = `${round(Math.min(...values))} to ${round(Math.max(...values))}, ${values.length} runs`;
  process.stdout.write(
    `| ${budget} | ${what} | ${round(middle)} ${unit} (${spread}) | ${bound} | ${kept ? 'yes' : 'NO'} | ${figures} |\n`,
  );
  if (!kept) process.exitCode = 1;
}

export const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** How far it is, on standard error. */
export const note = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** Runs both sides in turn, the other one first each second time, and gives back the figures of each pair. */
export async function alternating<R>(
  pairs: number,
  one: (pair: number) => Promise<R>,
  other: (pair: number) => Promise<R>,
): Promise<[R, R][]> {
  const done: [R, R][] = [];
  for (let pair = 0; pair < pairs; pair++) {
    if (pair % 2 === 0) {
      const first = await one(pair);
      done.push([first, await other(pair)]);
    } else {
      const first = await other(pair);
      done.push([await one(pair), first]);
    }
  }
  return done;
}
