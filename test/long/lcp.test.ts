/**
 * P7: the largest thing on the first pages stands within 2.5 s at 400 kbit/s with 400 ms round trips, on an empty cache.
 * Measured in a browser, best of three, since the machine is shared and only too slow is a finding.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, city } from '../e2e/amal.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

async function largest(path: string): Promise<number> {
  await using amal = await town.phone();
  const { page, context } = amal;
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 400_000 / 8,
  });
  await page.goto(town.url + path, { waitUntil: 'load' });
  return await page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
}

test.each(['/en', '/ar', '/en/report', '/en/report/tell', '/ar/report/tell', '/en/seen', '/en/need'])(
  '%s',
  async (path) => {
    const times = [await largest(path), await largest(path), await largest(path)];
    console.log(`${path}: ${times.map((ms) => `${Math.round(ms)} ms`).join(', ')}`);
    expect(Math.min(...times)).toBeLessThanOrEqual(2_500);
  },
  60_000,
);
