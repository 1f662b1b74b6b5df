/** Pages about talk, and the numbers that come from them. No text that is sent here is kept. */
import { Type } from 'typebox';
import { dayIn, weekOf } from '../../platform/clock.ts';
import { type Extras, json, page, type Route, route } from '../../platform/http/index.ts';
import { type Counted, counted, version } from '../count/model.ts';
import { countReader, countWriter } from '../count/store.ts';
import type { TalkDeps } from '../deps.ts';
import type { Found } from '../model.ts';
import { AnswerPage, longest } from './answer.tsx';
import { EffectPage } from './effect.tsx';
import { First } from './first.tsx';
import { PausePage, Tried } from './pause.tsx';

/** `movesIn`: which moves a text makes; made ready when it is first asked for. */
export function talkRoutes(deps: TalkDeps, movesIn: (text: string) => Promise<readonly Found[]>): Route[] {
  const { db, installation, clock, sites } = deps;
  const open = { guard: 'everyone', localised: true } as const;
  // A demonstration is invented: nobody should find it.
  const found: Extras = installation.kind === 'real' ? { headers: { 'x-robots-tag': 'all' } } : {};
  const thisWeek = () => weekOf(dayIn(installation.zone, clock.now()));
  const count = (what: Counted) => countWriter(db).add(thisWeek(), { version, what });
  return [
    route({ ...open, method: 'GET', url: '/talk', handle: (asked) => page(<First asked={asked} />, found) }),
    route({
      ...open,
      method: 'GET',
      url: '/talk/pause',
      handle: (asked) => page(<PausePage asked={asked} publicUrl={deps.publicUrl()} />, found),
    }),
    route({
      ...open,
      method: 'POST',
      url: '/talk/pause',
      handle: (asked) => page(<Tried asked={asked} />),
    }),
    route({
      ...open,
      method: 'GET',
      url: '/talk/effect',
      // Weeks that are over: nobody can watch a number move when somebody acts.
      handle: async (asked) =>
        page(<EffectPage asked={asked} counted={await countReader(db).before(thisWeek(), version)} />, found),
    }),
    route({
      ...open,
      method: 'GET',
      url: '/talk/answer',
      handle: (asked) => page(<AnswerPage asked={asked} />, found),
    }),
    route({
      ...open,
      method: 'POST',
      url: '/talk/answer',
      body: Type.Object({ post: Type.String({ maxLength: 20 * longest }) }),
      async handle(asked) {
        const { t } = asked;
        const { post } = asked.body;
        const refuse = (problem: string) =>
          page(<AnswerPage asked={asked} post={post} problem={problem} />, { status: 422 });
        if (post.trim() === '') return refuse(t('talking.answer.none'));
        if (post.length > longest) {
          const params = { n: t.number(post.length), most: t.number(longest) };
          return refuse(t('talking.answer.long', params));
        }
        const moves = await movesIn(post);
        await count(moves.length > 0 ? 'turn.found' : 'turn.nothing');
        return page(<AnswerPage asked={asked} post={post} moves={moves} />);
      },
    }),
    route({
      method: 'POST',
      url: '/api/talk/count',
      guard: 'everyone',
      localised: false,
      origins: () => sites,
      body: Type.Object({ what: Type.Enum([...counted]), version: Type.Literal(String(version)) }),
      async handle({ body }) {
        await count(body.what);
        return json({}, 202);
      },
    }),
  ];
}
