/**
 * Does for many at once what costs as much for one. While one round is under way, those who come wait for the next, so
 * every round begins after everybody in it has asked: nobody is given an answer that is older than the question.
 */

/** `run`: an answer for each, in their order. Where a round fails, each of it is tried alone. */
export function together<Ask, Answer>(
  run: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
  most = 64,
): (ask: Ask) => Promise<Answer> {
  type Waiting = { ask: Ask; resolve(answer: Answer): void; reject(error: unknown): void };
  const waiting: Waiting[] = [];
  let busy = false;

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
    busy = true;
    // Those of the same moment come along.
    await Promise.resolve();
    while (waiting.length > 0) await settle(waiting.splice(0, most));
    busy = false;
  }

  return (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      if (!busy) void rounds();
    });
}

/** The same answer for all of a round. */
export function shared<Answer>(run: () => Promise<Answer>): () => Promise<Answer> {
  const ask = together<undefined, Answer>(async (asks) => {
    const answer = await run();
    return asks.map(() => answer);
  });
  return () => ask(undefined);
}
