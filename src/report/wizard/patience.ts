/** Slows down whoever sends without script: a puzzle asks too much of a person, a short wait asks nothing. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** True after the wait; false at once when too many wait already: then nothing was done and she may try again. */
  wait(): Promise<boolean>;
}

/** `ms`: how long each waits; `most`: how many may wait at once, so that waiting costs the server next to nothing. */
export function patience({ ms, most }: { ms: number; most: number }): Patience {
  let waiting = 0;
  return {
    async wait() {
      if (waiting >= most) return false;
      waiting += 1;
      try {
        await pause(ms);
        return true;
      } finally {
        waiting -= 1;
      }
    },
  };
}
