/** Connecting sites, for moderators and organisers. */
import { Type } from 'typebox';
import { type Answer, page, type Route, redirect, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { TalkDeskDeps } from './deps.ts';
import { connect, disconnect, giveSecret } from './hook/connect.ts';
import { deliverTo, readFrom } from './hook/routes.ts';
import { type HookKind, hookKinds, hookStore } from './hook/store.ts';
import { Id } from './post-routes.tsx';
import type { DeskAsked } from './views/frame.tsx';
import { SourcesPage } from './views/sources.tsx';

export const runs = { guard: { anyOf: ['moderator', 'organiser'] }, localised: true } as const;
const url = '/desk/talk/sources';

export function sourceRoutes(deps: TalkDeskDeps): Route[] {
  const addresses = {
    deliver: (hook: string) => deliverTo(deps.publicUrl(), hook),
    read: (hook: string) => readFrom(deps.publicUrl(), hook),
  };
  const hooks = () => hookStore(deps.db).all();

  async function refused(
    asked: DeskAsked,
    error: unknown,
    more: { field: string; typed?: Typed },
  ): Promise<Answer> {
    if (!(error instanceof Refusal) || error.status !== 422) throw error;
    const { field, typed } = more;
    const problem = { field, text: asked.t(`refusal.${error.code}.help`, error.params) };
    const view = (
      <SourcesPage {...{ asked, addresses, problem }} hooks={await hooks()} {...(typed && { typed })} />
    );
    return page(view, { status: error.status });
  }

  return [
    route({
      ...runs,
      method: 'GET',
      url,
      handle: async (asked) => page(<SourcesPage {...{ asked, addresses }} hooks={await hooks()} />),
    }),
    route({
      ...runs,
      method: 'POST',
      url,
      body: Type.Object({
        kind: Type.Unsafe<HookKind>(Type.Enum([...hookKinds])),
        name: Type.String({ maxLength: 200 }),
      }),
      handle: async (asked): Promise<Answer> => {
        const { kind, name } = asked.body;
        try {
          const made = { kind, name: name.trim(), ...(await connect(deps, { kind, name })) };
          return page(<SourcesPage {...{ asked, addresses, made }} hooks={await hooks()} />);
        } catch (error) {
          return refused(asked, error, { field: 'name', typed: { kind, name } });
        }
      },
    }),
    route({
      ...runs,
      method: 'POST',
      url: `${url}/secret`,
      body: Type.Object({ id: Id, secret: Type.String({ maxLength: 500 }) }),
      handle: async (asked): Promise<Answer> => {
        const { id, secret } = asked.body;
        try {
          await giveSecret(deps, id, secret);
          return redirect(asked.link(url));
        } catch (error) {
          return refused(asked, error, { field: `secret-${id}` });
        }
      },
    }),
    route({
      ...runs,
      method: 'POST',
      url: `${url}/end`,
      body: Type.Object({ id: Id }),
      handle: async ({ body, link }) => {
        await disconnect(deps, body.id);
        return redirect(link(url));
      },
    }),
  ];
}

interface Typed {
  kind: HookKind;
  name: string;
}
