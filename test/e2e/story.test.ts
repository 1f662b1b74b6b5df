/** The first promise kept end to end, each in a browser of their own: Amal tells, Ines opens, Amal reads the reply. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, visitor } from '../browser.ts';
import { answer, begin, codeOn, goOn, onPanel, panel, send, skip, toCheck, toWhere } from './amal.ts';
import { now, type Office, office, unlock } from './desk.ts';

let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

const phone = async (locale: 'en' | 'ar') => {
  const one = await visitor({ locale });
  await one.context.clock.setFixedTime(now);
  return one;
};

const said = {
  en: {
    told: 'He walked behind me from the ticket gate.',
    reply: 'Thank you. We have read it, and we believe you.',
  },
  ar: { told: 'مشى ورايا من البوابة لحد الرصيف.', reply: 'شكرًا. قرأنا حكايتك ونصدّقك.' },
};

describe.each(['en', 'ar'] as const)('Amal and Ines (%s)', (locale) => {
  test('what Amal wrote is read by Ines, and what Ines wrote by Amal', async () => {
    await using amal = await phone(locale);
    await begin(amal.page, `${place.url}/${locale}`);
    await toCheck(amal.page, said[locale].told);
    await send(amal.page);
    const code = await codeOn(amal.page);
    await place.here.settle();

    await using ines = await place.enters(place.people.ines, { locale });
    await unlock(ines.page, place.phrases.ines);
    await ines.page.locator('.list a.open').first().click();
    await ines.page.locator('[data-key="o"]').click();
    await ines.page.locator('[data-show] summary').click();
    expect(await ines.page.locator('[data-show]').textContent()).toContain(said[locale].told);
    await ines.page.locator('[data-key="r"]').fill(said[locale].reply);
    await ines.page.locator('form .btn').first().click();
    await ines.page.locator('#replies-title').waitFor();

    await amal.page.goto(`${place.url}/${locale}/back`);
    await amal.page.locator('[name="code"]').first().fill(code);
    await amal.page.locator('form button.btn').first().click();
    await amal.page.locator('.speak', { hasText: said[locale].reply }).waitFor();
    const mine = (await amal.page.locator('main').textContent()) ?? '';
    expect(mine).toContain('Ines');
    expect(mine).not.toContain(said[locale].told);
    await look(amal.page, `story-${locale}-mine`);
    expect([...amal.complaints, ...ines.complaints]).toEqual([]);
  }, 120_000);
});

test('a colleague did it: Omar is left out, and for him there is no such report', async () => {
  await using amal = await phone('en');
  const { page } = amal;
  await begin(page, `${place.url}/en`);
  await toWhere(page);
  await answer(page, 'where', 'unknown');
  await goOn(page);
  await onPanel(page, 'when');
  await skip(page);
  await onPanel(page, 'words');
  await page.locator('[name="words"]').fill('It was somebody who works with you.');
  await goOn(page);
  await onPanel(page, 'person');
  await answer(page, 'works_with_us', 'yes');
  await panel(page, 'person').getByLabel('Omar').check();
  await goOn(page);
  await onPanel(page, 'wishes');
  await goOn(page);
  await onPanel(page, 'check');
  await send(page);
  await codeOn(page);
  await place.here.settle();

  const { lines } = (await (await place.people.as(place.people.ines)).get('/desk/api/inbox')).json<{
    lines: { id: string }[];
  }>();
  const omar = await place.people.as(place.people.omar);
  const his = (await omar.get('/desk/api/inbox'))
    .json<{ lines: { id: string }[] }>()
    .lines.map(({ id }) => id);
  const hidden = lines.filter(({ id }) => !his.includes(id));
  expect(hidden.length).toBe(1);
  const report = hidden[0]?.id;
  for (const [call, more] of [
    ['claim', {}],
    ['open', {}],
    ['release', {}],
    ['close', { reason: 'sent_twice' }],
    ['mark', { marks: [] }],
  ] as const) {
    const answered = await omar.post(`/desk/api/${call}`, { report, ...more });
    expect([call, answered.status]).toEqual([call, 404]);
  }
  expect((await omar.get(`/desk/api/timeline/${report}`)).status).toBe(404);
}, 120_000);
