/** The writer's link, for everyone who has it; and the second moderator's pages. */
import { Type } from 'typebox';
import { type Answer, page, type Route, redirect, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { answerAppeal, object, ofToken } from './appeal.ts';
import type { TalkDeskDeps } from './deps.ts';
import { longestAppeal, longestReply } from './model.ts';
import { here, Id, moderates } from './post-routes.tsx';
import { around } from './queue.ts';
import { deskStore } from './store.ts';
import { AppealPage, AppealsPage } from './views/appeals.tsx';
import type { DeskAsked } from './views/frame.tsx';
import { OwnPage } from './views/own.tsx';

const OfToken = Type.Object({ token: Type.String({ pattern: '^[\\w-]{1,200}$' }) });
const OfDecision = Type.Object({ id: Id });
const Outcome = Type.Object({
  outcome: Type.Optional(Type.Unsafe<'stands' | 'lifted'>(Type.Enum(['stands', 'lifted']))),
  words: Type.Optional(Type.String({ maxLength: 4 * longestReply })),
});

export function appealRoutes(deps: TalkDeskDeps): Route[] {
  return [...ownRoutes(deps), ...secondRoutes(deps)];
}

function ownRoutes(deps: TalkDeskDeps): Route[] {
  const everyone = {
    guard: 'everyone',
    localised: true,
    url: '/talk/appeal/:token',
    params: OfToken,
  } as const;
  const headers = { 'x-robots-tag': 'noindex' };
  return [
    route({
      ...everyone,
      method: 'GET',
      limit: 'code',
      handle: async (asked) => {
        const { token } = asked.params;
        return page(<OwnPage {...{ asked, token }} decision={await ofToken(deps, token)} />, { headers });
      },
    }),
    route({
      ...everyone,
      method: 'POST',
      limit: 'code',
      body: Type.Object({ words: Type.Optional(Type.String({ maxLength: 4 * longestAppeal })) }),
      handle: async (asked): Promise<Answer> => {
        const { token } = asked.params;
        const { words = '' } = asked.body;
        try {
          await object(deps, token, words);
        } catch (error) {
          if (!(error instanceof Refusal) || error.code !== 'talk_appeal') throw error;
          const problem = asked.t('refusal.talk_appeal.help', error.params);
          const decision = await ofToken(deps, token);
          return page(<OwnPage {...{ asked, token, decision, words, problem }} />, { status: 422, headers });
        }
        return redirect(asked.link(`/talk/appeal/${token}`));
      },
    }),
  ];
}

function secondRoutes(deps: TalkDeskDeps): Route[] {
  const { zone } = deps.installation;
  const store = deskStore(deps.db);

  async function show(asked: DeskAsked, id: string, again?: { problem: string; words: string }) {
    const appeal = (await store.appeals()).find((one) => one.id === id);
    if (appeal === undefined) throw new Refusal('not_found');
    const found = await around(deps.db, appeal.post);
    const mine = appeal.by === here(asked.person).id;
    return page(<AppealPage {...{ asked, appeal, zone, mine }} around={found} {...again} />, {
      status: again === undefined ? 200 : 422,
    });
  }

  return [
    route({
      ...moderates,
      method: 'GET',
      url: '/desk/talk/appeals',
      query: Type.Object({ done: Type.Optional(Type.Literal('yes')) }),
      handle: async (asked) => {
        const done = asked.query.done === 'yes';
        return page(<AppealsPage {...{ asked, zone, done }} appeals={await store.appeals()} />);
      },
    }),
    route({
      ...moderates,
      method: 'GET',
      url: '/desk/talk/appeals/:id',
      params: OfDecision,
      handle: (asked) => show(asked, asked.params.id),
    }),
    route({
      ...moderates,
      method: 'POST',
      url: '/desk/talk/appeals/:id',
      params: OfDecision,
      body: Outcome,
      handle: async (asked): Promise<Answer> => {
        const { person, params, t, link } = asked;
        const { outcome, words = '' } = asked.body;
        if (outcome === undefined)
          return show(asked, params.id, { words, problem: t('moderate.appeal.missing') });
        const lifted = outcome === 'lifted' ? (await store.decision(params.id))?.post : undefined;
        await answerAppeal(deps, here(person), { decision: params.id, outcome, words });
        return redirect(
          link(lifted === undefined ? '/desk/talk/appeals?done=yes' : `/desk/talk/posts/${lifted}`),
        );
      },
    }),
  ];
}
