/** Counts for whoever runs the desk, and the decisions as `upstander talk learn` reads them, for moderators. */
import { bytes, page, type Route, route } from '../../platform/http/index.ts';
import { utf8 } from '../../platform/keys/index.ts';
import type { TalkDeskDeps } from './deps.ts';
import { firstMonth } from './forget.ts';
import { movesOf } from './model.ts';
import { moderates } from './post-routes.tsx';
import { runs } from './source-routes.tsx';
import { deskStore } from './store.ts';
import { tallyStore } from './tally-store.ts';
import { CountsPage } from './views/counts.tsx';

export function countRoutes(deps: TalkDeskDeps): Route[] {
  /** One JSON object a decision: text, language, moves. */
  const lines = async (): Promise<string[]> =>
    (await deskStore(deps.db).decided()).flatMap(({ text, lang, kind, reason, outcome }) => {
      const moves = movesOf({ kind, reason, outcome });
      return moves === null ? [] : [JSON.stringify({ text, lang, moves })];
    });
  return [
    route({
      ...runs,
      method: 'GET',
      url: '/desk/talk/counts',
      handle: async (asked) => {
        const store = tallyStore(deps.db);
        const [waiting, decided, appeals] = await Promise.all([
          store.waiting(),
          store.decided(firstMonth(deps)),
          store.appeals(),
        ]);
        const isModerator = asked.person?.roles.includes('moderator') === true;
        const learnable = isModerator ? (await lines()).length : null;
        return page(<CountsPage {...{ asked, waiting, decided, appeals, learnable }} />);
      },
    }),
    route({
      ...moderates,
      method: 'GET',
      url: '/desk/talk/decisions',
      handle: async () => {
        const text = (await lines()).map((line) => `${line}\n`).join('');
        const headers = { 'content-disposition': 'attachment; filename="talk-decisions.jsonl"' };
        return bytes(utf8(text), 'application/jsonl; charset=utf-8', { headers });
      },
    }),
  ];
}
