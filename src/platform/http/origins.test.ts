/** A route may be asked from pages elsewhere, if it says from which. */
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { fixture } from './fixture.tsx';
import { json, route } from './index.ts';

const forum = 'https://forum.example';
const open = route({
  method: 'POST',
  url: '/api/count',
  guard: 'everyone',
  localised: false,
  origins: () => [forum],
  body: Type.Object({ what: Type.String() }),
  handle: ({ body }) => json(body),
});
const closed = route({
  method: 'POST',
  url: '/api/other',
  guard: 'everyone',
  localised: false,
  handle: () => json({}),
});

test.each([
  ['/api/count', forum, 200, forum],
  ['/api/count', 'http://localhost:3000', 200, undefined],
  ['/api/count', 'https://forum.example:444', 403, undefined],
  ['/api/count', 'https://elsewhere.example', 403, undefined],
  ['/api/count', 'null', 403, undefined],
  ['/api/other', forum, 403, undefined],
])('%s from %s', async (url, origin, status, allowed) => {
  await using door = await fixture({ routes: [open, closed] });
  const answer = await door.post(url, { what: 'one' }, { origin });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['access-control-allow-origin']).toBe(allowed);
  expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
});
