import type { FastifyRequest } from 'fastify';
import { isLocale, type Locale, negotiate, translate } from '../i18n/index.ts';
import type { House } from './house.ts';
import type { Asked, Person, SentFile, Signed } from './route.ts';

/** '/report' in a locale: '/ar-f/report'; '/' is '/ar-f'. */
export function localPath(locale: Locale, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** The locale a path begins with, else what the browser asks for; and the path without it. */
export function whereTo(request: FastifyRequest): { locale: Locale; path: string } {
  const path = request.url.split('?', 1)[0] ?? '/';
  const first = path.split('/', 2)[1] ?? '';
  if (isLocale(first)) return { locale: first, path: path.slice(first.length + 1) || '/' };
  return { locale: negotiate(request.headers['accept-language']), path };
}

function cookies(request: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.cookies ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

export interface Parts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly files: readonly SentFile[];
  readonly signed: Signed | null;
  readonly person: Person | null;
}

export const noParts: Parts = { params: {}, query: {}, body: {}, files: [], signed: null, person: null };

/** The request as a room sees it. */
export function askedOf(house: House, request: FastifyRequest, parts: Parts): Asked {
  const { locale, path } = whereTo(request);
  return {
    ...parts,
    locale,
    path,
    t: translate(locale),
    clock: house.clock,
    cookies: cookies(request),
    demonstration: house.demonstration,
    organisation: house.organisation,
    link: (to) => localPath(locale, to),
    asset: (name) => house.assets.url(name),
  };
}
