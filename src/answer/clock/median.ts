/**
 * The middle number of days to an answer, where some asks have none yet: the median of the Kaplan-Meier estimate (Kaplan
 * and Meier 1958). Asks still open are counted for as long as they have been open, not left out. Pure.
 */
export interface Wait {
  days: number;
  /** False: still open after so many days. */
  answered: boolean;
}

/** The first number of days by which at least half are answered; null where fewer are, as far as anybody knows. */
export function medianDays(waits: readonly Wait[]): number | null {
  const answeredOn = [...new Set(waits.filter(({ answered }) => answered).map(({ days }) => days))];
  let open = 1;
  for (const day of answeredOn.sort((a, b) => a - b)) {
    const waiting = waits.filter(({ days }) => days >= day).length;
    const now = waits.filter(({ days, answered }) => answered && days === day).length;
    open *= 1 - now / waiting;
    if (open <= 0.5 + Number.EPSILON * waits.length) return day;
  }
  return null;
}
