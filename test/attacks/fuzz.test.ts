/** Whatever anybody sends to whichever route, it is never answered with 500. Seeded, bounded. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rooms } from '../../src/app.ts';
import type { Route } from '../../src/platform/http/index.ts';
import { type Browser, browse } from '../browse.ts';
import { amalTells, type Cast, cast } from '../cast.ts';
import { type TestWorld, world } from '../world.ts';

let here: TestWorld;
let people: Cast;
let known: string;
beforeAll(async () => {
  here = await world({ staging: { allowances: 'none', patience: { ms: 0, most: 100 } } });
  people = await cast(here);
  known = (await amalTells(here)).id;
  await here.settle();
});
afterAll(() => here[Symbol.asyncDispose]());

const strange = [
  '',
  '0',
  '-1',
  '\u0000',
  "' or 1=1 --",
  '../../etc/passwd',
  '‮',
  'ﷺ'.repeat(50),
  '8'.repeat(2_000),
];
const text = () =>
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(...strange, known));
const json = () =>
  fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.dictionary(
      fc.constantFrom(
        'report',
        'lookup',
        'number',
        'body',
        'signature',
        'consents',
        'entry',
        'reader',
        'wraps',
      ),
      fc.oneof(text(), fc.integer(), fc.jsonValue({ maxDepth: 2 })),
      { maxKeys: 6 },
    ),
    fc.record({
      report: fc.constant(known),
      number: fc.integer(),
      body: text(),
      reason: text(),
      until: text(),
    }),
  );
const form = () =>
  fc.dictionary(fc.oneof(fc.constantFrom('state', 'go', 'code', 'do', 'where', 'kinds'), text()), text(), {
    maxKeys: 6,
  });

/** A route's URL with something in the place of each parameter. */
const filled = (route: Route, values: readonly string[]) =>
  (route.localised ? '/en' : '') +
  route.url.replace(/:\w+/g, () => encodeURIComponent(values[0] ?? known) || '-');

async function ask(who: Browser, route: Route, given: { values: string[]; body: unknown }): Promise<number> {
  const path = filled(route, given.values);
  const answer =
    route.method === 'GET'
      ? await who.get(`${path}?${new URLSearchParams({ q: given.values[0] ?? '' })}`)
      : await who.post(path, given.body as object);
  return answer.status;
}

const runs = { numRuns: 12, seed: 20261122, endOnFailure: true };

test('every route, asked by anybody and by everybody who works here', async () => {
  const askers = [browse(here), await people.as(people.ines), await people.as(people.salma)];
  const dangerous = /\/(lock|sign-out|sessions\/end)$/;
  const routes = rooms(here).routes.filter(({ url }) => !dangerous.test(url));
  expect(routes.length).toBeGreaterThan(40);
  const isJson = (url: string) => /^\/(desk\/)?api\//.test(url);
  for (const route of routes) {
    const given = fc.record({
      values: fc.array(text(), { minLength: 1, maxLength: 2 }),
      body: isJson(route.url) ? json() : form(),
    });
    await fc.assert(
      fc.asyncProperty(given, fc.constantFrom(...askers), async (sent, who) => {
        const status = await ask(who, route, sent);
        if (status === 500) throw new Error(`${route.method} ${route.url} answered 500`);
      }),
      runs,
    );
  }
}, 240_000);
