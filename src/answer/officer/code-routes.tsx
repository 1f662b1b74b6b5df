/** Typing the code, and asking for another. */
import { Type } from 'typebox';
import { type Answer, type Route, redirect, route } from '../../platform/http/index.ts';
import type { T } from '../../platform/i18n/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { admitted } from './admitted.tsx';
import { answerStore } from './answer-store.ts';
import { confirmAnswer, newCode, type Tried } from './code.ts';
import type { OfficerDeps } from './deps.ts';
import { CodePage } from './views/code.tsx';
import { officerPage, pathOf } from './views/frame.tsx';

const Numbered = Type.Object({
  token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
  number: Type.Integer({ minimum: 1, maximum: 100_000 }),
});

export function codeRoutes(deps: OfficerDeps): Route[] {
  const { db } = deps;
  return [
    route({
      method: 'GET',
      url: '/o/:token/code/:number',
      guard: 'everyone',
      localised: true,
      params: Numbered,
      handle: (asked) =>
        admitted(deps, asked, async ({ link, shown }) => {
          const { token, number } = asked.params;
          const waiting = await answerStore(db).unconfirmed(link.ask, number);
          if (waiting === null) return redirect(asked.link(pathOf(token)));
          const name = asked.t.of(shown.ask.body.name);
          return officerPage(<CodePage {...{ asked, token, number, name }} />);
        }),
    }),
    route({
      method: 'POST',
      url: '/o/:token/code/:number',
      guard: 'everyone',
      localised: true,
      limit: 'code',
      params: Numbered,
      body: Type.Object({
        do: Type.Enum(['confirm', 'new']),
        code: Type.Optional(Type.String({ maxLength: 100 })),
      }),
      handle: (asked) =>
        admitted(deps, asked, async ({ link, shown }): Promise<Answer> => {
          const { token, number } = asked.params;
          const { ask } = link;
          const name = asked.t.of(shown.ask.body.name);
          const again = (more: { problem?: string; sent?: boolean }) =>
            officerPage(<CodePage {...{ asked, token, number, name }} {...more} />, {
              status: more.problem === undefined ? 200 : 422,
            });
          if (asked.body.do === 'new') {
            const resent = await db.transaction().execute((tx) => newCode(tx, deps, { ask, number }));
            if (resent === 'gone') throw new Refusal('answer_not_now');
            return again(
              resent === 'sent' ? { sent: true } : { problem: asked.t('officer.wrong.code_codes') },
            );
          }
          const typed = asked.body.code ?? '';
          const tried = await db
            .transaction()
            .execute((tx) => confirmAnswer(tx, deps, { ask, number, typed }));
          if (tried.is === 'given') return redirect(asked.link(`${pathOf(token)}?given=yes`));
          if (tried.is === 'gone' || tried.is === 'not_now') throw new Refusal('answer_not_now');
          return again({ problem: problemOf(tried, asked.t) });
        }),
    }),
  ];
}

function problemOf(tried: Tried, t: T): string {
  if (tried.is !== 'wrong')
    return t(tried.is === 'shape' ? 'officer.wrong.code_shape' : 'officer.wrong.code_over');
  return tried.left === 0 ? t('officer.wrong.code_over') : t('officer.wrong.code_wrong', { n: tried.left });
}
