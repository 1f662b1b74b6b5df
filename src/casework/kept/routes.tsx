import { page, type Route, route } from '../../platform/http/index.ts';
import { runs } from '../../platform/retention/index.ts';
import type { CaseworkDeps } from '../deps.ts';
import { KeptPage } from './page.tsx';

/** How long what is kept, with the last and the next run. */
export const keptRoutes = ({ db, installation, kept }: CaseworkDeps): Route[] => [
  route({
    method: 'GET',
    url: '/desk/kept',
    guard: { anyOf: ['organiser', 'caseworker'] },
    localised: true,
    handle: async (asked) =>
      page(<KeptPage asked={asked} kept={kept} runs={await runs(db)} zone={installation.zone} />),
  }),
];
