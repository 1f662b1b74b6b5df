/** French where people work: Ines at her desk, Karim at his link, a letter and a mail of an organisation whose language it is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translate } from '../../src/platform/i18n/index.ts';
import { compose } from '../../src/platform/mail/compose.tsx';
import { look, problems, type Visitor, visitor } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { type Office, office, unlock } from '../e2e/desk.ts';
import { karim } from '../karim.ts';

const t = translate('fr');
let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

async function stands({ page }: Visitor, name: string): Promise<void> {
  expect([name, await page.locator('html').getAttribute('lang')]).toEqual([name, 'fr']);
  expect([name, await problems(page)]).toEqual([name, []]);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect([name, wider]).toEqual([name, 0]);
  await look(page, `fr-desk-${name}`);
}

test('Ines opens what Amal told in French, and has replies ready in her language', async () => {
  await amalTells(place.here, {}, { language: 'fr' });
  await place.here.settle();
  await using ines = await place.enters(place.people.ines, { locale: 'fr', screen: 'phone' });
  const { page } = ines;
  await stands(ines, 'locked');
  await unlock(page, place.phrases.ines);
  await page.locator('.list a.open').first().click();
  await page.locator('[data-key="o"]').click();
  await page.locator('[data-show]').waitFor();
  expect(await page.locator('main').textContent()).toContain('français');
  const ready = page.locator('details', { has: page.locator('.desk-saved') });
  await ready.locator('summary').click();
  await page.locator('.desk-saved button').first().click();
  expect(await page.locator('[data-key="r"]').inputValue()).toBe(t('saved.read'));
  await stands(ines, 'report');
  for (const name of ['intake', 'people', 'asks', 'bodies'] as const) {
    await page.goto(`${place.url}/fr/desk`);
    await unlock(page, place.phrases.ines);
    const link = page.locator('a', { hasText: t(`casework.page.${name}`) }).first();
    if (!(await link.isVisible())) await page.locator('summary', { hasText: t('casework.menu') }).click();
    await link.click();
    await page.locator('h1').waitFor();
    await page.waitForTimeout(500);
    if (name === 'intake') expect(await page.locator('[name="language"]').count()).toBe(3);
    await stands(ines, name);
  }
  expect(ines.complaints).toEqual([]);
}, 120_000);

test('Karim reads the request in French, is told in French what is wrong, and asks for his code', async () => {
  const { token } = await karim(place.here, { id: 'ask-fr' });
  await using officer = await visitor({ locale: 'fr' });
  const { page } = officer;
  await page.goto(`${place.url}/o/${token}`);
  expect(new URL(page.url()).pathname).toBe(`/fr/o/${token}`);
  await stands(officer, 'request-new');
  await page.locator('main form button').click();
  await stands(officer, 'request');
  await page.locator('main .acts a.btn').click();
  await page.locator('[name="kind"][value="done"]').check();
  await page.locator('main button[value="preview"]').click();
  expect(await page.locator('.errors').textContent()).toContain(t('officer.wrong.office'));
  await stands(officer, 'form-wrong');
  await page.locator('[name="office"]').fill('Direction de la station');
  await page.locator('main button[value="preview"]').click();
  await stands(officer, 'preview');
  await page.locator('main button[value="send"]').click();
  expect(await page.locator('main').textContent()).toContain(translate('en')('mail.code.subject'));
  await stands(officer, 'code');
}, 60_000);

test('the letter of an ask is printed in French, with a sheet for each language of our data', async () => {
  const { ask } = await karim(place.here, { id: 'ask-letter-fr' });
  await using ines = await place.enters(place.people.ines, { locale: 'fr' });
  await ines.page.goto(`${place.url}/fr/desk/asks/${ask}/letter`);
  expect(
    await ines.page
      .locator('article.letter')
      .evaluateAll((all) => all.map((one) => one.getAttribute('lang'))),
  ).toEqual(['en', 'ar']);
  await stands(ines, 'letter');
}, 60_000);

test('an organisation whose language is French writes French first', () => {
  const body = { en: 'Trams', ar: 'الترام' };
  const told = {
    template: 'ask',
    locale: 'both',
    params: {
      body,
      place: { en: 'Line 1', ar: 'الخط ١' },
      asked: [{ en: 'Light', ar: 'ضوء' }],
      due: '2026-12-01',
      path: '/o/x',
    },
  } as const;
  const sender = { organisation: { en: 'Door', ar: 'باب' }, publicUrl: 'https://door.example' };
  const { subject, plain, html } = compose(told, sender, 'fr');
  expect(subject.startsWith('Une demande à Trams · A request to Trams · ')).toBe(true);
  expect(plain).toContain('Merci de répondre d’ici le 1er décembre 2026.');
  expect(plain).toContain('https://door.example/fr/o/x');
  expect([...html.matchAll(/class="mail-sheet" lang="(\w+)"/g)].map(([, lang]) => lang)).toEqual([
    'fr',
    'en',
    'ar',
  ]);
});
