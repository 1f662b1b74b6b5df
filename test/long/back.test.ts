import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Code, codeList, halves, showCode } from '../../src/platform/keys/index.ts';
import { newReportKey } from '../../src/platform/keys/item.ts';
import { type Answers, defaultConsents } from '../../src/report/answers.ts';
import type { MyReport } from '../../src/report/wire.ts';
import { look, problems, type Visitor } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { begin, type City, city, codeOn, onPanel, send, toCheck } from '../e2e/amal.ts';
import { inesOpens } from '../e2e/ines.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

/** Amal has told, and holds her code. */
async function told(changes: Partial<Answers> = {}): Promise<Code> {
  const { code } = await amalTells(town.here, changes);
  await town.here.settle();
  return code;
}

async function comesBack({ page }: Visitor, code: string, locale = 'en'): Promise<void> {
  await page.goto(`${town.url}/${locale}/back`);
  await page.locator('[data-code-in]').first().fill(code);
  await page.locator('[data-code-form] button').last().click();
}

describe.each(['en', 'ar'] as const)('Amal comes back with her code (%s)', (locale) => {
  test('reads what Ines wrote, and deletes it once read', async () => {
    const code = await told();
    const ines = await inesOpens(town);
    await ines.reply('Thank you, Amal. شكرا لك.');
    await using amal = await town.phone({ locale });
    const { page } = amal;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await comesBack(amal, showCode(code), locale);
    await onPanel(page, 'mine');
    const reply = page.locator('[data-replies] li').first();
    expect(await reply.locator('[data-text]').textContent()).toBe('Thank you, Amal. شكرا لك.');
    expect(await reply.locator('[data-who]').textContent()).toContain('Ines');
    expect(await problems(page)).toEqual([]);
    await look(page, `mine-${locale}`);
    expect(sent.join('\n')).not.toContain(showCode(code));
    await reply.locator('[data-delete]').click();
    await page.locator('[data-no-replies]').waitFor();
    expect(amal.complaints).toEqual([]);
    await comesBack(amal, showCode(code), locale);
    await onPanel(page, 'mine');
    expect(await page.locator('[data-replies] li').count()).toBe(0);
  }, 60_000);
});

test('in Arabic she tells, keeps digits, and comes back with them in Arabic digits', async () => {
  await using amal = await town.phone({ locale: 'ar' });
  const { page } = amal;
  await begin(page, `${town.url}/ar`);
  await toCheck(page, 'على السلّم.');
  await send(page);
  const code = await codeOn(page);
  await town.here.settle();
  const ines = await inesOpens(town);
  expect(ines.told.words).toBe('على السلّم.');
  await ines.reply('شكرا لك يا أمل.');
  await page.locator('[data-kept]').click();
  await page.waitForURL(`${town.url}/ar`);
  await comesBack(
    amal,
    code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
    'ar',
  );
  await onPanel(page, 'mine');
  expect(await page.locator('[data-replies] [data-text]').textContent()).toBe('شكرا لك يا أمل.');
}, 60_000);

test('she adds something, and Ines reads it', async () => {
  const code = await told();
  await using amal = await town.phone();
  const { page } = amal;
  await comesBack(amal, showCode(code));
  await page.locator('[data-add] [name="text"]').fill('There was a camera above the door.');
  await page.locator('[data-add] button[type="submit"]').click();
  await page.locator('[data-add] [data-status]', { hasText: /\w/ }).waitFor();
  const ines = await inesOpens(town);
  expect(ines.additions).toEqual(['There was a camera above the door.']);
}, 60_000);

test('she changes her choices', async () => {
  const code = await told({ consents: defaultConsents });
  await using amal = await town.phone();
  const { page } = amal;
  await comesBack(amal, showCode(code));
  await onPanel(page, 'mine');
  await page.locator('[data-choices] [name="wish"][value="keep"]').check();
  await page.locator('[data-choices] button').click();
  await page.locator('[data-choices] [data-status]', { hasText: 'saved' }).waitFor();
  expect((await inesOpens(town)).consents).toEqual({ ...defaultConsents, keep: true });
}, 60_000);

test('choosing in two windows, the second press of the later one counts', async () => {
  const code = await told({ consents: defaultConsents });
  await using amal = await town.phone();
  await using twice = await town.phone();
  for (const one of [amal, twice]) {
    await comesBack(one, showCode(code));
    await onPanel(one.page, 'mine');
    await one.page.locator('[data-choices] [name="wish"][value="keep"]').check();
  }
  const press = ({ page }: Visitor) => page.locator('[data-choices] button').click();
  const heard = ({ page }: Visitor, hasText: string) =>
    page.locator('[data-choices] [data-status]', { hasText }).waitFor();
  await press(amal);
  await heard(amal, 'saved');
  await twice.page.locator('[data-choices] [name="wish"][value="count"]').uncheck();
  await press(twice);
  await heard(twice, 'another window');
  await press(twice);
  await heard(twice, 'saved');
  expect((await inesOpens(town)).consents).toEqual({ ...defaultConsents, keep: true, count: false });
}, 60_000);

