import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { locales } from '../i18n/index.ts';
import { randomInt } from '../keys/random.ts';
import { Refusal } from '../refusal.ts';
import { askedOf, localPath, whereTo } from './asked.ts';
import { filesOf } from './form.ts';
import { checkGuard, sessionCookie } from './guard.ts';
import type { House } from './house.ts';
import type { Limiter } from './limits.ts';
import { checkOrigin } from './origin.ts';
import { reader } from './read.ts';
import type { Person, Route, Signed } from './route.ts';
import { send } from './send.ts';

/** Addresses that speak JSON, for islands. */
export const isApi = (path: string): boolean => /^\/(desk\/)?api(\/|$)/.test(path);

declare module 'fastify' {
  interface FastifyContextConfig {
    files?: number | undefined;
  }
}

/** The most bytes of a file on the route that is asked; undefined where it takes none. */
export const takesFiles = (request: FastifyRequest): number | undefined => request.routeOptions.config.files;

export const isSigned = ({ guard }: Pick<Route, 'guard'>): boolean =>
  guard !== 'everyone' && 'signed' in guard;

/** Below a signature no byte may be read and written again: bodies of every kind come as they are. */
export function takeAsItComes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

function signedOf({ guard }: Route, request: FastifyRequest): Signed | null {
  if (guard === 'everyone' || !('signed' in guard)) return null;
  const headers = guard.signed.map((name) => [name, String(request.headers[name] ?? '')] as const);
  const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
  return { body, headers: Object.fromEntries(headers), target: request.url };
}

/** In half a minute, and not everybody at once. */
const askAgain = () => 30 + randomInt(30);

/** Mounts one route wherever it lives: guard, origin, allowance, schemas, the room, the answer; in that order. */
export function mountRoute(
  app: FastifyInstance,
  house: House,
  { route, limit }: { route: Route; limit: Limiter },
) {
  const people = new WeakMap<FastifyRequest, Person | null>();
  const readParams = reader(route.params, 'text');
  const readQuery = reader(route.query, 'text');
  const readBody = reader(route.body, isApi(route.url) ? 'json' : 'text');

  const admit = async (request: FastifyRequest, reply: FastifyReply) => {
    if (route.waits && house.load?.isHeavy()) throw new Refusal('busy', { seconds: askAgain() });
    const cookie = request.cookies[sessionCookie];
    const person = cookie === undefined ? null : await house.whoIs(cookie);
    people.set(request, person);
    checkGuard(route.guard, person);
    if (route.method === 'POST' && !isSigned(route)) {
      const other = checkOrigin(request.headers, originOf(house, request), route.origins?.());
      if (other !== null) reply.header('access-control-allow-origin', other).header('vary', 'Origin');
    }
    if (route.method === 'GET' || isApi(route.url)) await limit(route.limit, request);
    if (route.files === undefined) return;
    await limit('page', request);
    await route.files.knock({ params: readParams(request.params), clock: house.clock });
  };
  // A form is counted only after it was read, so that the page that says "wait" can hand back what was typed.
  const count = async (request: FastifyRequest) => {
    if (route.method === 'POST' && !isApi(route.url)) await limit(route.limit, request);
  };
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = askedOf(house, request, {
      params: readParams(request.params),
      query: readQuery(request.query),
      body: isSigned(route) ? {} : readBody(request.body ?? {}),
      files: filesOf(request),
      signed: signedOf(route, request),
      person: people.get(request) ?? null,
    });
    return send(request, reply, await route.answer(asked));
  };

  const urls = route.localised ? locales.map((locale) => localPath(locale, route.url)) : [route.url];
  for (const url of urls) {
    app.route({
      method: route.method,
      url,
      onRequest: admit,
      preHandler: count,
      handler,
      config: { files: route.files?.each },
      ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    });
  }
}

/** Ours has two origins where it is an onion service too; a page of either may send to it. */
const originOf = (house: House, { headers }: FastifyRequest): string =>
  headers.origin !== undefined && headers.origin === house.onionUrl ? headers.origin : house.publicUrl();

/** A localised page asked for without its locale, as on a poster: home answers at once, the rest is one step further. */
export function mountBare(
  app: FastifyInstance,
  house: House,
  { route, limit }: { route: Route; limit: Limiter },
) {
  if (route.method !== 'GET' || !route.localised) return;
  if (route.url === '/') return mountRoute(app, house, { route: { ...route, localised: false }, limit });
  app.get(route.url, (request, reply) =>
    reply
      .code(303)
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-store')
      .header('location', localPath(whereTo(request).locale, request.url))
      .send(),
  );
}
