import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, type Visitor, visitor } from '../browser.ts';
import { type TestWorld, world } from '../world.ts';

const weather = 'https://weather.example/';
let here: TestWorld;
let url = '';

beforeAll(async () => {
  here = await world({ browsers: true, env: { LEAVE_URL: weather } });
  url = await here.listen();
});
afterAll(async () => here?.[Symbol.asyncDispose]());

/** Somebody whose internet holds one page of weather besides us. */
async function somebody(script = true): Promise<Visitor> {
  const person = await visitor({ script });
  await person.context.route(`${weather}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>Sunny' }),
  );
  return person;
}

test('Leave empties the page at once, even when the way out is slow, and Back does not lead here', async () => {
  await using amal = await somebody();
  const { page, context } = amal;
  await page.goto('about:blank');
  await page.goto(`${url}/en`);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await context.route('**/leave', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Leave' }).click({ noWaitAfter: true });
  await until(page, () => document.body.childElementCount === 0 && document.title === '');
  letGo();
  await page.waitForURL(weather);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('Shift pressed three times leaves; typing a capital letter does not', async () => {
  await using amal = await somebody();
  const { page } = amal;
  await page.goto(`${url}/ar`);
  await page.keyboard.press('Shift+A');
  await page.keyboard.press('Shift+B');
  await page.keyboard.press('Shift+C');
  expect(page.url()).toBe(`${url}/ar`);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift');
  await page.waitForURL(weather);
});

test('without script Leave is a link that does the same', async () => {
  await using amal = await somebody(false);
  await amal.page.goto(`${url}/en`);
  await amal.page.getByRole('link', { name: 'Leave' }).click();
  await amal.page.waitForURL(weather);
});

test('what this site kept in the browser is gone after Leave', async () => {
  await using amal = await somebody();
  const { page } = amal;
  await page.goto(`${url}/en`);
  await page.evaluate(() => localStorage.setItem('kept', 'yes'));
  await page.getByRole('link', { name: 'Leave' }).click();
  await page.waitForURL(weather);
  await page.goto(`${url}/en`);
  expect(await page.evaluate(() => localStorage.getItem('kept'))).toBeNull();
});

test('Leave asks for one address and sends nothing along', async () => {
  await using amal = await somebody();
  const { page } = amal;
  await page.goto(`${url}/en/help`);
  const asked: { url: string; referer: string | undefined }[] = [];
  page.on('request', (request) => asked.push({ url: request.url(), referer: request.headers().referer }));
  await page.getByRole('link', { name: 'Leave' }).click();
  await page.waitForURL(weather);
  expect(asked.map((request) => request.url)).toEqual([`${url}/leave`, weather]);
  expect(asked[1]?.referer).toBeUndefined();
});

test('the page runs no script but its own, and no other site may frame it or post to it', async () => {
  await using amal = await somebody();
  const { page, complaints } = amal;
  await page.goto(`${url}/en`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken"';
    document.body.append(script);
  });
  expect(await page.title()).not.toBe('taken');
  expect(complaints.join()).toContain('Content Security Policy');

  await page.goto(weather);
  const framed = await page.evaluate(async (address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    return frame.contentDocument === null || frame.contentDocument.body.childElementCount === 0;
  }, `${url}/en`);
  expect(framed).toBe(true);
  await page.evaluate((address) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = address;
    document.body.append(form);
    form.submit();
  }, `${url}/en/back`);
  await page.waitForURL(`${url}/en/back`);
  expect(await page.textContent('h1')).toBe('This did not come from our page');
});
