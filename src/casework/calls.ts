/**
 * Calls of the desk under one guard: JSON in, JSON out. What one person may see stands beside what they sent, so no
 * answer is compressed.
 */
import type { Static, TSchema } from 'typebox';
import { type Asked, type Guard, json, type Person, type Route, route } from '../platform/http/index.ts';
import { here } from './access/routes.ts';

type Url = `/desk/api/${string}`;

export interface Calls {
  get<P extends TSchema>(
    url: Url,
    params: P,
    answer: (person: Person, params: Static<P>) => Promise<unknown>,
  ): Route;
  /** Nothing to say is {}. */
  post<B extends TSchema>(
    url: Url,
    body: B,
    answer: (person: Person, body: Static<B>, asked: Pick<Asked, 't'>) => Promise<unknown>,
  ): Route;
}

export const callsFor = (guard: Guard): Calls => ({
  get: (url, params, answer) =>
    route({
      method: 'GET',
      url,
      guard,
      localised: false,
      params,
      handle: async (asked) =>
        json(await answer(here(asked.person), asked.params as Parameters<typeof answer>[1]), {
          secret: true,
        }),
    }),
  post: (url, body, answer) =>
    route({
      method: 'POST',
      url,
      guard,
      localised: false,
      body,
      handle: async (asked) =>
        json((await answer(here(asked.person), asked.body as Parameters<typeof answer>[1], asked)) ?? {}, {
          secret: true,
        }),
    }),
});
