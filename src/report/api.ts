/** What the islands ask: who reads, which places there are, where the phone is; sending, and coming back. */
import { Type } from 'typebox';
import { json, type Route, route } from '../platform/http/index.ts';
import { toBase64url } from '../platform/keys/bytes.ts';
import { cellAt, cellName, nearPlaces, roundPoint } from '../platform/place/index.ts';
import { addTo, choose, forgetReply, withdraw } from './back/change.ts';
import { findMine, myReport } from './back/mine.ts';
import { sayBody, sayChanged } from './back/say.ts';
import type { ReportDeps } from './deps.ts';
import {
  base64url,
  bytes32Shape,
  consentsShape,
  filesShape,
  longestItem,
  signatureShape,
} from './submission.ts';
import { submit } from './submit.ts';
import type { MyReport, NearPlaces, PlacesAnswer, ReadersAnswer } from './wire.ts';

const api = { guard: 'everyone', localised: false } as const;
const strict = { additionalProperties: false } as const;
const lookup = bytes32Shape;
const number = Type.Integer({ minimum: 1, maximum: 100_000 });
const id = Type.String({ minLength: 1, maxLength: 60 });
const mostNear = 4;

export function apiRoutes(deps: ReportDeps): Route[] {
  return [
    route({
      ...api,
      method: 'GET',
      url: '/api/readers',
      async handle() {
        const [entries, capacity] = await Promise.all([deps.readers(), deps.capacity()]);
        return json({ entries, salt: toBase64url(deps.installation.salt), capacity } satisfies ReadersAnswer);
      },
    }),
    route({
      ...api,
      method: 'GET',
      url: '/api/places',
      async handle() {
        const all = await deps.places.all();
        const places = all.map(({ id, kind, name, spellings, directions, parent }) => {
          return { id, kind, name, spellings, directions, parent };
        });
        return json({ places } satisfies PlacesAnswer, { cache: 'public' });
      },
    }),
    route({
      ...api,
      method: 'POST',
      url: '/api/place',
      body: Type.Object(
        {
          lat: Type.Number({ minimum: -90, maximum: 90 }),
          lng: Type.Number({ minimum: -180, maximum: 180 }),
        },
        strict,
      ),
      // The point lives in this call and is never written; what leaves is a cell about 1 km across.
      async handle({ body }) {
        const cell = cellAt(roundPoint(body));
        const near = nearPlaces(await deps.places.all(), cell)
          .slice(0, mostNear)
          .map(({ place }) => ({ id: place.id, name: place.name }));
        return json({ cell: cellName(cell), near } satisfies NearPlaces);
      },
    }),
    route({
      ...api,
      method: 'POST',
      url: '/api/reports',
      // The shape is checked by submit itself, for this sender and for every other.
      body: Type.Unknown(),
      async handle({ body }) {
        return json(await submit(deps, body, 'phone'));
      },
    }),
    ...backApi(deps),
  ];
}

function backApi(deps: ReportDeps): Route[] {
  const back = { ...api, method: 'POST', limit: 'code' } as const;
  const write = { ...api, method: 'POST' } as const;
  const done = json({});
  return [
    route({
      ...back,
      url: '/api/back',
      body: Type.Object({ lookup }, strict),
      async handle({ body }) {
        const mine: MyReport = await myReport(deps, await findMine(deps, body.lookup));
        return json(mine);
      },
    }),
    route({
      ...write,
      url: '/api/back/add',
      body: Type.Object(
        {
          lookup,
          number,
          body: base64url(longestItem),
          signature: signatureShape,
          files: Type.Optional(filesShape),
        },
        strict,
      ),
      async handle({ body }) {
        await addTo(deps, body);
        return done;
      },
    }),
    route({
      ...write,
      url: '/api/back/consents',
      body: Type.Object({ lookup, number, consents: consentsShape, signature: signatureShape }, strict),
      async handle({ body }) {
        await choose(deps, body);
        return done;
      },
    }),
    route({
      ...write,
      url: '/api/back/read',
      body: Type.Object({ lookup, number }, strict),
      async handle({ body }) {
        await forgetReply(deps, body);
        return done;
      },
    }),
    route({
      ...write,
      url: '/api/back/body',
      body: Type.Object(
        { lookup, body: id, number, said: Type.Enum(['yes', 'no']), signature: signatureShape },
        strict,
      ),
      async handle({ body }) {
        await sayBody(deps, body);
        return json((await myReport(deps, await findMine(deps, body.lookup))).beyond);
      },
    }),
    route({
      ...write,
      url: '/api/back/changed',
      body: Type.Object({ lookup, ask: id, said: Type.Enum(['yes', 'no', 'unknown']) }, strict),
      async handle({ body }) {
        await sayChanged(deps, body);
        return json((await myReport(deps, await findMine(deps, body.lookup))).beyond);
      },
    }),
    route({
      ...write,
      url: '/api/back/withdraw',
      body: Type.Object({ lookup, signature: signatureShape }, strict),
      async handle({ body }) {
        await withdraw(deps, body);
        return done;
      },
    }),
  ];
}
