import { Type } from 'typebox';
import { json, type Route, route } from '../../platform/http/index.ts';
import { langs } from '../../platform/i18n/index.ts';
import { here } from '../access/routes.ts';
import { endedCookie } from '../access/sessions.ts';
import { callsFor } from '../calls.ts';
import type { CaseworkDeps } from '../deps.ts';
import { append } from '../list/append.ts';
import { enrol } from '../list/enrol.ts';
import { signStatementAs, waitingForSignature } from '../list/sign.ts';
import { base64url, Entry, literals, Name, orNull, Reader, Roles, Statement, Wrap } from '../shapes.ts';
import { endModerator, invite } from './invite.ts';
import { lockNow } from './lock.ts';
import { personMailStore } from './mail-store.ts';
import { colleagues, me } from './me.ts';
import { sayOwnMail } from './news.ts';
import { peopleStore } from './store.ts';
import { putWrap } from './wraps.ts';

const strict = { additionalProperties: false } as const;
/** Everybody who has to do with reports or with who may read them: not those whose only room is Talk. */
const house = { anyOf: ['caseworker', 'organiser', 'outside'] } as const;
const Invitation = Type.Object(
  {
    name: Name,
    roles: Roles,
    childTrained: Type.Boolean(),
    organisation: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  },
  strict,
);
const Enrolling = Type.Object(
  { reader: Reader, wraps: Type.Array(Wrap, { minItems: 1, maxItems: 20 }) },
  strict,
);

/** People, their keys, and the signed list. */
/** Those who get news of the desk. */
const works = { anyOf: ['caseworker', 'organiser'] } as const;
const OwnMailShape = Type.Object(
  { address: Type.String({ minLength: 1, maxLength: 254 }), language: literals(langs) },
  strict,
);

export function peopleRoutes(deps: CaseworkDeps): Route[] {
  const own = callsFor(works);
  return [
    own.get('/desk/api/own-mail', Type.Object({}, strict), async ({ id }) => ({
      own: await personMailStore(deps.db).of(id),
      sends: deps.canMail(),
    })),
    own.post('/desk/api/own-mail', Type.Object({ own: orNull(OwnMailShape) }, strict), ({ id }, said) =>
      sayOwnMail(deps, id, said.own),
    ),
    route({
      method: 'GET',
      url: '/desk/api/me',
      guard: house,
      localised: false,
      handle: async ({ person }) => json(await me(deps, here(person)), { secret: true }),
    }),
    route({
      method: 'POST',
      url: '/desk/api/notices/seen',
      guard: house,
      localised: false,
      handle: async ({ person }) => {
        await peopleStore(deps.db).seenNotices(here(person).id);
        return json({});
      },
    }),
    route({
      method: 'POST',
      url: '/desk/api/enrol',
      guard: { anyOf: ['caseworker', 'outside'] },
      localised: false,
      body: Enrolling,
      handle: async ({ person, body }) => {
        await enrol(deps, here(person).id, body);
        return json({});
      },
    }),
    route({
      method: 'POST',
      url: '/desk/api/wrap',
      guard: house,
      localised: false,
      body: Wrap,
      handle: async ({ person, body }) => {
        await putWrap(deps, here(person).id, body);
        return json({});
      },
    }),
    route({
      method: 'POST',
      url: '/desk/api/lock',
      guard: house,
      localised: false,
      body: Type.Object({ entry: orNull(Entry) }, strict),
      handle: async ({ person, body }) => {
        const done = await lockNow(deps, here(person).id, body.entry);
        return json(done, { cookies: [endedCookie] });
      },
    }),
    route({
      method: 'GET',
      url: '/desk/api/enrolments',
      guard: house,
      localised: false,
      handle: async () => json(await waitingForSignature(deps)),
    }),
    route({
      method: 'POST',
      url: '/desk/api/entries',
      guard: house,
      localised: false,
      body: Type.Object({ entry: Entry }, strict),
      handle: async ({ body }) => {
        const number = await deps.db.transaction().execute((tx) => append(tx, deps, body));
        return json({ number });
      },
    }),
    route({
      method: 'POST',
      url: '/desk/api/entries/sign',
      guard: { role: 'caseworker' },
      localised: false,
      body: Type.Object({ statement: Statement, signature: base64url(86, 86) }, strict),
      handle: async ({ person, body }) => json(await signStatementAs(deps, here(person).id, body)),
    }),
    route({
      method: 'GET',
      url: '/desk/api/people',
      guard: { role: 'organiser' },
      localised: false,
      handle: async () => json({ people: await colleagues(deps) }),
    }),
    route({
      method: 'POST',
      url: '/desk/api/people/end',
      guard: { role: 'organiser' },
      localised: false,
      body: Type.Object({ id: Type.String({ pattern: '^[\\w-]{1,64}$' }) }, strict),
      handle: async ({ body }) => {
        await endModerator(deps, body.id);
        return json({});
      },
    }),
    route({
      method: 'POST',
      url: '/desk/api/invite',
      guard: { role: 'organiser' },
      localised: false,
      body: Invitation,
      handle: async ({ body }) => json({ url: `${deps.publicUrl()}${await invite(deps, body)}` }, 201),
    }),
  ];
}
