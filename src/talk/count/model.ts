/** What is counted about the pause and the replies: names of numbers, and nothing else. Pure. */
import { voices } from '../replies.ts';

/** A new one whenever the pause shows, asks or measures anything else: its numbers are never put together with older ones. */
export const version = 1;

/** Half see the pause, half see nothing: drawn anew each time the page is opened. */
export const arms = ['shown', 'held'] as const;
export type Arm = (typeof arms)[number];

/**
 * as_it_was: sent with the marked words in it · changed: sent without them · dropped: the page was left without sending ·
 * not_meant: "That is not what I meant", which only those who see it can say.
 */
export const ends = ['as_it_was', 'changed', 'dropped', 'not_meant'] as const;
export type End = (typeof ends)[number];

export type PauseCount = `pause.${Arm}.${End}`;
export const pauseCounts: readonly PauseCount[] = arms.flatMap((arm) =>
  ends
    .filter((end) => arm === 'shown' || end !== 'not_meant')
    .map((end): PauseCount => `pause.${arm}.${end}`),
);

/** Replies were looked for, and one was copied. */
export const turnCounts = [
  'turn.found',
  'turn.nothing',
  ...voices.map((voice) => `turn.copied.${voice}` as const),
] as const;

export type Counted = PauseCount | (typeof turnCounts)[number];
export const counted: readonly Counted[] = [...pauseCounts, ...turnCounts];
