/**
 * Draws src/web/static/icon-192.png and icon-512.png: the mark on paper, to the edge, and within the circle that is left when
 * a phone cuts an icon to its own shape. Run it when the mark changes, commit both.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/browser/launch.ts';
import { root } from './lib/house.mjs';

/** Of the mark in the bar: its strokes, with room on all sides. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 40 40">
  <path d="M-4-4h40v40h-40z" fill="#fbfaf7"/>
  <path d="M11 11.5V27M21 5v22" fill="none" stroke="#17545f" stroke-width="4.5" stroke-linecap="round"/>
</svg>`;

const browser = await launchBrowser();
for (const size of [192, 512]) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: 'light' });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${mark}`);
  writeFileSync(join(root, `src/web/static/icon-${size}.png`), await page.screenshot());
}
await browser.close();
