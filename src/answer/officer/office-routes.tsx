/** "Pass to a colleague", and turning such a link off. */
import { Type } from 'typebox';
import { type Route, redirect, route } from '../../platform/http/index.ts';
import { fromBase64url } from '../../platform/keys/index.ts';
import { admitted, Token } from './admitted.tsx';
import type { OfficerDeps } from './deps.ts';
import { passOn, revoke } from './link.ts';
import { officerPage, pathOf } from './views/frame.tsx';
import { PassedPage } from './views/offices.tsx';

export function officeRoutes(deps: OfficerDeps): Route[] {
  const { db } = deps;
  return [
    route({
      method: 'POST',
      url: '/o/:token/offices',
      guard: 'everyone',
      localised: true,
      params: Token,
      body: Type.Object({
        label: Type.Optional(Type.String({ maxLength: 1_000 })),
        off: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })),
      }),
      handle: (asked) =>
        admitted(deps, asked, async ({ link, today }) => {
          const { token } = asked.params;
          const { label = '', off } = asked.body;
          if (off !== undefined) {
            const hash = fromBase64url(off);
            await db.transaction().execute((tx) => revoke(tx, link, { hash, today }));
            return redirect(`${asked.link(pathOf(token))}#offices`);
          }
          const made = await db.transaction().execute((tx) => passOn(tx, link, { label, today }));
          const url = `${deps.publicUrl()}${pathOf(made)}`;
          return officerPage(
            <PassedPage {...{ asked, token, url }} label={label.trim()} until={link.until} />,
            {
              secret: true,
            },
          );
        }),
    }),
  ];
}
