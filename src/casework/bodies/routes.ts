/** Bodies and who answers for what: caseworkers and organisers; a new mail address is confirmed by caseworkers alone. */
import { type Static, type TSchema, Type } from 'typebox';
import { bases, bodyKinds, type Weekday } from '../../answer/index.ts';
import { type Asked, type Guard, json, type Route, route } from '../../platform/http/index.ts';
import { here } from '../access/routes.ts';
import type { CaseworkDeps } from '../deps.ts';
import { literals, orNull } from '../shapes.ts';
import { bodiesOf, confirm, drop, saveBody } from './edit.ts';
import { importing } from './importing.ts';
import { saveTerms, termsFor, usualAgain } from './terms.ts';
import { importables } from './wire.ts';

const strict = { additionalProperties: false } as const;
const Id = Type.String({ pattern: '^[a-z0-9-]{1,60}$' });
const text = (most: number, least = 0) => Type.String({ minLength: least, maxLength: most });

const Form = Type.Object(
  {
    id: orNull(Id),
    kind: literals(bodyKinds),
    nameEn: text(200),
    nameAr: text(200),
    mail: text(254),
    parent: orNull(Id),
    basis: orNull(literals(bases)),
    publicDuty: Type.Boolean(),
  },
  strict,
);
const File = Type.Object(
  {
    what: literals(importables),
    name: text(200, 1),
    content: Type.String({ pattern: '^[A-Za-z0-9_-]*$' }),
    dryRun: Type.Boolean(),
    namesLater: Type.Boolean(),
    nameEn: text(80),
    nameAr: text(80),
    id: text(80),
  },
  strict,
);

/** A schema takes any number, so that a wrong one is refused with a sentence. */
const Term = Type.Object(
  { days: Type.Number(), counted: literals(['working', 'calendar'] as const) },
  strict,
);
const Terms = Type.Object(
  {
    body: Id,
    acknowledge: Term,
    answer: Term,
    weekend: Type.Array(Type.Unsafe<Weekday>(Type.Integer({ minimum: 1, maximum: 7 })), { maxItems: 7 }),
    holidays: orNull(text(2 * 1024 * 1024)),
  },
  strict,
);

/** Outlines of a whole country, as base64url. */
const largestFile = 48 * 1024 * 1024;
/** Two million letters as JSON. */
const largestCalendar = 8 * 1024 * 1024;

const edits: Guard = { anyOf: ['caseworker', 'organiser'] };

export function bodyRoutes(deps: CaseworkDeps): Route[] {
  const files = importing(deps);
  const post = <B extends TSchema>(
    url: `/desk/api/bodies${string}`,
    { guard = edits, body, bodyLimit }: { guard?: Guard; body: B; bodyLimit?: number },
    act: (asked: Asked<unknown, unknown, Static<B>>) => Promise<unknown>,
  ) =>
    route({
      method: 'POST',
      url,
      guard,
      localised: false,
      body,
      ...(bodyLimit === undefined ? {} : { bodyLimit }),
      handle: async (asked) =>
        json((await act(asked as Asked<unknown, unknown, Static<B>>)) ?? (await bodiesOf(deps))),
    });
  return [
    route({
      method: 'GET',
      url: '/desk/api/bodies',
      guard: edits,
      localised: false,
      handle: async () => json(await bodiesOf(deps)),
    }),
    post('/desk/api/bodies', { body: Form }, ({ person, body, t }) =>
      saveBody(deps, { person: here(person), form: body, t }),
    ),
    post(
      '/desk/api/bodies/confirm',
      { guard: { role: 'caseworker' }, body: Type.Object({ body: Id, mail: text(254, 3) }, strict) },
      ({ person, body }) => confirm(deps, here(person), body),
    ),
    post('/desk/api/bodies/drop', { body: Type.Object({ body: Id }, strict) }, ({ body }) =>
      drop(deps, body.body),
    ),
    post('/desk/api/bodies/import', { body: File, bodyLimit: largestFile }, async ({ person, body, t }) =>
      files.begin(body, { person: here(person).id, t }),
    ),
    route({
      method: 'GET',
      url: '/desk/api/bodies/import',
      guard: edits,
      localised: false,
      handle: () => json(files.now()),
    }),
    route({
      method: 'GET',
      url: '/desk/api/bodies/terms',
      guard: edits,
      localised: false,
      query: Type.Object({ body: Id }, strict),
      handle: async ({ query }) => json(await termsFor(deps, query.body)),
    }),
    post('/desk/api/bodies/terms', { body: Terms, bodyLimit: largestCalendar }, async ({ body }) => {
      await saveTerms(deps, body);
      return termsFor(deps, body.body);
    }),
    post('/desk/api/bodies/terms/usual', { body: Type.Object({ body: Id }, strict) }, async ({ body }) => {
      await usualAgain(deps, body.body);
      return termsFor(deps, body.body);
    }),
  ];
}
