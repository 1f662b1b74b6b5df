/** How far something is, how fast it goes and how long it will take, in one line that overwrites itself. */

export interface Progress extends Disposable {
  /** `by` more are done. */
  step(by?: number): void;
}

export interface Screen {
  write(text: string): void;
  isTTY?: boolean | undefined;
}

const BAR = 24;
const REDRAW_MS = 100;

/** `now` in milliseconds. On something that is no terminal it writes only the last line. */
export function progressOn(
  screen: Screen,
  now: () => number,
  { label, total }: { label: string; total: number },
): Progress {
  const began = now();
  let done = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  const line = () => lineOf({ label, done, total, seconds: (now() - began) / 1000 });
  return {
    step(by = 1) {
      done += by;
      if (!screen.isTTY || now() - drawn < REDRAW_MS) return;
      drawn = now();
      screen.write(`\r\x1b[K${line()}`);
    },
    [Symbol.dispose]() {
      screen.write(screen.isTTY ? `\r\x1b[K${line()}\n` : `${line()}\n`);
    },
  };
}

export function lineOf(at: { label: string; done: number; total: number; seconds: number }): string {
  const { label, done, total, seconds } = at;
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(share * BAR);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
  const rate = seconds > 0 ? done / seconds : 0;
  const left = done >= total ? `in ${time(seconds)}` : rate > 0 ? `${time((total - done) / rate)} left` : '';
  const speed = rate > 0 ? `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s` : '';
  return [`${label} ${bar} ${done} of ${total}`, speed, left].filter((part) => part !== '').join(' · ');
}

function time(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.ceil(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.ceil((seconds % 3600) / 60)} min`;
}
