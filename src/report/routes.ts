/** Every URL of this room. */
import type { Route } from '../platform/http/index.ts';
import { apiRoutes } from './api.ts';
import { backRoutes } from './back/routes.tsx';
import { readersRoutes } from './chain/routes.tsx';
import { copyRoutes } from './copy/routes.tsx';
import type { ReportDeps } from './deps.ts';
import { fileRoutes } from './files/routes.tsx';
import { pageRoutes } from './pages/index.ts';
import { seenRoutes } from './seen/index.ts';
import { tellingRoutes } from './wizard/routes.tsx';

export const routes = (deps: ReportDeps): Route[] => [
  ...pageRoutes(deps),
  ...copyRoutes(deps),
  ...seenRoutes(deps),
  ...tellingRoutes(deps),
  ...backRoutes(deps),
  ...readersRoutes(deps),
  ...apiRoutes(deps),
  ...fileRoutes(deps),
];
