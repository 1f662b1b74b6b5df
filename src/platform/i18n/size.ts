/** Sizes as people read them: 63,000,000,000 bytes are 63 GB. */

const units = ['MB', 'GB', 'TB'] as const;
type Unit = (typeof units)[number];

/** In steps of a thousand; tenths only below ten, where they matter. */
export function sized(bytes: number): { n: number; unit: Unit } {
  let n = bytes / 1e6;
  let at = 0;
  // What would be rounded to a thousand is one of the next.
  while (n >= 999.5 && at < units.length - 1) {
    n /= 1000;
    at++;
  }
  return { n: n < 9.95 ? Math.round(n * 10) / 10 : Math.round(n), unit: units[at] ?? 'TB' };
}

/** "63 GB": for the terminal, which speaks English. */
export function sizeSaid(bytes: number): string {
  const { n, unit } = sized(bytes);
  return `${n} ${unit}`;
}
