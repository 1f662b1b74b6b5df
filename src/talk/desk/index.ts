/** The door of the moderators' desk. */
import type { Detectors } from '../index.ts';
import type { Reading } from './deps.ts';

export type { TalkDeskDeps } from './deps.ts';
export { keptOfTalk } from './forget.ts';
export { deskRoutes } from './routes.ts';
export { take } from './take.ts';

/** What reads a post, with what was learnt in this data folder; grammar and models are loaded by the first post. */
export function readingIn(data: string): () => Promise<Reading> {
  let loaded: ReturnType<typeof load> | undefined;
  return async () => {
    loaded ??= load(data);
    const { room, detectors } = await loaded;
    return readingBy(room, await detectors());
  };
}

/** Without anything that was learnt. */
export async function shippedReading(): Promise<Reading> {
  const room = await import('../index.ts');
  return readingBy(room, await room.shippedDetectors());
}

async function load(data: string) {
  const room = await import('../index.ts');
  return { room, detectors: room.detectorsIn(data) };
}

type Room = Awaited<ReturnType<typeof load>>['room'];

const readingBy =
  ({ classify, isAccount }: Room, detectors: Detectors): Reading =>
  (text, lang) => {
    const said = classify(text, detectors, { lang });
    return { said, isAccount: isAccount(text, detectors, said.lang) };
  };
