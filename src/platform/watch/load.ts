/**
 * Whether this process has more to do than it can. Each second: by how much the event loop was late, and how many
 * requests wait for their answer. While it is too much, pages that can wait are not made, so that telling, coming back,
 * withdrawing and Leave go on.
 */

export interface Second {
  /** By how many milliseconds a timer came too late, in the middle of this second. */
  late: number;
  /** Requests without an answer yet. */
  waiting: number;
}

/** Above either for `seconds` on end it is too much; below both for as long it is over. */
export const bounds = {
  heavy: { late: 400, waiting: 400, seconds: 3 },
  calm: { late: 150, waiting: 100, seconds: 5 },
} as const;

/** Pure: told of each second in turn, says whether it is too much. */
export function judgement(): (second: Second) => boolean {
  let isHeavy = false;
  let inRow = 0;
  return ({ late, waiting }) => {
    const { heavy, calm } = bounds;
    const turns = isHeavy
      ? late < calm.late && waiting < calm.waiting
      : late > heavy.late || waiting > heavy.waiting;
    inRow = turns ? inRow + 1 : 0;
    if (inRow < (isHeavy ? calm : heavy).seconds) return isHeavy;
    isHeavy = !isHeavy;
    inRow = 0;
    return isHeavy;
  };
}

export interface Load extends Disposable {
  /** A request came; what is returned is called when it was answered or went away. */
  began(): () => void;
  isHeavy(): boolean;
  /** Of the last second; nothing about a single request can be seen in it. */
  told(): { isHeavy: boolean; lateMs: number };
}

const every = 100;
const perSecond = 10;
/** In steps of so many milliseconds. */
const step = 100;

/** Looks ten times a second and keeps no process alive. */
export function measuredLoad(): Load {
  const judge = judgement();
  let [waiting, isHeavy, lateMs] = [0, false, 0];
  let late: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    late.push(Math.max(0, now - last - every));
    last = now;
    // A second that took longer is one second all the same: nothing could be looked at meanwhile.
    if (late.length < perSecond && late.reduce((sum, one) => sum + one + every, 0) < 1_000) return;
    lateMs = late.toSorted((a, b) => a - b)[Math.floor(late.length / 2)] ?? 0;
    late = [];
    isHeavy = judge({ late: lateMs, waiting });
  }, every);
  timer.unref();
  return {
    began() {
      waiting++;
      let done = false;
      return () => {
        if (!done) waiting--;
        done = true;
      };
    },
    isHeavy: () => isHeavy,
    told: () => ({ isHeavy, lateMs: Math.floor(lateMs / step) * step }),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
