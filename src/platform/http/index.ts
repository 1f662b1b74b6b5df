/** The front door: every request comes through here, guarded, limited, checked and answered with the same headers. */
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { translate } from '../i18n/index.ts';
import { Refusal } from '../refusal.ts';
import { askedOf, noParts, whereTo } from './asked.ts';
import { readForms } from './form.ts';
import { safetyHeaders } from './headers.ts';
import { mountHealth } from './health.ts';
import type { House } from './house.ts';
import { leavePath, mountLeave } from './leave.ts';
import { type Limiter, limiter } from './limits.ts';
import { describe, levelOf } from './log.ts';
import { isApi, isSigned, mountBare, mountRoute, takeAsItComes, takesFiles } from './mount.ts';
import { type Again, type Problem, problemOf, typed } from './problem.ts';
import { quickServer } from './quick.ts';
import { json, page } from './route.ts';
import { mountSecurityTxt } from './security-txt.ts';
import { send } from './send.ts';
import { mountAssets } from './static.ts';

export { type Assets, readAssets, type ScriptHash, unbuiltAssets, withFiles } from './assets.ts';
export { closeInOrder } from './close.ts';
export { sessionCookie } from './guard.ts';
export { mayRecord, safetyHeaders } from './headers.ts';
export type { Health } from './health.ts';
export type { House } from './house.ts';
export { type Allowances, usualAllowances } from './limits.ts';
export { type Log, type LogEntry, lineLog } from './log.ts';
export { type Listening, serveMetrics } from './metrics.ts';
export { askOutside, certificate, type Heard, whyNot } from './outside.ts';
export type { Again, Problem } from './problem.ts';
export {
  type Answer,
  type Asked,
  bytes,
  type Cookie,
  type Extras,
  type Guard,
  json,
  kept,
  type Limit,
  type Person,
  page,
  type Role,
  type Route,
  redirect,
  route,
  type SentFile,
  type Signed,
  waiting,
} from './route.ts';
export { type Changed, html, type Kept, type Made, type Shelf, shelf } from './shelf.ts';

const mebibyte = 1024 * 1024;

/** A Fastify that is ready to listen or to be injected into. Closing it waits for answers under way. */
export async function http(house: House): Promise<FastifyInstance> {
  const refuse = async (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const day = house.clock.now().toISOString().slice(0, 10);
    const problem = problemOf(error, translate(whereTo(request).locale), {
      log: house.log,
      day,
      limit: request.routeOptions.bodyLimit,
    });
    try {
      return await answerProblem(house, { problem, request, reply });
    } catch (unshown) {
      // The page of a problem must not become a problem whose message is shown: words alone can always be sent.
      house.log({ day, level: 'error', reference: problem.reference ?? '', ...describe(unshown) });
      return reply.code(500).type('text/plain; charset=utf-8').send(`${problem.title}. ${problem.help}`);
    }
  };
  const app = fastify({
    logger: false,
    bodyLimit: 2 * mebibyte,
    serverFactory: (handler) =>
      quickServer(handler, {
        shelf: house.shelf,
        safety: () => safetyHeaders(house.publicUrl()),
        sent: (status) => house.health?.counts.count(status, 0),
        keepAlive: 30_000,
        patience: 60_000,
      }),
    trustProxy: house.trustProxy,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void refuse(error, request, reply),
  });

  await app.register(cookie);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  );
  readForms(app, takesFiles);
  app.addHook('onRequest', async (_request, reply) => {
    if (house.load !== undefined) reply.raw.once('close', house.load.began());
    reply.headers(safetyHeaders(house.publicUrl()));
  });
  app.addHook('onResponse', async (request, reply) => {
    const pattern = request.routeOptions.url ?? null;
    if (pattern === leavePath) return;
    const day = house.clock.now().toISOString().slice(0, 10);
    const { statusCode: status } = reply;
    house.health?.counts.count(status, reply.elapsedTime);
    const ms = Math.round(reply.elapsedTime);
    house.log({ day, level: levelOf(status), method: request.method, route: pattern, status, ms });
  });
  app.setErrorHandler(refuse);

  const limit: Limiter =
    house.allowances === 'none' ? async () => {} : await limiter(app, house.allowances, house.clock);
  app.setNotFoundHandler(async (request, reply) => {
    await limit('page', request);
    return refuse(new Refusal('not_found'), request, reply);
  });
  mountLeave(app, house.leaveUrl);
  mountAssets(app, house.assets);
  mountHealth(app, house, limit);
  mountSecurityTxt(app, house);
  const taken = new Set(house.routes.filter((route) => !route.localised).map((route) => route.url));
  for (const route of house.routes) {
    if (isSigned(route)) {
      await app.register(async (apart) => {
        takeAsItComes(apart);
        mountRoute(apart, house, { route, limit });
      });
      continue;
    }
    mountRoute(app, house, { route, limit });
    if (!taken.has(route.url)) mountBare(app, house, { route, limit });
  }
  await app.ready();
  return app;
}

interface Told {
  readonly problem: Problem;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** JSON where an island asked, a page everywhere else; a form that could not be taken comes back with what was typed. */
async function answerProblem(house: House, { problem, request, reply }: Told): Promise<FastifyReply> {
  const { status, code, title, help, params, reference } = problem;
  const path = request.url.split('?', 1)[0] ?? '/';
  const headers: Record<string, string> =
    typeof params.seconds === 'number' ? { 'retry-after': String(params.seconds) } : {};
  if (isApi(path)) {
    const said = { code, title, help, params, ...(reference === undefined ? {} : { reference }) };
    return send(request, reply, json(said, { status, headers }));
  }
  const told = { ...problem, ...againOf(problem, request) };
  return send(
    request,
    reply,
    page(house.problemPage(told, askedOf(house, request, noParts)), { status, headers }),
  );
}

/** A page that broke can be asked for once more; a form that could not be taken is handed back as it was typed. */
function againOf({ status, code }: Problem, request: FastifyRequest): { again?: Again } {
  if ((status === 500 || code === 'busy') && request.method === 'GET')
    return { again: { url: request.url, fields: [] } };
  const fields = request.method === 'POST' && (status === 429 || status === 500) ? typed(request.body) : [];
  return fields.length === 0 ? {} : { again: { url: request.url, fields } };
}
