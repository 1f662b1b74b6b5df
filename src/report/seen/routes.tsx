import { Type } from 'typebox';
import { dayIn, weekOf } from '../../platform/clock.ts';
import { bytes, page, type Route, redirect, route } from '../../platform/http/index.ts';
import type { Installation } from '../../platform/installation.ts';
import type { ReportDeps } from '../deps.ts';
import { Did, Stopped, Thanks } from './after.tsx';
import { appOf, appPath, appType } from './app.ts';
import { Card } from './card.tsx';
import { didAnswers, type Scene, type SeenAnswer, scenes, stops, ways } from './model.ts';
import { seenWriter } from './store.ts';
import { Where } from './where.tsx';

const open = { guard: 'everyone', localised: true } as const;
const DidBody = Type.Object({
  did: Type.Optional(Type.Array(Type.Enum([...ways]), { maxItems: ways.length })),
});
const StoppedBody = Type.Object({ stopped: Type.Optional(Type.Enum([...stops])) });

type SeenDeps = Pick<ReportDeps, 'db' | 'clock'> & { installation: Pick<Installation, 'zone'> };

/** No account, no script, no text: each sending adds one to this week's counts and nothing else. */
export function seenRoutes({ db, installation, clock }: SeenDeps): Route[] {
  const counts = seenWriter(db);
  const count = (scene: Scene, answers: readonly SeenAnswer[]) =>
    counts.add(weekOf(dayIn(installation.zone, clock.now())), scene, answers);
  return [
    route({ ...open, method: 'GET', url: '/seen', handle: (asked) => page(<Where asked={asked} />) }),
    route({ ...open, method: 'GET', url: '/seen/thanks', handle: (asked) => page(<Thanks asked={asked} />) }),
    route({
      ...open,
      method: 'GET',
      url: appPath,
      handle: (asked) => bytes(Buffer.from(JSON.stringify(appOf(asked))), appType, { cache: 'public' }),
    }),
    ...scenes.flatMap((scene) => [
      route({
        ...open,
        method: 'GET',
        url: `/seen/${scene}`,
        handle: (asked) => page(<Card asked={asked} scene={scene} />),
      }),
      route({
        ...open,
        method: 'GET',
        url: `/seen/${scene}/did`,
        handle: (asked) => page(<Did asked={asked} scene={scene} />),
      }),
      route({
        ...open,
        method: 'GET',
        url: `/seen/${scene}/stopped`,
        handle: (asked) => page(<Stopped asked={asked} scene={scene} />),
      }),
      route({
        ...open,
        method: 'POST',
        url: `/seen/${scene}/did`,
        body: DidBody,
        async handle(asked) {
          const { did = [] } = asked.body;
          if (did.length === 0) return page(<Did asked={asked} scene={scene} empty />, { status: 422 });
          await count(scene, didAnswers(did));
          return redirect(asked.link('/seen/thanks'));
        },
      }),
      route({
        ...open,
        method: 'POST',
        url: `/seen/${scene}/stopped`,
        body: StoppedBody,
        async handle(asked) {
          const { stopped } = asked.body;
          if (stopped === undefined)
            return page(<Stopped asked={asked} scene={scene} empty />, { status: 422 });
          await count(scene, [`stopped.${stopped}`]);
          return redirect(asked.link('/seen/thanks'));
        },
      }),
    ]),
  ];
}
