/** The page of a conversation in figures: opened from a file, in both languages, on a phone and on a desk, printed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLine } from '../../src/cli/run.ts';
import { readConfig } from '../../src/platform/config.ts';
import { look, problems, visitor } from '../browser.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upstander-thread-page-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const said = {
  en: {
    here: [
      'This morning on the bus a man kept leaning on me and I asked the driver to stop.',
      'I am so sorry this happened to you. Do you need anything?',
      'Which line was it? The company has to answer for that driver.',
      'My sister was followed on the same bus last month, she still walks home.',
    ],
    away: [
      'Not all men are like that, why do you hate us.',
      'And the traffic in this town, does nobody write about that?',
      'What were you wearing at that hour?',
      'With that tone nobody will listen to you.',
    ],
  },
  ar: {
    here: [
      'النهارده الصبح في الأتوبيس راجل فضل يلزق فيا وطلبت من السواق يقف.',
      'أنا آسفة جدا على اللي حصل. محتاجة أي حاجة؟',
      'كان خط كام؟ الشركة لازم ترد على اللي عمله السواق.',
      'أختي اتمشى وراها في نفس الخط الشهر اللي فات.',
    ],
    away: [
      'مش كل الرجالة كده.',
      'طب ما الستات كمان بتعمل كده.',
      'وانتي كنتي لابسة ايه؟',
      'الكلام بالأسلوب ده محدش هيسمعه.',
    ],
  },
};

async function page(lang: 'en' | 'ar', ...more: string[]): Promise<string> {
  const path = join(folder, `${lang}.jsonl`);
  const { here, away } = said[lang];
  const lines = Array.from({ length: 52 }, (_, n) => {
    const text = (n >= 26 && n % 6 !== 0 ? away : here)[n % 4];
    const time = 1_790_000_000 + n * 240 + Math.max(0, n - 30) * 400;
    return JSON.stringify({
      id: n,
      parent: n === 0 ? null : n % 5 === 0 ? 0 : n - 1,
      author: `p${n % 9}`,
      time,
      text,
    });
  });
  await writeFile(path, lines.join('\n'));
  const out = join(folder, `${lang}${more.length}.html`);
  const code = await runLine(['talk', 'thread', path, '--page', lang, '--out', out, ...more], {
    config: () => readConfig({ UPSTANDER_DATA: join(folder, 'data') }),
    out: () => {},
    screen: { write: () => {} },
    now: () => 0,
  });
  expect(code).toBe(0);
  return pathToFileURL(out).href;
}

for (const lang of ['en', 'ar'] as const) {
  test(`the ${lang} page reads without script, on a phone and on a desk`, async () => {
    const plain = await page(lang);
    const marked = await page(lang, '--quotes', '--reason', 'For the partners who asked');
    for (const [screen, dark] of [
      ['phone', true],
      ['desktop', false],
    ] as const) {
      await using reader = await visitor({ locale: lang, screen, dark });
      for (const [name, url] of [
        ['plain', plain],
        ['quotes', marked],
      ] as const) {
        await reader.page.goto(url);
        const wide = await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
        expect(await problems(reader.page)).toEqual([]);
        expect(reader.complaints).toEqual([]);
        await look(reader.page, `thread-${name}-${lang}-${screen}-${dark ? 'dark' : 'light'}`);
      }
    }
    await using silent = await visitor({ locale: lang, script: false });
    await silent.page.goto(plain);
    expect(await silent.page.locator('h1').count()).toBe(1);
    expect(await silent.page.locator('figure svg[role="img"]').count()).toBe(3);
    const pdf = await silent.page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(10_000);
  }, 90_000);
}
