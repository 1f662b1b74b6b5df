/**
 * Counts of what was answered, in memory. The figures told move in steps, so that no single request can be seen in
 * them: not even by somebody who writes them down every few seconds.
 */

/** How many answers are one step. */
export const step = 100;

/** The first digit of a status. */
export type StatusClass = '2xx' | '3xx' | '4xx' | '5xx';

export interface Told {
  answered: Readonly<Record<StatusClass, number>>;
  /** Of the last 1,000 answers, in milliseconds; null before the first step. */
  latency: { half: number; most: number; nearlyAll: number } | null;
}

export interface Counts {
  count(status: number, ms: number): void;
  told(): Told;
}

const remembered = 1_000;

export function requestCounts(): Counts {
  const counted: Record<StatusClass, number> = { '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 };
  const last = new Float64Array(remembered);
  let seen = 0;
  let latency: Told['latency'] = null;

  return {
    count(status, ms) {
      counted[classOf(status)]++;
      last[seen++ % remembered] = ms;
      if (seen % step !== 0) return;
      const sorted = last.slice(0, Math.min(seen, remembered)).sort();
      const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
      latency = { half: at(0.5), most: at(0.95), nearlyAll: at(0.99) };
    },
    told() {
      const whole = (n: number) => n - (n % step);
      return {
        answered: {
          '2xx': whole(counted['2xx']),
          '3xx': whole(counted['3xx']),
          '4xx': whole(counted['4xx']),
          '5xx': counted['5xx'],
        },
        latency,
      };
    },
  };
}

function classOf(status: number): StatusClass {
  if (status >= 500) return '5xx';
  if (status >= 400) return '4xx';
  return status >= 300 ? '3xx' : '2xx';
}
