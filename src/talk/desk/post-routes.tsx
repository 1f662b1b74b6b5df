/** The list, one post of it, deciding and undoing. Moderators alone. */
import { Type } from 'typebox';
import { type Person, page, type Route, redirect, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { appealUrl } from './appeal.ts';
import { decide, undo } from './decide.ts';
import type { TalkDeskDeps } from './deps.ts';
import { type Kind, kinds, longestNote, longestReply } from './model.ts';
import { around, waiting } from './queue.ts';
import { deskStore } from './store.ts';
import type { Typed } from './views/choice.tsx';
import { DecidedPage } from './views/decided.tsx';
import type { DeskAsked } from './views/frame.tsx';
import { NothingWaits, QueuePage } from './views/queue.tsx';

export const moderates = { guard: { role: 'moderator' }, localised: true } as const;
export const Id = Type.String({ pattern: '^[\\w-]{22}$' });
const OfPost = Type.Object({ id: Id });
const Version = Type.Integer({ minimum: 1, maximum: 2_000_000_000 });
const reason = Type.Optional(Type.String({ maxLength: 40 }));
const Choice = Type.Object({
  version: Version,
  kind: Type.Optional(Type.Unsafe<Kind>(Type.Enum([...kinds]))),
  'reason-leave': reason,
  'reason-answer': reason,
  'reason-collapse': reason,
  'reason-refer': reason,
  note: Type.Optional(Type.String({ maxLength: longestNote })),
  // Line ends travel as two letters.
  reply: Type.Optional(Type.String({ maxLength: 4 * longestReply })),
});

/** The guard let nobody else through. */
export function here(person: Person | null): Person {
  if (person === null) throw new Refusal('not_signed_in');
  return person;
}

export function postRoutes(deps: TalkDeskDeps): Route[] {
  const { db } = deps;

  async function show(asked: DeskAsked, id: string, again?: { typed: Typed; problem: string }) {
    const [found, order] = await Promise.all([around(db, id), waiting(db)]);
    const { decision } = found;
    if (decision === null) return page(<QueuePage {...{ asked, around: found, order }} {...again} />);
    const appeal = decision.kind === 'leave' ? null : appealUrl(deps, decision.id);
    const mine = decision.by === here(asked.person).id;
    const { zone } = deps.installation;
    return page(
      <DecidedPage {...{ asked, around: found, decision, appeal, zone, mine }} next={order[0] ?? null} />,
    );
  }

  return [
    route({
      ...moderates,
      method: 'GET',
      url: '/desk/talk',
      query: Type.Object({ left: Type.Optional(Id), undone: Type.Optional(Type.Literal('yes')) }),
      handle: async (asked) => {
        const order = await waiting(db);
        const left = asked.query.left === undefined ? null : await leftAlone(asked.query.left);
        const undone = asked.query.undone === 'yes';
        const [first] = order;
        if (first === undefined) return page(<NothingWaits {...{ asked, left, undone }} />);
        const found = await around(db, first);
        return page(<QueuePage {...{ asked, around: found, order, left, undone }} />);
      },
    }),
    route({
      ...moderates,
      method: 'GET',
      url: '/desk/talk/posts/:id',
      params: OfPost,
      handle: (asked) => show(asked, asked.params.id),
    }),
    route({
      ...moderates,
      method: 'POST',
      url: '/desk/talk/posts/:id',
      params: OfPost,
      body: Choice,
      handle: async (asked) => {
        const { params, body, link, person, t } = asked;
        const { kind, version, note = '', reply = '' } = body;
        const chosen = kind === undefined ? '' : (body[`reason-${kind}`] ?? '');
        try {
          if (kind === undefined) throw new Refusal('talk_reason');
          await decide(deps, here(person), { post: params.id, version, kind, reason: chosen, note, reply });
        } catch (error) {
          if (!(error instanceof Refusal) || error.status !== 422) throw error;
          const problem = t(`refusal.${error.code}.help`, error.params);
          const shown = await show(asked, params.id, {
            typed: { kind, reason: chosen, note, reply },
            problem,
          });
          return { ...shown, status: error.status };
        }
        return redirect(
          link(kind === 'leave' ? `/desk/talk?left=${params.id}` : `/desk/talk/posts/${params.id}`),
        );
      },
    }),
    route({
      ...moderates,
      method: 'POST',
      url: '/desk/talk/posts/:id/undo',
      params: OfPost,
      body: Type.Object({ version: Version }),
      handle: async ({ params, body, person, link }) => {
        await undo(deps, here(person), { post: params.id, version: body.version });
        return redirect(link('/desk/talk?undone=yes'));
      },
    }),
  ];

  /** Only while it is so. */
  async function leftAlone(id: string) {
    const store = deskStore(db);
    const [post, decision] = await Promise.all([store.post(id), store.decisionOn(id)]);
    return post !== undefined && decision?.kind === 'leave' ? post : null;
  }
}
