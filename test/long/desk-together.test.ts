/** Two open a report together: Ines asks, Omar says no, then yes, Ines reads; and what is said where script is off. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInLink } from '../../src/casework/index.ts';
import { translate } from '../../src/platform/i18n/index.ts';
import { look, problems, visitor } from '../browser.ts';
import { amalTells, person } from '../cast.ts';
import { type Office, office, unlock } from '../e2e/desk.ts';
import { world } from '../world.ts';

const en = translate('en');
const ar = translate('ar');
let place: Office;

beforeAll(async () => {
  place = await office({ together: true });
  await amalTells(place.here, { soon: 'now' });
  await place.here.settle();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

test('Ines asks, Omar says no and then yes, and she reads; neither could alone', async () => {
  const { people, phrases } = place;
  await using ines = await place.enters(people.ines);
  await unlock(ines.page, phrases.ines);
  const hers = ines.page;
  await hers.locator('[data-row] a.open').first().click();
  const asks = hers.getByRole('button', { name: en('casework.two.ask') });
  await asks.waitFor();
  expect(await problems(hers)).toEqual([]);
  await look(hers, 'together-ask-en-desktop');
  await asks.click();
  const again = hers.getByRole('button', { name: en('casework.two.look') });
  await again.waitFor();
  expect(await problems(hers)).toEqual([]);
  await look(hers, 'together-waits-en-desktop');

  await using omar = await place.enters(people.omar, { locale: 'ar', screen: 'phone' });
  await unlock(omar.page, phrases.omar);
  const his = omar.page;
  await his.locator('[data-together] a').click();
  const row = his.locator('.tasks li');
  await row.waitFor();
  expect(await problems(his)).toEqual([]);
  await look(his, 'together-asked-ar-phone');
  await row.getByRole('button', { name: ar('casework.two.no', { name: 'Ines' }) }).click();
  await his.getByText(ar('casework.two.none')).waitFor();

  await again.click();
  await hers.getByText(en('casework.two.said_no', { names: 'Omar' })).waitFor();
  await look(hers, 'together-no-en-desktop');
  await hers.getByRole('button', { name: en('casework.two.again') }).click();
  await hers.getByText(en('casework.two.said_no', { names: 'Omar' })).waitFor({ state: 'detached' });
  await his.getByRole('button', { name: ar('casework.two.look') }).click();
  await row.getByRole('button', { name: ar('casework.two.yes', { name: 'Ines' }) }).click();
  await his.getByText(ar('casework.two.none')).waitFor();

  // Without a touch she hears of it: the page asks by itself.
  const open = hers.getByRole('button', { name: en('casework.open'), exact: true });
  await open.waitFor({ timeout: 30_000 });
  expect(await problems(hers)).toEqual([]);
  await look(hers, 'together-yes-en-desktop');
  await open.click();
  const words = hers.locator('[data-show] details');
  await words.waitFor({ timeout: 20_000 });
  await words.locator('summary').click();
  await hers.getByText('He followed me from the stop.').waitFor();
  await look(hers, 'together-open-en-desktop');
  expect(await problems(hers)).toEqual([]);

  // Back at the list and here again, the lock lies beside her key; a desk locked and unlocked has it no more.
  await hers.locator('a.back').click();
  await hers.locator('[data-row] a.open').first().click();
  await open.click();
  await words.waitFor({ timeout: 20_000 });
  await hers.locator('.desk-menu summary').click();
  await hers.getByRole('button', { name: en('casework.close_keys') }).click();
  await unlock(hers, phrases.ines);
  await hers.getByText(en('casework.two.taken', { name: 'Omar' })).waitFor();
  await look(hers, 'together-gone-en-desktop');
  expect([ines.complaints, omar.complaints]).toEqual([[], []]);
}, 180_000);

test('on a phone, in Arabic and in the dark, the same stands there; taken away is nothing of it', async () => {
  const { people, phrases } = place;
  await using ines = await place.enters(people.ines, { locale: 'ar', screen: 'phone', dark: true });
  await unlock(ines.page, phrases.ines);
  await ines.page.locator('[data-row] a.open').first().click();
  await ines.page.getByText(ar('casework.two.why')).waitFor();
  expect(await problems(ines.page)).toEqual([]);
  await look(ines.page, 'together-ask-ar-phone-dark');
  for (const [name, text] of [
    ['export', ar('casework.export.two', { n: 1 })],
    ['identity', ar('casework.identity.two')],
    ['pressure', ar('casework.pressure.two')],
  ] as const) {
    await ines.page.locator('.desk-menu summary').click();
    await ines.page.locator(`.desk-menu a[href="#${name}"]`).click();
    await ines.page.getByText(text).waitFor();
    await look(ines.page, `together-${name}-ar-phone-dark`);
  }
  expect(ines.complaints).toEqual([]);
}, 120_000);

test('a new caseworker makes a key that only paper opens; without script the list says what it needs', async () => {
  const { here, people, url } = place;
  const mona = await person(here, { name: 'Mona', roles: ['caseworker'] });
  await using hers = await place.enters(mona);
  await hers.page.getByText(en('casework.enrol.two')).waitFor();
  expect(await hers.page.getByRole('button', { name: en('casework.enrol.both') }).count()).toBe(0);
  await look(hers.page, 'together-enrol-en-desktop');
  await hers.page.getByRole('button', { name: en('casework.enrol.two_do') }).click();
  await hers.page.getByText(en('casework.paper.two')).waitFor();
  expect(await problems(hers.page)).toEqual([]);

  await using plain = await visitor({ script: false });
  const link = await signInLink({ db: here.database.db, clock: here.clock }, people.omar.id);
  await plain.page.goto(`${url}/en${link}`);
  await plain.page.locator('main form button').click();
  await plain.page.getByText(en('staff.desk.two')).waitFor();
  await look(plain.page, 'together-no-script-en-phone');
  for (const [path, text] of [
    ['/en/report', en('report.before.two')],
    ['/en/readers', en('report.readers.two')],
  ] as const) {
    await plain.page.goto(url + path);
    expect(await plain.page.locator('main').textContent()).toContain(text);
    await look(plain.page, `together${path.replaceAll('/', '-')}-phone`);
  }
}, 120_000);

test('Salma chooses it at set-up, on any screen and without script', async () => {
  await using here = await world({ kind: 'real', browsers: true });
  const url = await here.listen();
  const salma = await person(here, { name: 'Salma', roles: ['organiser'] });
  for (const [locale, dark] of [
    ['en', false],
    ['ar', true],
  ] as const) {
    const t = translate(locale);
    await using hers = await visitor({ locale, dark, screen: dark ? 'phone' : 'desktop' });
    const link = await signInLink({ db: here.database.db, clock: here.clock }, salma.id);
    await hers.page.goto(`${url}/${locale}${link}`);
    await hers.page.locator('main form button').click();
    await hers.page.goto(`${url}/${locale}/desk/set-up`);
    expect(await problems(hers.page)).toEqual([]);
    await look(hers.page, `set-up-together-${locale}`);
    await hers.page.getByRole('button', { name: t('setup.together.choose') }).click();
    await hers.page.getByText(t('setup.caseworkers.together', { n: 3 })).waitFor();
    await look(hers.page, `set-up-together-chosen-${locale}`);
    await hers.page.getByRole('button', { name: t('setup.together.stop') }).click();
    await hers.page.getByRole('button', { name: t('setup.together.choose') }).waitFor();
  }
}, 120_000);
