/** "I stand with them": a form without script, without a cookie, and a page that thanks. */
import { Type } from 'typebox';
import { dayIn } from '../../platform/clock.ts';
import { html, kept, type Route, redirect, route } from '../../platform/http/index.ts';
import type { PublicDeps } from '../pages/deps.ts';
import { askIn, bookOf } from '../pages/routes.tsx';
import { sentences } from './model.ts';
import { Stood } from './stand.tsx';
import { addStand } from './store.ts';

const OfAsk = Type.Object({ id: Type.String({ pattern: '^[a-zA-Z0-9_-]{1,64}$' }) });

export function standRoutes(deps: PublicDeps): Route[] {
  const { db, installation, clock, shelf } = deps;
  const everyone = { guard: 'everyone', localised: true, params: OfAsk } as const;
  return [
    route({
      ...everyone,
      method: 'POST',
      url: '/asks/:id/stand',
      body: Type.Object({ sentence: Type.Enum([...sentences]) }),
      async handle(asked) {
        const { id } = askIn(await bookOf(deps), asked.params.id);
        const month = dayIn(installation.zone, clock.now()).slice(0, 7);
        await addStand(db, { ask: id, month, sentence: asked.body.sentence });
        return redirect(asked.link(`/asks/${id}/stood`));
      },
    }),
    route({
      ...everyone,
      method: 'GET',
      url: '/asks/:id/stood',
      handle: async (asked) =>
        kept(
          await shelf.keep(asked.link(asked.path), async () =>
            html(<Stood asked={asked} ask={askIn(await bookOf(deps), asked.params.id)} />),
          ),
        ),
    }),
  ];
}
