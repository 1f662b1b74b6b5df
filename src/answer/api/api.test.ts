import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { type Invented, inventAsks } from '../../../test/invented.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { described } from './openapi.ts';

let here: TestWorld;
let asks: Invented[];
beforeAll(async () => {
  here = await world({ staging: { allowances: 'none' } });
  asks = await inventAsks(here);
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const get = async (path: string) => {
  const heard = await browse(here).get(path);
  expect([path, heard.status]).toEqual([path, 200]);
  return heard.json();
};

test.each(described)('$path answers what it says it answers', async ({ path, shape }) => {
  const ids = path.includes('{id}') ? asks.map(({ id }) => id) : [''];
  const check = Compile(shape);
  for (const id of ids) {
    const answer = await get(path.replace('{id}', id));
    expect([...check.Errors(answer)].map(({ instancePath }) => instancePath)).toEqual([]);
  }
});

it('describes itself as OpenAPI 3.1, and every shape it names is there', async () => {
  const document = await get('/api/v1/openapi.json');
  expect(document.openapi).toBe('3.1.0');
  const named = [...JSON.stringify(document.paths).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
    ([, name]) => name,
  );
  const { schemas } = document.components as { schemas: Record<string, { type: string }> };
  expect(new Set(named)).toEqual(new Set(Object.keys(schemas)));
  for (const schema of Object.values(schemas)) expect(schema.type).toBe('object');
  expect(Object.keys(document.paths as object)).toEqual(described.map(({ path }) => path));
});

it('tells no more of an ask than its page', async () => {
  const { asks: told } = await get('/api/v1/asks');
  expect(JSON.stringify(told)).not.toMatch(/ines|version|madeBy|secondBy|report/i);
});

it('refuses in words what is not there', async () => {
  const heard = await browse(here).get('/api/v1/asks/none');
  expect(heard.status).toBe(404);
  expect(heard.json()).toMatchObject({ code: 'not_found' });
});
