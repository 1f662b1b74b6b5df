/** The public interface: JSON, kept like pages. */
import { Type } from 'typebox';
import { type Asked, kept, type Made, type Route, route } from '../../platform/http/index.ts';
import type { Book } from '../pages/book.ts';
import type { PublicDeps } from '../pages/deps.ts';
import { askIn, bookOf } from '../pages/routes.tsx';
import { areasAnswer, asksAnswer, bodiesAnswer, oneAskAnswer } from './answers.ts';
import { openapi } from './openapi.ts';

const OfAsk = Type.Object({ id: Type.String({ pattern: '^[a-zA-Z0-9_-]{1,64}$' }) });

export function apiRoutes(deps: PublicDeps): Route[] {
  const open = { method: 'GET', guard: 'everyone', localised: false } as const;
  const tell = async (asked: Asked, make: (book: Book, site: string) => unknown) =>
    kept(
      await deps.shelf.keep(
        asked.path,
        async (): Promise<Made> => ({
          content: JSON.stringify(make(await bookOf(deps), deps.publicUrl())),
          type: 'application/json; charset=utf-8',
          // Anybody's page may read it: it is public, and says the same to everybody.
          headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
        }),
      ),
    );
  return [
    route({ ...open, url: '/api/v1/bodies', handle: (asked) => tell(asked, bodiesAnswer) }),
    route({ ...open, url: '/api/v1/asks', handle: (asked) => tell(asked, asksAnswer) }),
    route({
      ...open,
      url: '/api/v1/asks/:id',
      params: OfAsk,
      handle: (asked) => tell(asked, (book, site) => oneAskAnswer(book, askIn(book, asked.params.id), site)),
    }),
    route({ ...open, url: '/api/v1/areas', handle: (asked) => tell(asked, areasAnswer) }),
    route({
      ...open,
      url: '/api/v1/openapi.json',
      handle: (asked) => tell(asked, (_, site) => openapi(site, deps.installation.name.en)),
    }),
  ];
}
