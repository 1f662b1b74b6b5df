import { Type } from 'typebox';
import type { Route } from '../../platform/http/index.ts';
import { callsFor } from '../calls.ts';
import type { InboxNeeds } from '../inbox/reading.ts';
import { literals, orNull } from '../shapes.ts';
import { decide } from './decide.ts';
import { decisions } from './model.ts';
import { wavesFor } from './waves.ts';
import { asideReasons, heldStates } from './wire.ts';

const strict = { additionalProperties: false } as const;
const Deciding = Type.Object(
  {
    wave: Type.String({ pattern: '^([a-z0-9-]{0,60}|\\*)$' }),
    from: literals(heldStates),
    decision: literals(decisions),
    reason: orNull(literals(asideReasons)),
    cameBack: Type.Boolean(),
  },
  strict,
);

/** For caseworkers alone, and only for what is sealed to them. */
export function floodRoutes(deps: InboxNeeds): Route[] {
  const { get, post } = callsFor({ role: 'caseworker' });
  return [
    get('/desk/api/held', Type.Object({}, strict), (person) => wavesFor(deps, person)),
    post('/desk/api/held', Deciding, (person, deciding) => decide(deps, person, deciding)),
  ];
}
