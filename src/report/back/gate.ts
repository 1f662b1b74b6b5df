/** Lets a few through at a time: stretching a code costs 32 MiB and a tenth of a second of one processor. */
export interface Gate {
  /** Null at once when too many wait already: nothing was done, and it may be tried again. */
  pass<R>(work: () => Promise<R>): Promise<R | null>;
}

export function gate({ atOnce, waiting }: { atOnce: number; waiting: number }): Gate {
  let inside = 0;
  const queue: (() => void)[] = [];
  return {
    async pass(work) {
      if (inside >= atOnce) {
        if (queue.length >= waiting) return null;
        await new Promise<void>((go) => queue.push(go));
      } else inside += 1;
      try {
        return await work();
      } finally {
        const next = queue.shift();
        // Whoever is let in takes this one's place, so nobody slips in between.
        if (next) next();
        else inside -= 1;
      }
    },
  };
}
