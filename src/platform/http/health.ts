/**
 * Two addresses that answer while the database is away. `/healthz` says well or not, to whoever asks. `/desk/health`
 * says it in words to those who are signed in; while nobody's session can be looked up it shows the same page to
 * everybody, and then it knows no more than what everybody notices.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { locales } from '../i18n/index.ts';
import type { Counts, Look, Vitals } from '../watch/index.ts';
import { askedOf, localPath, noParts, whereTo } from './asked.ts';
import { checkGuard, sessionCookie } from './guard.ts';
import type { House } from './house.ts';
import type { Limiter } from './limits.ts';
import { type Asked, page } from './route.ts';
import { send } from './send.ts';

export interface Health {
  readonly look: Look;
  readonly counts: Counts;
  page(vitals: Vitals, asked: Asked): VNode;
}

const pagePath = '/desk/health';

export function mountHealth(app: FastifyInstance, house: House, limit: Limiter): void {
  const { health } = house;
  if (health === undefined) return;

  app.get('/healthz', async (request, reply) => {
    await limit('page', request);
    const { database, load } = await health.look();
    const well = load?.isHeavy ? 'busy: pages that can wait are put off\n' : 'well\n';
    return reply
      .code(database === null ? 200 : 503)
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(database === null ? well : 'the database does not answer\n');
  });

  const inWords = async (request: FastifyRequest, reply: FastifyReply) => {
    await limit('page', request);
    const vitals = await health.look();
    const away = vitals.database !== null;
    if (!away) {
      const cookie = request.cookies[sessionCookie];
      checkGuard({ role: 'staff' }, cookie === undefined ? null : await house.whoIs(cookie));
    }
    const view = health.page(vitals, askedOf(house, request, noParts));
    return send(request, reply, page(view, away ? { status: 503 } : {}));
  };
  for (const locale of locales) app.get(localPath(locale, pagePath), inWords);
  app.get(pagePath, (request, reply) =>
    reply
      .code(303)
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-store')
      .header('location', localPath(whereTo(request).locale, pagePath))
      .send(),
  );
}
