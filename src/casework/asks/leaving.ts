/** GET /desk/asks/:id/preview: for those for whom the ask exists. Changes nothing and makes no link. */
import { Type } from 'typebox';
import { asSent, duesOf, factsOf, mailIfSent, publicAsk, termsOf } from '../../answer/index.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { compose } from '../../platform/mail/index.ts';
import { here } from '../access/routes.ts';
import type { CaseworkDeps } from '../deps.ts';
import { todayOf } from '../inbox/reading.ts';
import { type Leaving, previewPage } from './preview.tsx';
import { seen } from './reading.ts';
import { AskId } from './shapes.ts';
import { namesIn, usualWay } from './view.ts';

export function previewRoutes(deps: CaseworkDeps): Route[] {
  return [
    route({
      method: 'GET',
      url: '/desk/asks/:id/preview',
      guard: { role: 'caseworker' },
      localised: true,
      params: Type.Object({ id: AskId }),
      async handle(asked) {
        const found = await seen(deps.db, deps, { person: here(asked.person), ask: asked.params.id });
        return previewPage(asked, await leaving(deps, found));
      },
    }),
  ];
}

async function leaving(deps: CaseworkDeps, { way }: Awaited<ReturnType<typeof seen>>): Promise<Leaving> {
  const { db, installation, letter } = deps;
  const today = todayOf(deps);
  const names = await namesIn(db);
  const { ask } = way;
  const by = usualWay(names, ask.body);
  const facts = await factsOf(db, { draft: ask, reports: [], by, canMail: deps.canMail(), today });
  const isSent = ask.sent !== null;
  const shown = isSent ? way : await asSent(db, ask, facts);
  const terms = await termsOf(db, ask.body);
  const to = names.bodies.get(ask.body)?.mail ?? null;
  const told = {
    template: 'ask' as const,
    params: mailIfSent(shown, facts, '/o/…'),
    locale: 'both' as const,
  };
  const sender = { organisation: installation.name, publicUrl: deps.publicUrl() };
  return {
    isSent,
    ask: publicAsk(shown, names, today),
    clock: { terms, dues: duesOf(terms, shown.ask.sent ?? today, shown.events) },
    mail: to === null ? null : { to, ...compose(told, sender, letter.first) },
  };
}
