/** "Pass to a colleague", and turning such a link off. */
import { Type } from 'typebox';
import { type Route, redirect, route } from '../../platform/http/index.ts';
import { fromBase64url } from '../../platform/keys/index.ts';
import { Refusal, type RefusalCode } from '../../platform/refusal.ts';
import { admitted, Token } from './admitted.tsx';
import type { OfficerDeps } from './deps.ts';
import { passOn, revoke } from './link.ts';
import { requestPage } from './request-page.tsx';
import { officerPage, pathOf } from './views/frame.tsx';
import { PassedPage } from './views/offices.tsx';

/** What is wrong is the name that was typed: said at its field. */
const wrongLabels: readonly RefusalCode[] = ['link_label', 'link_person'];

export function officeRoutes(deps: OfficerDeps): Route[] {
  const { db } = deps;
  return [
    route({
      method: 'GET',
      url: '/o/:token/offices',
      guard: 'everyone',
      localised: true,
      params: Token,
      // A page that answers a form has this address: its other languages ask for it without the form.
      handle: ({ link, params }) => Promise.resolve(redirect(link(pathOf(params.token)))),
    }),
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
        admitted(deps, asked, async (officer) => {
          const { link, today } = officer;
          const { token } = asked.params;
          const { label = '', off } = asked.body;
          if (off !== undefined) {
            const hash = fromBase64url(off);
            await db.transaction().execute((tx) => revoke(tx, link, { hash, today }));
            return redirect(`${asked.link(pathOf(token))}#offices`);
          }
          let made: string;
          try {
            made = await db.transaction().execute((tx) => passOn(tx, link, { label, today }));
          } catch (error) {
            if (!(error instanceof Refusal) || !wrongLabels.some((one) => one === error.code)) throw error;
            const problem = asked.t(`refusal.${error.code}.help`, error.params);
            return requestPage(deps, asked, { ...officer, wrong: { label, problem } });
          }
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
