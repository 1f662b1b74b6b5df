import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { type Invented, inventAsks } from '../../../test/invented.ts';
import { type TestWorld, world } from '../../../test/world.ts';

let here: TestWorld;
let asks: Invented[];
beforeAll(async () => {
  here = await world({ staging: { allowances: 'none' } });
  asks = await inventAsks(here);
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const get = async (path: string) => {
  const { status, text } = await browse(here).get(path);
  expect([path, status]).toEqual([path, 200]);
  return text;
};
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test.each(['en', 'ar', 'ar-f', 'ar-m'])('every public page is there (%s)', async (locale) => {
  for (const page of [
    'answers',
    'areas',
    'corrections',
    'answers/zaytara-trams',
    'areas/old-harbour',
    'areas/weavers',
  ])
    await get(`/${locale}/${page}`);
  for (const { id } of asks) await get(`/${locale}/asks/${id}`);
});

describe('who answers', () => {
  it('has a row for whom we asked ten times and sentences for the others, most confirmed first', async () => {
    const html = await get('/en/answers');
    const table = html.slice(html.indexOf('<table'), html.indexOf('</table>'));
    expect(table).toContain('Zaytara Trams and Buses');
    expect(table).not.toContain('Harbour Ferries');
    expect(plain(html)).toContain('Harbour Ferries');
    expect(plain(html)).toContain('Asked 3 times.');
  });

  it('has ourselves in it', async () => {
    expect(plain(await get('/en/answers'))).toContain('We ourselves: Door of the City');
  });
});
