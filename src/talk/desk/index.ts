/** The door of the moderators' desk. */
import type { Reading } from './deps.ts';

export type { TalkDeskDeps } from './deps.ts';
export { forgetTalk } from './forget.ts';
export { deskRoutes } from './routes.ts';
export { take } from './take.ts';

/** What reads a post, with what was learnt in this data folder; grammar and models are loaded by the first post. */
export function readingIn(data: string): () => Promise<Reading> {
  let loaded: ReturnType<typeof load> | undefined;
  return async () => {
    loaded ??= load(data);
    const { classify, detectors } = await loaded;
    const now = await detectors();
    return (text, lang) => classify(text, now, { lang });
  };
}

/** Without anything that was learnt. */
export async function shippedReading(): Promise<Reading> {
  const { classify, shippedDetectors } = await import('../index.ts');
  const detectors = await shippedDetectors();
  return (text, lang) => classify(text, detectors, { lang });
}

async function load(data: string) {
  const { classify, detectorsIn } = await import('../index.ts');
  return { classify, detectors: detectorsIn(data) };
}