test('she withdraws, and her code opens nothing any more', async () => {
  const code = await told();
  await using amal = await town.phone();
  const { page } = amal;
  await comesBack(amal, showCode(code));
  await onPanel(page, 'mine');
  await page.locator('[data-withdraw] button').last().click();
  await onPanel(page, 'withdrawn');
  expect(await problems(page)).toEqual([]);
  await comesBack(amal, showCode(code));
  await page.locator('[data-error-for]:visible').waitFor();
}, 60_000);

test('without a network she is told that it is not withdrawn yet, and then it is', async () => {
  const code = await told();
  await using amal = await town.phone();
  const { page, context } = amal;
  await comesBack(amal, showCode(code));
  await onPanel(page, 'mine');
  await context.setOffline(true);
  await page.locator('[data-withdraw] button').last().click();
  await page.locator('[data-withdraw] [data-status]', { hasText: 'not withdrawn yet' }).waitFor();
  await context.setOffline(false);
  await page.locator('[data-withdraw] button').last().click();
  await onPanel(page, 'withdrawn');
}, 60_000);

test('two cards open what one alone does not', async () => {
  const code = await told();
  const [a, b] = halves(code, codeList('en'));
  await using amal = await town.phone();
  const { page } = amal;
  await comesBack(amal, showCode(a));
  await page.locator('[data-error-for]:visible').waitFor();
  await comesBack(amal, `${showCode(b)}\n${showCode(a)}`);
  await onPanel(page, 'mine');
}, 60_000);

test('a slip is answered with the nearest words while she types', async () => {
  const code = await told();
  if (code.list === 'digits') throw new Error('words were expected');
  const [first = '', ...rest] = code.words;
  await using amal = await town.phone();
  const { page } = amal;
  await page.goto(`${town.url}/en/back`);
  await page.locator('[data-code-in]').first().fill(`${first}q ${rest[0]} `);
  await page.locator('[data-code-help]', { hasText: first }).first().waitFor();
}, 60_000);

test.each(['en', 'ar'] as const)(
  'what is wrong with a code is said once (%s)',
  async (locale) => {
    const typed = '4802 1157 9036 2741 6690 3';
    const said = locale === 'en' ? 'the check digit does not fit' : 'رقم التحقق لا يناسب';
    for (const script of [true, false]) {
      await using amal = await town.phone({ locale, script });
      const { page } = amal;
      const times = async () => (await page.locator('main').innerText()).split(said).length - 1;
      await page.goto(`${town.url}/${locale}/back`);
      await page.locator('[data-code-in]').first().fill(typed);
      if (script) {
        await page.locator('[data-code-help]', { hasText: said }).waitFor();
        expect(await times()).toBe(1);
      }
      await page.locator('[data-code-form] button').last().click();
      await page.locator('.wrong .why').waitFor();
      expect(await times()).toBe(1);
      await look(page, `code-wrong-${locale}-${script ? 'on' : 'off'}`);
      if (!script) continue;
      await page.locator('[data-code-in]:focus').waitFor();
      expect(await problems(page)).toEqual([]);
      await page.locator('[data-code-in]').first().fill(`${typed} `);
      await page.locator('[data-code-help]', { hasText: said }).waitFor();
      expect(await times()).toBe(1);
    }
  },
  60_000,
);

test('when the server put another key in its place, nothing can be added', async () => {
  const code = await told();
  const { recipient } = await newReportKey();
  await using amal = await town.phone();
  const { page } = amal;
  await page.route('**/api/back', async (route) => {
    const answer = await route.fetch();
    const body = JSON.parse(await answer.text()) as MyReport;
    await route.fulfill({ response: answer, json: { ...body, recipient } });
  });
  await comesBack(amal, showCode(code));
  await onPanel(page, 'mine');
  await page.locator('[data-nothing-added]').waitFor();
  expect(await page.locator('form[data-add]').isVisible()).toBe(false);
}, 60_000);

test('on a shared phone nothing is kept, and Back shows nothing', async () => {
  const code = await told();
  await using phone = await town.phone();
  const { page, context } = phone;
  await comesBack(phone, showCode(code));
  await onPanel(page, 'mine');
  await page.goto(`${town.url}/en`);
  await page.goBack();
  expect(await page.locator('[data-panel="mine"]:visible').count()).toBe(0);
  expect(await page.content()).not.toContain(showCode(code));
  expect(await context.cookies()).toEqual([]);
}, 60_000);
