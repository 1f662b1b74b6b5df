import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { passkeyDevice, problems, visitor } from '../browser.ts';
import { trueTypeOf } from './woff2.ts';

async function inkOf(page: Awaited<ReturnType<typeof visitor>>['page'], text: string): Promise<number> {
  await page.setContent(`<body style="margin:0;font:40px sans-serif">${text}`);
  const blank = await page.screenshot();
  return blank.length;
}

test('Arabic is drawn, also where the page brings no font', async () => {
  await using amal = await visitor({ locale: 'ar' });
  const nothing = await inkOf(amal.page, '');
  const latin = await inkOf(amal.page, 'report');
  const arabic = await inkOf(amal.page, 'حكاية');
  expect(latin).toBeGreaterThan(nothing);
  expect(arabic).toBeGreaterThan(nothing);
});

test('a font loses nothing on its way to TrueType', () => {
  const files = 'node_modules/@fontsource-variable/readex-pro/files';
  const font = trueTypeOf(readFileSync(`${files}/readex-pro-arabic-wght-normal.woff2`));
  const tags = Array.from({ length: font.readUInt16BE(4) }, (_, i) =>
    font.toString('latin1', 12 + i * 16, 16 + i * 16),
  );
  expect(tags).toEqual(tags.toSorted());
  expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca', 'GSUB']));
});

test('two people have two browsers as far as they can tell, and scripts can be off', async () => {
  await using amal = await visitor({ script: false });
  await using noor = await visitor({ dark: true, screen: 'desktop' });
  const page = 'data:text/html,<p id=p>off</p><script>p.textContent="on"</script>';
  await amal.page.goto(page);
  await noor.page.goto(page);
  expect(await amal.page.textContent('p')).toBe('off');
  expect(await noor.page.textContent('p')).toBe('on');
  expect(await noor.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
});

test('axe finds what is wrong', async () => {
  await using amal = await visitor();
  await amal.page.setContent('<html lang=en><title>t</title><main><h1>t</h1><img src=x></main>');
  expect(await problems(amal.page)).toEqual(['image-alt: img']);
});

test('a passkey device can be plugged in', async () => {
  await using ines = await visitor({ screen: 'desktop' });
  await passkeyDevice(ines);
  await ines.page.goto('data:text/html,');
  expect(ines.complaints).toEqual([]);
});
