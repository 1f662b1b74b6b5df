import { Type } from 'typebox';
import { correctionEndings } from '../../answer/index.ts';
import { json, type Route, route } from '../../platform/http/index.ts';
import { here } from '../access/routes.ts';
import type { AskNeeds } from '../asks/reading.ts';
import { literals } from '../shapes.ts';
import { answer, correctionsOf } from './answer.ts';

const strict = { additionalProperties: false } as const;
/** Wider than what is taken, so that too many letters are refused with a sentence. */
const words = Type.String({ maxLength: 20_000 });
const Answer = Type.Object(
  {
    id: Type.String({ pattern: '^[\\w-]{1,22}$' }),
    done: literals(correctionEndings),
    words: Type.Object({ en: words, ar: words }, strict),
  },
  strict,
);

export function correctionRoutes(deps: AskNeeds): Route[] {
  const own = {
    url: '/desk/api/corrections',
    guard: { role: 'caseworker' },
    localised: false,
  } as const;
  const now = async () => json(await correctionsOf(deps), { secret: true });
  return [
    route({ ...own, method: 'GET', handle: now }),
    route({
      ...own,
      method: 'POST',
      body: Answer,
      handle: async ({ person, body }) => {
        await answer(deps, here(person), body);
        return now();
      },
    }),
  ];
}
