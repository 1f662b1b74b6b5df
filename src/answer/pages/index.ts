/** The public side: pages, feeds, files, the interface for programs, corrections. */
import type { Route } from '../../platform/http/index.ts';
import { apiRoutes } from '../api/routes.ts';
import { standRoutes } from '../stand/routes.tsx';
import { correctionRoutes } from './correction-routes.tsx';
import type { PublicDeps } from './deps.ts';
import { answerPages, bookOf } from './routes.tsx';
import { latestAnswers } from './who-answers.tsx';

export type { PublicDeps } from './deps.ts';

export const publicRoutes = (deps: PublicDeps): Route[] => [
  ...answerPages(deps),
  ...apiRoutes(deps),
  ...correctionRoutes(deps),
  ...standRoutes(deps),
];

const shown = 3;

/** For the first page: who answered last. */
export async function latest(deps: PublicDeps) {
  const { tabled } = await bookOf(deps);
  return latestAnswers({ tabled })
    .slice(0, shown)
    .map(({ id, body, about, answers, sent }) => ({
      ask: id,
      body: body.name,
      place: about.name,
      day: answers.at(-1)?.day ?? sent,
    }));
}
