/**
 * Does for many at once what costs as much for one. Who comes while a round is under way waits for the next, so every
 * round begins after everybody in it has asked: nobody is given an answer older than her question.
 */

/** `run`: an answer for each of at most `most`, in their order. Where a round fails, each of it is tried alone. */
export function together<Ask, Answer>(
  run: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
  { most = 64 }: { most?: number } = {},
): (ask: Ask) => Promise<Answer> {
  type Waiting = { ask: Ask; resolve(answer: Answer): void; reject(error: unknown): void };
  const waiting: Waiting[] = [];
  let running = false;

  async function settle(round: readonly Waiting[]): Promise<void> {
    try {
      const answers = await run(round.map(({ ask }) => ask));
      for (const [at, { resolve }] of round.entries()) resolve(answers[at] as Answer);
    } catch (error) {
      if (round.length > 1) for (const one of round) await settle([one]);
      else for (const { reject } of round) reject(error);
    }
  }

  async function rounds(): Promise<void> {
    running = true;
    // Those of the same moment come along.
    await Promise.resolve();
    while (waiting.length > 0) await settle(waiting.splice(0, most));
    running = false;
  }

  return (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      if (!running) void rounds();
    });
}
