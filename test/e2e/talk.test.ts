/** The pause before posting, and bringing the talk back, in real browsers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { version } from '../../src/talk/count/model.ts';
import { type CountTables, countWriter } from '../../src/talk/count/store.ts';
import { classify, replies, shippedDetectors } from '../../src/talk/index.ts';
import { look, problems, visitor } from '../browser.ts';
import { type TestWorld, world } from '../world.ts';

const said = {
  en: 'That is awful. But not all men are like that. Sorry.',
  ar: 'ده شيء بشع. بس مش كل الرجالة كده. آسف.',
};
const own = { en: 'Which line was it?', ar: 'كان أنهي خط؟' };
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
const counts = async () => {
  const db = here.database.db.withTables<CountTables>();
  const rows = await db.selectFrom('talk_count').select(['what', 'count']).execute();
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
};

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
  /** Opens pages until one is drawn into the group: half of them are. */
  const drawn = async (page: Page, isShown: boolean) => {
    for (let n = 0; n < 40; n++) {
      await page.goto(forumUrl);
      await write(page, said.en);
      // both groups look at the words; only one of them is asked
      await page.waitForTimeout(2500);
      if ((await panel(page).isVisible()) === isShown) return;
    }
    throw new Error('Forty draws, all alike');
  };

  test('it is counted by what became of the words, in both groups, and no word leaves', async () => {
    await using noor = await visitor();
    const { page } = noor;
    const bodies: string[] = [];
    page.on('request', (request) => bodies.push(request.postData() ?? ''));
    await drawn(page, true);
    await page.locator('.pause .take').first().click();
    await page.getByRole('button', { name: 'Post' }).click();
    await page.waitForURL('**/posted?c=*');
    await expect.poll(counts).toMatchObject({ 'pause.shown.changed': 1 });
    await drawn(page, false);
    await page.getByRole('button', { name: 'Post' }).click();
    await page.waitForURL('**/posted?c=*');
    await expect.poll(async () => (await counts())['pause.held.as_it_was'] ?? 0).toBeGreaterThan(0);
    await drawn(page, true);
    await page.goto(`${forumUrl}/elsewhere`);
    await expect.poll(async () => (await counts())['pause.shown.dropped'] ?? 0).toBeGreaterThan(0);
    await drawn(page, true);
    await page.getByRole('button', { name: 'That is not what I meant' }).click();
    await expect.poll(counts).toMatchObject({ 'pause.shown.not_meant': 1 });
    const sent = bodies.filter((body) => body !== '');
    expect(sent.length).toBeGreaterThanOrEqual(3);
    for (const body of sent) expect(body).toMatch(/^what=pause\.(shown|held)\.\w+&version=\d+$/);
    expect(noor.complaints).toEqual([]);
  }, 240_000);

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

describe.each(['en', 'ar'] as const)('bring it back (%s)', (locale) => {
  test('with script the words stay here, and a reply is copied', async () => {
    await using noor = await visitor({ locale });
    const { page, context } = noor;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await page.goto(`${url}/${locale}/talk/answer`);
    await look(page, `talk-answer-${locale}-phone`);
    await write(page, said[locale]);
    await page.locator('form[data-turn] button').click();
    await page.locator('#turned').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('turned');
    expect(await problems(page)).toEqual([]);
    await look(page, `talk-answered-${locale}-phone`);
    await page.locator('#egyptian').fill(`${replies.not_all.egyptian} !`);
    await page.locator('[data-copy="egyptian"]').click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(`${replies.not_all.egyptian} !`);
    await expect.poll(counts).toHaveProperty(['turn.copied.egyptian']);
    await page.locator('#post').fill(own[locale]);
    await page.locator('form[data-turn] button').click();
    await expect.poll(() => page.locator('#egyptian').count()).toBe(0);
    expect(
      sent.filter((body) => body !== '').every((body) => /^what=turn\.[\w.]+&version=\d+$/.test(body)),
    ).toBe(true);
    expect(noor.complaints).toEqual([]);
  }, 60_000);

  test('without script it works as well', async () => {
    await using noor = await visitor({ locale, script: false, screen: 'desktop' });
    const { page } = noor;
    await page.goto(`${url}/${locale}/talk/answer`);
    await page.locator('#post').fill(said[locale]);
    await page.locator('form button').click();
    expect(await page.locator('mark').count()).toBe(1);
    expect(await page.locator('#english').inputValue()).toBe(replies.not_all.english);
    expect(await page.locator('[data-copy]').first().isVisible()).toBe(false);
    await look(page, `talk-answered-${locale}-desktop-no-script`);
  });

  test('the pages stand up to axe on a phone and a desktop, in the light and in the dark', async () => {
    for (const [what, count] of [
      ['pause.shown.as_it_was', 70],
      ['pause.shown.changed', 40],
      ['pause.held.as_it_was', 90],
      ['pause.held.changed', 12],
      ['pause.held.dropped', 9],
    ] as const) {
      await countWriter(here.database.db).add('2026-11-09', { version, what, count });
    }
    for (const screen of ['phone', 'desktop'] as const) {
      await using noor = await visitor({ locale, screen, dark: screen === 'desktop' });
      const { page } = noor;
      for (const path of ['', '/answer', '/pause', '/effect']) {
        await page.goto(`${url}/${locale}/talk${path}`);
        expect(await problems(page)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(width).toBeLessThanOrEqual(0);
        await look(page, `talk${path.replace('/', '-')}-${locale}-${screen}`);
      }
      expect(noor.complaints).toEqual([]);
    }
  }, 120_000);
});

test('the same figures in this browser and in Node', async () => {
  const detectors = await shippedDetectors();
  const texts = [
    ...Object.values(said),
    ...Object.values(own),
    'He said "calm down". I did not.',
    'what were u wearing tho',
    'msh kol el regala keda',
    'مش وقته الكلام ده دلوقتي يا جماعة 😤😤 \u200f\ud800',
    '',
  ];
  await using noor = await visitor();
  const { page } = noor;
  await page.goto(`${url}/en/talk/pause`);
  const element = await page.request.get(`${url}/reconsider.js`);
  for (const text of texts) {
    const expected = classify(text, detectors);
    const [file] = (await element.text()).match(new RegExp(`/assets/talk-${expected.lang}-\\w+\\.js`)) ?? [];
    // as a string: what builds these tests rewrites an import() it can see
    const said = `import(${JSON.stringify(url + file)}).then((reading) => reading.classify(${JSON.stringify(text)}))`;
    const found = await page.evaluate(said);
    expect(found).toEqual(expected);
  }
}, 60_000);
