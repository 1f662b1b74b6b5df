/** Chance that is the same each time: xorshift32 (Marsaglia 2003). */
export interface Draw {
  /** A whole number below `below`. */
  below(below: number): number;
  /** From 0 to below 1. */
  share(): number;
}

export function drawing(seed: number): Draw {
  let state = seed | 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  return { below: (below) => next() % below, share: () => next() / 4_294_967_296 };
}

/** Fisher and Yates. */
export function shuffle<T>(list: T[], draw: Draw): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = draw.below(at + 1);
    const [one, two] = [list[at], list[other]];
    if (one === undefined || two === undefined) continue;
    list[at] = two;
    list[other] = one;
  }
}
