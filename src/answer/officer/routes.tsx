/** What stands behind an officer's link. GET and HEAD show; each change is a button somebody pressed. */
import { Type } from 'typebox';
import { dayIn } from '../../platform/clock.ts';
import { type Route, redirect, route } from '../../platform/http/index.ts';
import { admitted, Token } from './admitted.tsx';
import { answerRoutes } from './answer-routes.tsx';
import { askForLink } from './ask-for-link.ts';
import { codeRoutes } from './code-routes.tsx';
import type { OfficerDeps } from './deps.ts';
import { fileRoutes } from './file-routes.ts';
import { officeRoutes } from './office-routes.tsx';
import { openAsk } from './opened.ts';
import { requestPage } from './request-page.tsx';
import { officerPage, pathOf } from './views/frame.tsx';
import { SentPage } from './views/over.tsx';

export function officerRoutes(deps: OfficerDeps): Route[] {
  const { db } = deps;
  return [
    route({
      method: 'GET',
      url: '/o/:token',
      guard: 'everyone',
      localised: true,
      params: Token,
      query: Type.Object({ given: Type.Optional(Type.Literal('yes')) }),
      handle: (asked) =>
        admitted(deps, asked, (officer) =>
          requestPage(deps, asked, { ...officer, given: asked.query.given === 'yes' }),
        ),
    }),
    route({
      method: 'POST',
      url: '/o/:token',
      guard: 'everyone',
      localised: true,
      params: Token,
      handle: (asked) =>
        admitted(deps, asked, async ({ link, today }) => {
          await db.transaction().execute((tx) => openAsk(tx, link.ask, today));
          return redirect(asked.link(pathOf(asked.params.token)));
        }),
    }),
    route({
      method: 'POST',
      url: '/o/:token/new',
      guard: 'everyone',
      localised: true,
      limit: 'code',
      params: Token,
      async handle(asked) {
        const { token } = asked.params;
        const today = dayIn(deps.installation.zone, deps.clock.now());
        await db.transaction().execute((tx) => askForLink(tx, { token, today }));
        return officerPage(<SentPage asked={asked} token={token} />);
      },
    }),
    ...answerRoutes(deps),
    ...codeRoutes(deps),
    ...officeRoutes(deps),
    ...fileRoutes(deps),
  ];
}
