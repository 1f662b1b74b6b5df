/** Noor stands with those who told: one tap, without script, and nothing that could be counted from outside. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { type Invented, inventAsks } from '../../../test/invented.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { translate } from '../../platform/i18n/index.ts';
import { sentences } from './model.ts';
import type { StandTables } from './store.ts';

let here: TestWorld;
let asks: Invented[];
beforeAll(async () => {
  here = await world({ keeps: true, staging: { allowances: 'none' } });
  asks = await inventAsks(here);
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const of = (standing: string) => asks.find((ask) => ask.standing === standing)?.id ?? '';
const rows = () => here.database.db.withTables<StandTables>().selectFrom('stand').selectAll().execute();
const tap = (ask: string, sentence: string, locale = 'en') =>
  browse(here).post(`/${locale}/asks/${ask}/stand`, { sentence });

describe('one tap', () => {
  test('six sentences stand on the page, each a button, in both languages', async () => {
    for (const locale of ['en', 'ar'] as const) {
      const { text } = await browse(here).get(`/${locale}/asks/${of('waiting')}`);
      const t = translate(locale);
      expect(text.match(/name="sentence"/g)).toHaveLength(6);
      for (const sentence of sentences) expect(text).toContain(t(`public.stand.${sentence}`));
      expect(text).not.toMatch(/<textarea|type="(text|email|tel)"/);
    }
  });

  test('is one more of that sentence in this month, and leads to thanks without a cookie', async () => {
    const first = await tap(of('waiting'), 'believe', 'ar');
    expect([first.status, first.headers.location]).toEqual([303, `/ar/asks/${of('waiting')}/stood`]);
    expect(first.headers['set-cookie']).toBeUndefined();
    await tap(of('waiting'), 'believe');
    const month = here.clock.now().toISOString().slice(0, 7);
    expect(await rows()).toEqual([{ ask: of('waiting'), month, sentence: 'believe', count: 2 }]);
  });

  test('changes no page', async () => {
    const paths = [
      `/en/asks/${of('waiting')}`,
      `/en/asks/${of('waiting')}/stood`,
      '/en/answers',
      '/api/v1/asks',
    ];
    const pages = async () => Promise.all(paths.map(async (path) => (await browse(here).get(path)).text));
    const before = await pages();
    await tap(of('waiting'), 'beside');
    await here.settle();
    expect(await pages()).toEqual(before);
  });

  test('on a sentence of one’s own, or an ask nobody knows, is refused and not counted', async () => {
    const before = await rows();
    expect((await tap(of('waiting'), 'Shame on them')).status).toBe(422);
    expect((await tap('nosuchask0000000', 'believe')).status).toBe(404);
    expect(await rows()).toEqual(before);
  });

  test('forty at once lose none', async () => {
    await Promise.all(Array.from({ length: 40 }, () => tap(of('silent'), 'waiting')));
    expect((await rows()).find(({ ask }) => ask === of('silent'))?.count).toBe(40);
  });
});

test('no sentence asks for anything against anybody, and none says who did it', () => {
  for (const locale of ['en', 'ar'] as const) {
    const t = translate(locale);
    for (const sentence of sentences) {
      expect(t(`public.stand.${sentence}`)).not.toMatch(
        /punish|prison|shame|fire[ds]?\b|guilty|fault|hit|beat|عقاب|سجن|عار|فصل|مذنب|ضرب|فضح/i,
      );
    }
  }
});
