/** Looks once a minute whether there is something to do; a look that takes longer is waited for, never doubled. */
export interface Minutely extends AsyncDisposable {
  /** As the minute does: for the start, and for tests. */
  look(): Promise<void>;
}

const minute = 60_000;

/** Keeps no process alive. `once` never rejects; nothing runs before the first look. */
export function minutely(once: () => Promise<void>): Minutely {
  let running: Promise<void> | null = null;

  function look(): Promise<void> {
    running ??= once().finally(() => {
      running = null;
    });
    return running;
  }

  const timer = setInterval(() => void look(), minute);
  timer.unref();
  return {
    look,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await running;
    },
  };
}
