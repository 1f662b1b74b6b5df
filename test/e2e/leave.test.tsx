import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../src/platform/db/index.ts';
import { type Fixture, fixture } from '../../src/platform/http/fixture.tsx';
import { page as answer, readAssets, route } from '../../src/platform/http/index.ts';
import { Page, ProblemPage } from '../../src/web/index.ts';
import { type Visitor, visitor } from '../browser.ts';
import { built } from '../built.ts';

let weather: FastifyInstance;
let elsewhere = '';
let slow = Promise.resolve();
let door: Fixture;
let url = '';

/** A page such as all others are, and a site about the weather that says where its visitor came from. */
beforeAll(async () => {
  weather = fastify();
  weather.get('/', async (request, reply) => {
    await slow;
    return reply.type('text/html').send(`<title>Weather</title><p>${request.headers.referer ?? 'nowhere'}`);
  });
  elsewhere = `${(await weather.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'weather.localhost')}/`;
  const port = await freePort();
  url = `http://localhost:${port}`;
  const home = route({
    method: 'GET',
    url: '/',
    guard: 'everyone',
    localised: true,
    handle: (asked) =>
      answer(
        <Page asked={asked} title="Question 3">
          <input aria-label="words" />
        </Page>,
      ),
  });
  const tell = route({
    method: 'POST',
    url: '/tell',
    guard: 'everyone',
    localised: true,
    handle: (asked) => answer(<Page asked={asked} title="Taken" children={null} />),
  });
  door = await fixture({
    routes: [home, tell],
    publicUrl: () => url,
    leaveUrl: elsewhere,
    assets: readAssets(`${await built()}/assets`, {}),
    problemPage: (problem, asked) => ProblemPage({ problem, asked }),
  });
  await door.app.listen({ port, host: 'localhost' });
});
afterAll(async () => {
  await door?.[Symbol.asyncDispose]();
  await weather?.close();
});

const leave = ({ page }: Visitor) => page.getByRole('link', { name: 'Leave' }).click({ noWaitAfter: true });

test('Leave empties the page at once, even when the way out is slow, and Back does not lead here', async () => {
  await using amal = await visitor();
  const { page } = amal;
  await page.goto('about:blank');
  await page.goto(`${url}/en`);
  const way = Promise.withResolvers<void>();
  slow = way.promise;
  await page.evaluate(() => {
    const told = () => console.log(`${document.body.childElementCount} things left of ${document.title}`);
    new MutationObserver(told).observe(document.body, { childList: true });
  });
  const emptied = page.waitForEvent('console', (message) => message.text() === '0 things left of ');
  await leave(amal);
  await emptied;
  way.resolve();
  await page.waitForURL(elsewhere);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('Leave goes even where another script would ask first', async () => {
  await using amal = await visitor();
  const { page } = amal;
  await page.goto(`${url}/en`);
  await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
  await page.getByLabel('words').fill('it was');
  let questions = 0;
  page.on('dialog', (dialog) => {
    questions++;
    return dialog.accept();
  });
  await leave(amal);
  await page.waitForURL(elsewhere);
  expect(questions).toBe(0);
});

test('Shift pressed three times leaves; typing capital letters does not', async () => {
  await using amal = await visitor();
  const { page } = amal;
  await page.goto(`${url}/ar`);
  for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`);
  expect(page.url()).toBe(`${url}/ar`);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift');
  await page.waitForURL(elsewhere);
});

test('without script Leave is a link that does the same', async () => {
  await using amal = await visitor({ script: false });
  await amal.page.goto(`${url}/en`);
  await leave(amal);
  await amal.page.waitForURL(elsewhere);
});

test('what this site kept in the browser is gone, and the next site learns nothing of it', async () => {
  await using amal = await visitor();
  const { page } = amal;
  await page.goto(`${url}/en`);
  await page.evaluate(() => localStorage.setItem('kept', 'yes'));
  const asked: string[] = [];
  page.on('request', (request) =>
    asked.push(`${request.method()} ${request.url()}${request.postData() ?? ''}`),
  );
  await leave(amal);
  await page.waitForURL(elsewhere);
  expect(asked.filter((request) => !request.includes('favicon'))).toEqual([
    `GET ${url}/leave`,
    `GET ${elsewhere}`,
  ]);
  expect(await page.textContent('p')).toBe('nowhere');
  await page.goto(`${url}/en`);
  expect(await page.evaluate(() => localStorage.getItem('kept'))).toBeNull();
});

test('the page runs no script but its own, and no other site may frame it or post to it', async () => {
  await using amal = await visitor();
  const { page, complaints } = amal;
  await page.goto(`${url}/en`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken"';
    document.body.append(script);
  });
  expect(await page.title()).toBe('Question 3');
  expect(complaints.join()).toContain('Content Security Policy');

  await page.goto(elsewhere);
  await page.evaluate(async (address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
  }, `${url}/en`);
  expect(complaints.join()).toContain('frame-ancestors');
  await page.evaluate((address) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = address;
    document.body.append(form);
    form.submit();
  }, `${url}/en/tell`);
  await page.waitForURL(`${url}/en/tell`);
  expect(await page.textContent('h1')).toBe('This did not come from our page');
});
