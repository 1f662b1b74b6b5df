/** Numbers that look drawn and are the same each time: for resampling only, never for anything that must not be guessed. */

/**
 * Mulberry32: 32 bits of state, 0 <= value < 1. Source: Tommy Ettinger 2017, as published in bryc/code, PRNGs.md
 * (public domain).
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every order is as likely as any other (Fisher and Yates 1938, as Durstenfeld 1964); changes the list. */
export function shuffle<V>(list: V[], draw: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1));
    const kept = list[at] as V;
    list[at] = list[other] as V;
    list[other] = kept;
  }
}
