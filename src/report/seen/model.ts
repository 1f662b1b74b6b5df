/** "I see it now" as data: where, the five ways in their order, and what can have stopped somebody. */
import type { IconName } from '../../web/index.ts';

export const scenes = ['bus', 'street', 'work', 'online'] as const;
export type Scene = (typeof scenes)[number];

export const sceneIcons: Readonly<Record<Scene, IconName>> = {
  bus: 'bus',
  street: 'map-pin',
  work: 'users',
  online: 'smartphone',
};

/**
 * Care for the person first, the one who does it last; documenting only when somebody already helps, and what is kept
 * belongs to the person harmed (the five Ds of Right To Be, in their order).
 */
export const ways = ['distract', 'delegate', 'document', 'delay', 'direct'] as const;
export type Way = (typeof ways)[number];

/** What can have stopped somebody; fixed choices, because a text could name a person. */
export const stops = ['afraid', 'how', 'alone', 'unsure', 'fast', 'nobody', 'other', 'unsaid'] as const;
export type Stop = (typeof stops)[number];

/** One count: `did.distract`, `stopped.afraid`. */
export type SeenAnswer = `did.${Way}` | `stopped.${Stop}`;

export const didAnswers = (did: readonly Way[]): SeenAnswer[] =>
  [...new Set(did)].map((way) => `did.${way}` as const);
