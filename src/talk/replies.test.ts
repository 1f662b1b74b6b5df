/** The ready replies: short, in their language, ending in one act, and never a move themselves. */
import { describe, expect, test } from 'vitest';
import { classify, moves, replies, shippedDetectors, voices } from './index.ts';

const detectors = await shippedDetectors();

describe.each(moves)('the replies to %s', (move) => {
  test.each(voices)('in %s: short, and ending in one act done together', (voice) => {
    const reply = replies[move][voice];
    expect(reply.length).toBeLessThanOrEqual(200);
    const sentences = reply.split(/(?<=[.؟?])\s+/);
    expect(sentences).toHaveLength(3);
    expect(sentences.at(-1)).toMatch({ egyptian: /^تعالوا /, standard: /^فل?ن/, english: /^Let us / }[voice]);
  });

  test.each(voices)('in %s: none pulls the talk away', (voice) => {
    expect(classify(replies[move][voice], detectors).moves).toEqual([]);
  });
});
