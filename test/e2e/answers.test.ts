/** The public side as people see it: both languages, phone and desktop, light and dark, with and without script. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, problems, visitor } from '../browser.ts';
import { type Invented, inventAsks } from '../invented.ts';
import { type TestWorld, world } from '../world.ts';

let here: TestWorld;
let url: string;
let asks: Invented[];
beforeAll(async () => {
  here = await world({ browsers: true, keeps: true, staging: { allowances: 'none' } });
  asks = await inventAsks(here);
  url = await here.listen();
}, 120_000);
afterAll(() => here[Symbol.asyncDispose]());

const of = (standing: string) => asks.find((ask) => ask.standing === standing)?.id ?? '';

const pages = () =>
  ({
    home: '',
    answers: '/answers',
    body: '/answers/zaytara-trams',
    silent: `/asks/${of('silent')}`,
    confirmed: `/asks/${of('confirmed')}`,
    promised: `/asks/${of('promised')}`,
    letter: `/asks/${of('late')}/letter`,
    areas: '/areas',
    area: '/areas/old-harbour',
    nobody: '/areas/orchards',
    corrections: '/corrections',
  }) as const;

test.each([
  ['en', 'phone', false],
  ['ar', 'phone', true],
  ['en', 'desktop', true],
  ['ar', 'desktop', false],
] as const)(
  'nothing stands in anybody’s way (%s, %s, dark: %s)',
  async (locale, screen, dark) => {
    await using noor = await visitor({ locale, screen, dark });
    for (const [name, path] of Object.entries(pages())) {
      await noor.page.goto(`${url}/${locale}${path}`);
      expect([name, await problems(noor.page)]).toEqual([name, []]);
      const wider = await noor.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([name, wider]).toEqual([name, 0]);
      await look(noor.page, `answers-${name}-${locale}-${screen}-${dark ? 'dark' : 'light'}`);
    }
    expect(noor.complaints).toEqual([]);
  },
  120_000,
);
