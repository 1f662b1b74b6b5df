/** The door of the pages about talk. */
import type { Route } from '../../platform/http/index.ts';
import type { TalkDeps } from '../deps.ts';
import { talkRoutes } from './routes.tsx';

export { type Counted, version } from '../count/model.ts';
export { countReader, countWriter } from '../count/store.ts';

/** What reads a text; grammar and models are loaded by the first post that is sent without script. */
async function reader() {
  const { classify, shippedDetectors } = await import('../index.ts');
  const detectors = await shippedDetectors();
  return (text: string) => classify(text, detectors).moves;
}

/** Pages about talk and the numbers they send. */
export function routes(deps: TalkDeps): Route[] {
  let reading: ReturnType<typeof reader> | undefined;
  return talkRoutes(deps, async (text) => {
    reading ??= reader();
    return (await reading)(text);
  });
}
