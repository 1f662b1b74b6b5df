/** Ctrl-C for work that ends well: what is in hand is finished first. */

/** Until it is disposed, SIGINT and SIGTERM abort `signal` instead of ending the process; more of them change nothing. */
export function interrupt(noted: () => void): Disposable & { signal: AbortSignal } {
  const stop = new AbortController();
  const asked = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    noted();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, asked);
  return {
    signal: stop.signal,
    [Symbol.dispose]() {
      for (const signal of signals) process.off(signal, asked);
    },
  };
}
