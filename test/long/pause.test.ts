/** The pause before posting, in real browsers: on our page to try it, and in somebody else's form. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, problems, type Visitor, visitor } from '../browser.ts';
import { talkCounts } from '../talk-counts.ts';
import { type TestWorld, world } from '../world.ts';

const said = {
  en: 'That is awful. But not all men are like that. Sorry.',
  ar: 'ده شيء بشع. بس مش كل الرجالة كده. آسف.',
};
const wayOut = {
  en: { send: 'Send as it is', not: 'That is not what I meant', back: 'Put my words back' },
  ar: { send: 'إرسال كما هو', not: 'ليس هذا ما قصدته', back: 'إعادة كلامي' },
};

let here: TestWorld;
let url: string;
/** Somebody else's comment page, with a policy of its own. */
let forum: Server;
let forumUrl: string;

beforeAll(async () => {
  forum = createServer((_, response) => {
    const policy = `default-src 'none'; script-src ${url}; connect-src ${url}; form-action 'self'`;
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(`<!doctype html><html lang="en"><title>Forum</title>
      <script type="module" src="${url}/reconsider.js"></script>
      <form action="/posted"><upstander-reconsider thread="t1"><label>Comment <textarea name="c"></textarea></label>
      <button>Post</button></upstander-reconsider></form></html>`);
  });
  await new Promise<void>((listening) => forum.listen(0, '127.0.0.1', listening));
  forumUrl = `http://127.0.0.1:${(forum.address() as AddressInfo).port}`;
  here = await world({
    now: '2026-11-22T10:00:00Z',
    browsers: true,
    env: { TALK_SITES: `http://localhost:${(forum.address() as AddressInfo).port}` },
    staging: { allowances: 'none' },
  });
  forumUrl = forumUrl.replace('127.0.0.1', 'localhost');
  url = await here.listen();
}, 120_000);
afterAll(async () => {
  forum.close();
  await here?.[Symbol.asyncDispose]();
});

const panel = (page: Page) => page.locator('.pause');
const write = async (page: Page, text: string) => {
  await page.locator('textarea').first().click();
  await page.keyboard.insertText(text);
};
const counts = () => talkCounts(here.database.db);

