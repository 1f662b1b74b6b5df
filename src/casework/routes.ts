import { type Route, redirect, route } from '../platform/http/index.ts';
import { accessRoutes } from './access/routes.ts';
import { archiveRoutes } from './archive/routes.ts';
import { previewRoutes } from './asks/leaving.ts';
import { askRoutes } from './asks/routes.ts';
import { bodyRoutes } from './bodies/routes.ts';
import { correctionRoutes } from './corrections/routes.ts';

import type { CaseworkDeps } from './deps.ts';
import { floodRoutes } from './flood/routes.ts';
import { inboxOf } from './inbox/list.ts';
import { inboxRoutes } from './inbox/routes.ts';
import { keptRoutes } from './kept/routes.tsx';
import { letterRoutes } from './letter/routes.ts';
import { mayRead } from './model.ts';
import { peopleRoutes } from './people/routes.ts';
import { youRoutes } from './people/you.tsx';
import { pressureRoutes } from './pressure/routes.ts';
import { aboutRoutes } from './set-up/about-routes.tsx';
import { setUpRoutes } from './set-up/routes.tsx';
import { togetherRoutes } from './together/routes.ts';
import { deskPage, signInPage } from './views/desk.tsx';

export function routes(deps: CaseworkDeps): Route[] {
  return [
    ...accessRoutes(deps),
    ...peopleRoutes(deps),
    ...bodyRoutes(deps),
    ...correctionRoutes(deps),
    ...inboxRoutes(deps),
    ...floodRoutes(deps),
    ...archiveRoutes(deps),
    ...askRoutes(deps),
    ...previewRoutes(deps),
    ...letterRoutes(deps),
    ...youRoutes(deps),
    ...pressureRoutes(deps),
    ...keptRoutes(deps),
    ...setUpRoutes(deps),
    ...togetherRoutes(deps),
    ...aboutRoutes(deps),
    route({
      method: 'GET',
      url: '/sign-in',
      guard: 'everyone',
      localised: true,
      handle: (asked) => (asked.person === null ? signInPage(asked) : redirect(asked.link('/desk'))),
    }),
    route({
      method: 'GET',
      url: '/desk',
      guard: 'everyone',
      localised: true,
      // Nobody's desk is a door: it shows how to come in, and nothing of what is behind it.
      handle: async (asked) => {
        const { person } = asked;
        if (person === null) return signInPage(asked);
        if (person.roles.includes('moderator')) return redirect(asked.link('/desk/talk'));
        return deskPage(asked, mayRead(person.roles) ? (await inboxOf(deps, person)).lines : null);
      },
    }),
  ];
}
