/**
 * Draws docs/picture.png: three screens of a running demonstration side by side. `npm start` first, then
 * `npx node scripts/picture.mjs` with the same PORT; it tells one invented report. Wait until the asks are there.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/browser/launch.ts';
import { root } from './lib/house.mjs';

const at = `http://localhost:${process.env.PORT ?? 3000}`;
const gap = 32;
/** Each screen as large as it is drawn, in CSS pixels of the picture; `wide` is the width the page believes in. */
const phone = { width: 304, height: 640, wide: 360 };
const wide = { width: 1600 - 2 * phone.width - 4 * gap, height: phone.height, wide: 1120 };

const browser = await launchBrowser();

async function page({ width, height, wide }) {
  const context = await browser.newContext({
    viewport: { width: wide, height: Math.round((height * wide) / width) },
    deviceScaleFactor: width / wide,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

async function shot(page) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.screenshot();
}

/** A question and, at the end of the telling, the code. */
async function told() {
  const here = await page(phone);
  const on = (name) => here.locator(`[data-panel="${name}"]`).waitFor({ state: 'visible' });
  const go = () => here.locator('[data-go="continue"]:visible').click();
  const answer = (name, value) => here.locator(`input[name="${name}"][value="${value}"]:visible`).check();
  const one = async (name, value) => {
    await on(name);
    await answer(name, value);
    await go();
  };
  await here.goto(`${at}/en/report`);
  await here.locator('form[data-start] button').click();
  await on('safe');
  await go();
  await one('who', 'me');
  await one('age', 'adult');
  await on('kinds');
  await answer('kinds', 'followed');
  await answer('kinds', 'blocked');
  const question = await shot(here);
  await go();
  await one('soon', 'no');
  await one('helped', 'nobody_did');
  await one('where', 'unknown');
  for (const name of ['when', 'words', 'person']) {
    await on(name);
    await here.locator('[data-go="skip"]:visible').click();
  }
  await on('wishes');
  await go();
  await on('check');
  await here.locator('[data-send]:visible').click();
  await here.locator('[data-code] li').first().waitFor();
  return { question, receipt: await shot(here) };
}

/** What everybody can see. */
async function answered() {
  const here = await page(wide);
  await here.goto(`${at}/en/answers`);
  return shot(here);
}

const { question, receipt } = await told();
const screens = [
  [question, phone],
  [receipt, phone],
  [await answered(), wide],
];
const drawn = screens
  .map(
    ([image, { width, height }]) =>
      `<img width="${width}" height="${height}" src="data:image/png;base64,${image.toString('base64')}">`,
  )
  .join('');
const sheet = await browser.newPage({ viewport: { width: 1600, height: phone.height + 2 * gap } });
await sheet.setContent(`<style>
  body { margin: 0; padding: ${gap}px; display: flex; gap: ${gap}px; background: #fbfaf7 }
  img { border-radius: 8px; outline: 1px solid #d9d5cb }
</style>${drawn}`);
writeFileSync(join(root, 'docs/picture.png'), await sheet.screenshot());
await browser.close();