describe.each(['en', 'ar'] as const)('the pause (%s)', (locale) => {
  const words = wayOut[locale];

  test('asks once, with the words marked, a reason and two gentler ways; all of it by keyboard', async () => {
    await using noor = await visitor({ locale });
    const { page } = noor;
    const asked: Request[] = [];
    page.on('request', (request) => asked.push(request));
    await page.goto(`${url}/${locale}/talk/pause`);
    await look(page, `talk-pause-${locale}-phone`);
    expect(asked.some((request) => request.url().includes('talk-'))).toBe(false);
    await write(page, said[locale]);
    await panel(page).waitFor();
    expect(await page.locator('.pause mark').textContent()).toContain(
      locale === 'en' ? 'not all men' : 'مش كل',
    );
    expect(await page.locator('.pause .take').count()).toBe(2);
    expect(await problems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await look(page, `talk-pause-asked-${locale}-phone`);
    // field, Send, then the panel in its order
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const taken = await page.locator('textarea').inputValue();
    expect(taken).not.toContain(locale === 'en' ? 'not all men' : 'مش كل');
    expect(taken.startsWith(said[locale].split('. ')[0] ?? '')).toBe(true);
    await look(page, `talk-pause-taken-${locale}-phone`);
    await page.getByRole('button', { name: words.back }).click();
    expect(await page.locator('textarea').inputValue()).toBe(said[locale]);
    await page.waitForTimeout(1600);
    expect(await page.locator('.pause .take').count()).toBe(0);
    expect(asked.filter((request) => request.method() === 'POST')).toEqual([]);
    expect(noor.complaints).toEqual([]);
  }, 60_000);

  test('"Send as it is" sends, and "not what I meant" ends it for this conversation', async () => {
    await using noor = await visitor({ locale, dark: true });
    const { page } = noor;
    await page.goto(`${url}/${locale}/talk/pause`);
    await write(page, said[locale]);
    await panel(page).waitFor();
    await look(page, `talk-pause-asked-${locale}-phone-dark`);
    await page.getByRole('button', { name: words.send }).click();
    await page.waitForURL(`**/${locale}/talk/pause`);
    await page.locator('h1').waitFor();
    await page.goto(`${url}/${locale}/talk/pause`);
    await write(page, said[locale]);
    await page.getByRole('button', { name: words.not }).click();
    await page.goto(`${url}/${locale}/talk/pause`);
    await write(page, said[locale]);
    await page.waitForTimeout(2500);
    expect(await panel(page).isVisible()).toBe(false);
    expect(await problems(page)).toEqual([]);
  }, 60_000);

  test('whoever goes on writing is not disturbed: no letter is lost and the cursor stays', async () => {
    await using noor = await visitor({ locale, screen: 'desktop', dark: locale === 'en' });
    const { page } = noor;
    const more = { en: ' And I mean it, all of it.', ar: ' وأقصد كل كلمة.' }[locale];
    await page.goto(`${url}/${locale}/talk/pause`);
    await page.locator('textarea').click();
    await page.keyboard.type(said[locale], { delay: 15 });
    await panel(page).waitFor();
    await page.keyboard.type(more, { delay: 15 });
    expect(await page.locator('textarea').inputValue()).toBe(said[locale] + more);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await look(page, `talk-pause-asked-${locale}-desktop`);
    // what it was about is gone: so is the question
    await page.locator('textarea').fill({ en: 'Which line?', ar: 'أي خط؟' }[locale]);
    await expect.poll(() => panel(page).isVisible()).toBe(false);
  }, 60_000);

  test('without script the form simply works', async () => {
    await using noor = await visitor({ locale, script: false });
    const { page } = noor;
    await page.goto(`${url}/${locale}/talk/pause`);
    await page.locator('textarea').fill(said[locale]);
    await look(page, `talk-pause-${locale}-phone-no-script`);
    await page.locator('form button').click();
    expect(await page.locator('.leafy').count()).toBe(1);
    await look(page, `talk-tried-${locale}-phone-no-script`);
  });
});

describe('in somebody else’s form', () => {
  /** Opens the page as somebody who is drawn into one of the two groups: what a page draws is decided for it. */
  const drawn = async ({ page, context }: Pick<Visitor, 'page' | 'context'>, group: 'shown' | 'held') => {
    await context.addInitScript(
      `crypto.getRandomValues = (numbers) => numbers.fill(${group === 'shown' ? 0 : 1})`,
    );
    return async () => {
      await page.goto(forumUrl);
      await write(page, said.en);
      if (group === 'shown') await panel(page).waitFor();
      // nothing to see: time enough for what would have been seen
      else await page.waitForTimeout(5000);
      expect(await panel(page).isVisible()).toBe(group === 'shown');
    };
  };
  const patience = { timeout: 5000 };

  test('it is counted by what became of the words, in both groups, and no word leaves', async () => {
    await using noor = await visitor();
    await using omar = await visitor();
    const bodies: string[] = [];
    for (const { page } of [noor, omar]) {
      page.on('request', (request) => bodies.push(request.postData() ?? ''));
    }
    const post = async (page: Page) => {
      await page.getByRole('button', { name: 'Post' }).click();
      await page.waitForURL('**/posted?c=*');
    };
    const seen = await drawn(noor, 'shown');
    await seen();
    await noor.page.locator('.pause .take').first().click();
    await post(noor.page);
    await expect.poll(counts, patience).toEqual({ 'pause.shown.changed': 1 });
    await seen();
    await noor.page.goto(`${forumUrl}/elsewhere`);
    await expect.poll(counts, patience).toMatchObject({ 'pause.shown.dropped': 1 });

    const unseen = await drawn(omar, 'held');
    await unseen();
    await post(omar.page);
    await expect.poll(counts, patience).toMatchObject({ 'pause.held.as_it_was': 1 });

    await seen();
    await noor.page.getByRole('button', { name: 'That is not what I meant' }).click();
    await expect.poll(counts, patience).toMatchObject({ 'pause.shown.not_meant': 1 });
    expect(Object.keys(await counts())).toHaveLength(4);
    const sent = bodies.filter((body) => body !== '');
    expect(sent.length).toBeGreaterThanOrEqual(3);
    for (const body of sent) expect(body).toMatch(/^what=pause\.(shown|held)\.\w+&version=\d+$/);
    expect([...noor.complaints, ...omar.complaints]).toEqual([]);
  }, 120_000);

  test('the form sends while the model is on its way, and when it never comes', async () => {
    await using noor = await visitor();
    const { page, context } = noor;
    await context.route('**/talk-en-*.js', async (route) => {
      await page.waitForTimeout(3000).catch(() => {});
      await route.abort().catch(() => {});
    });
    await page.goto(forumUrl);
    await write(page, said.en);
    await page.waitForTimeout(1500);
    const before = Date.now();
    await page.getByRole('button', { name: 'Post' }).click();
    await page.waitForURL('**/posted?c=*');
    expect(Date.now() - before).toBeLessThan(1000);
  }, 60_000);

  test('nobody is asked in the middle of a word that is being composed', async () => {
    await using noor = await visitor();
    const { page, context } = noor;
    await page.goto(`${url}/en/talk/pause`);
    await page.locator('textarea').click();
    const keyboard = await context.newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: said.en, selectionStart: 5, selectionEnd: 5 });
    await page.waitForTimeout(2500);
    expect(await panel(page).isVisible()).toBe(false);
    await keyboard.send('Input.insertText', { text: said.en });
    await panel(page).waitFor();
    expect(await page.locator('textarea').inputValue()).toBe(said.en);
  }, 60_000);
});
