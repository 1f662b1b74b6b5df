import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { city, inventAsk } from '../../../test/invented.ts';
import { type TestWorld, world } from '../../../test/world.ts';

const id = 'k'.repeat(16);
let here: TestWorld;
let url: string;
beforeAll(async () => {
  here = await world({ keeps: true, staging: { allowances: 'none' } });
  await city(here);
  await inventAsk(here, { id, body: 'zaytara-trams', about: { place: 'tram-1' }, standing: 'waiting' });
  await here.settle();
  url = await here.listen();
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const paths = [
  '/en/answers',
  '/ar/answers',
  `/en/asks/${id}`,
  '/en/answers/feed.atom',
  '/api/v1/asks',
  '/en/areas',
];
const ask = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });

test.each(paths)('%s: what is kept is sent as the front door sends it, headers and all', async (path) => {
  const headers = { 'accept-encoding': 'br' };
  const first = await here.app.inject({ url: path, headers });
  const second = await ask(path, headers);
  expect(second.status).toBe(200);
  const { date: _, connection: __, ...own } = first.headers;
  for (const [name, value] of Object.entries(own))
    expect([name, second.headers.get(name)]).toEqual([name, String(value)]);
  const plain = await (await ask(path, { 'accept-encoding': 'identity' })).text();
  expect(await second.text()).toBe(plain);
});

it('is not sent again to whoever has it, until something changes', async () => {
  const first = await ask('/en/answers');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^"[0-9a-f]{32}/);
  const again = await ask('/en/answers', { 'if-none-match': tag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");

  await inventAsk(here, {
    id: 'm'.repeat(16),
    body: 'harbour-ferries',
    about: { place: 'ferry' },
    standing: 'late',
  });
  await here.settle();
  const changed = await ask('/en/answers', { 'if-none-match': tag });
  expect(changed.status).toBe(200);
  expect(await changed.text()).toContain('Harbour Ferries');
});

it('says what day it is', async () => {
  await ask(`/en/asks/${id}`);
  here.clock.pass({ days: 1 });
  expect(await (await ask(`/en/asks/${id}`)).text()).toContain('23 November 2026, today');
});

it('may be found by search engines only where it is real', async () => {
  expect((await ask('/en/answers')).headers.get('x-robots-tag')).toBe('noindex');
  await using real = await world({ kind: 'real' });
  expect((await browse(real).get('/en/answers')).headers['x-robots-tag']).toBe('all');
  expect((await browse(real).get('/en/help')).headers['x-robots-tag']).toBe('noindex');
});
