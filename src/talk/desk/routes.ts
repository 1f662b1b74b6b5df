import type { Route } from '../../platform/http/index.ts';
import { appealRoutes } from './appeal-routes.tsx';
import { countRoutes } from './count-routes.tsx';
import type { TalkDeskDeps } from './deps.ts';
import { hookRoutes } from './hook/routes.ts';
import { importRoutes } from './import-routes.tsx';
import { postRoutes } from './post-routes.tsx';
import { sourceRoutes } from './source-routes.tsx';

/** The moderators' desk: every page behind its guard, every delivery behind its signature. */
export function deskRoutes(deps: TalkDeskDeps): Route[] {
  return [
    ...postRoutes(deps),
    ...importRoutes(deps),
    ...appealRoutes(deps),
    ...sourceRoutes(deps),
    ...countRoutes(deps),
    ...hookRoutes(deps),
  ];
}
