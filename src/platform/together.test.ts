import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { together } from './together.ts';

describe('together', () => {
  test('everybody gets her own answer, however they come', async () => {
    const come = fc.array(fc.record({ ask: fc.integer(), after: fc.integer({ min: 0, max: 3 }) }), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(come, fc.integer({ min: 1, max: 8 }), async (asks, most) => {
        let longest = 0;
        const doubled = together(
          async (list: readonly number[]) => {
            longest = Math.max(longest, list.length);
            await Promise.resolve();
            return list.map((n) => n * 2);
          },
          { most },
        );
        const answers = await Promise.all(
          asks.map(async ({ ask, after }) => {
            for (let turn = 0; turn < after; turn++) await Promise.resolve();
            return doubled(ask);
          }),
        );
        expect(answers).toEqual(asks.map(({ ask }) => ask * 2));
        expect(longest).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('who comes while a round is under way is in the next, with all who came meanwhile', async () => {
    const rounds: string[][] = [];
    const first = Promise.withResolvers<void>();
    const ask = together(async (names: readonly string[]) => {
      rounds.push([...names]);
      if (rounds.length === 1) await first.promise;
      return names;
    });
    const amal = ask('Amal');
    await Promise.resolve();
    await Promise.resolve();
    const later = [ask('Noor'), ask('Salma')];
    first.resolve();
    expect(await Promise.all([amal, ...later])).toEqual(['Amal', 'Noor', 'Salma']);
    expect(rounds).toEqual([['Amal'], ['Noor', 'Salma']]);
  });

  test('one that cannot be done keeps nobody else from it', async () => {
    const ask = together(async (names: readonly string[]) => {
      if (names.includes('nobody')) throw new Error('not this one');
      return names;
    });
    const done = await Promise.allSettled(['Amal', 'nobody', 'Noor'].map(ask));
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await ask('Salma')).toBe('Salma');
  });
});
