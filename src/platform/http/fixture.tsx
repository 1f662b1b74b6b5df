/** A house of three rooms for the tests of the front door. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { Type } from 'typebox';
import {
  type House,
  http,
  json,
  type LogEntry,
  page,
  redirect,
  route,
  unbuiltAssets,
  usualAllowances,
} from './index.ts';

export const ines = { id: 'p1', name: 'Ines', roles: ['caseworker'], sessionId: 's1' } as const;

export const routes = [
  route({
    method: 'GET',
    url: '/',
    guard: 'everyone',
    localised: true,
    handle: ({ t }) =>
      page(
        <html lang={t.lang} dir={t.dir}>
          <body>
            {t('web.name')}
            {' '.repeat(900)}
          </body>
        </html>,
      ),
  }),
  route({
    method: 'POST',
    url: '/report/step',
    guard: 'everyone',
    localised: true,
    body: Type.Object({ kind: Type.Optional(Type.Array(Type.String())), words: Type.String() }),
    handle: ({ body, t }) =>
      page(
        <html lang={t.lang}>
          <body>
            {(body.kind ?? []).join('+')}
            {body.words}
          </body>
        </html>,
      ),
  }),
  route({
    method: 'GET',
    url: '/desk',
    guard: { role: 'caseworker' },
    localised: false,
    handle: ({ person }) =>
      page(
        <html lang="en">
          <body>{person?.name}</body>
        </html>,
      ),
  }),
  route({
    method: 'POST',
    url: '/api/reports',
    guard: 'everyone',
    localised: false,
    body: Type.Object({ n: Type.Integer() }),
    handle: ({ body }) => json({ twice: body.n * 2 }, 201),
  }),
  route({
    method: 'POST',
    url: '/sign-in/:token',
    guard: 'everyone',
    localised: false,
    params: Type.Object({ token: Type.String({ maxLength: 100 }) }),
    limit: 'code',
    handle: () => redirect('/desk', { cookies: [{ name: '__Host-session', value: 'cookie-of-ines' }] }),
  }),
  route({
    method: 'GET',
    url: '/broken',
    guard: 'everyone',
    localised: true,
    handle: () => {
      throw new Error('select secret from words');
    },
  }),
  route({
    method: 'POST',
    url: '/broken',
    guard: 'everyone',
    localised: true,
    body: Type.Object({ words: Type.String() }),
    handle: () => {
      throw new Error('select secret from words');
    },
  }),
];

export interface Fixture extends AsyncDisposable {
  readonly app: FastifyInstance;
  readonly logged: LogEntry[];
  /** A POST from our own page. */
  post(
    url: string,
    fields: Record<string, string | string[]>,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
}

export async function fixture(changes: Partial<House> = {}): Promise<Fixture> {
  const logged: LogEntry[] = [];
  const app = await http({
    routes,
    publicUrl: () => 'http://localhost:3000',
    leaveUrl: 'https://weather.example/',
    trustProxy: false,
    demonstration: true,
    organisation: { en: 'Safe Streets', ar: 'شوارع آمنة' },
    clock: { now: () => new Date('2026-11-22T12:00:00Z') },
    log: (entry) => logged.push(entry),
    assets: unbuiltAssets,
    whoIs: async (value) => (value === 'cookie-of-ines' ? ines : null),
    problemPage: (problem, { t }) => (
      <html lang={t.lang}>
        <body>
          {problem.title}
          {problem.help}
          {problem.reference}
          {JSON.stringify(problem.again)}
        </body>
      </html>
    ),
    allowances: usualAllowances,
    ...changes,
  });
  return {
    app,
    logged,
    post: (url, fields, headers = {}) => {
      const body = new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      );
      return app.inject({
        method: 'POST',
        url,
        payload: body.toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: 'http://localhost:3000',
          ...headers,
        },
      });
    },
    [Symbol.asyncDispose]: () => app.close(),
  };
}
