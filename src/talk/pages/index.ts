/** The door of the pages about talk. */
import type { Route } from '../../platform/http/index.ts';
import type { TalkDeps } from '../deps.ts';
import { classify, type Detectors, shippedDetectors } from '../index.ts';
import { talkRoutes } from './routes.tsx';

export { type Counted, type PauseCount, version } from '../count/model.ts';
export { countReader, countWriter } from '../count/store.ts';

/** Pages about talk and the numbers they send; the shipped models are made ready by the first post that is sent without script. */
export function routes(deps: TalkDeps): Route[] {
  let made: Promise<Detectors> | undefined;
  return talkRoutes(deps, async (text) => {
    made ??= shippedDetectors();
    return classify(text, await made).moves;
  });
}
