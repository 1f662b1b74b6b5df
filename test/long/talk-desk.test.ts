/** Hana at the moderators' desk: by keyboard alone, without script, in both languages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInLink } from '../../src/casework/index.ts';
import { type Habits, look, passkeyDevice, problems, type Visitor, visitor } from '../browser.ts';
import { type Cast, cast, type Player } from '../cast.ts';
import { bringsIn, bus, type Moderators, moderators } from '../moderators.ts';
import { type TestWorld, world } from '../world.ts';

let here: TestWorld;
let people: Cast;
let players: Moderators;
let url: string;
beforeAll(async () => {
  here = await world({ now: '2026-11-22T10:00:00Z', browsers: true, staging: { allowances: 'none' } });
  people = await cast(here);
  players = await moderators(here);
  url = await here.listen();
}, 120_000);
afterAll(() => here[Symbol.asyncDispose]());

async function enters(player: Player, habits: Habits = {}): Promise<Visitor> {
  const one = await visitor({ screen: 'desktop', ...habits });
  const link = await signInLink({ db: here.database.db, clock: here.clock }, player.id);
  await one.page.goto(`${url}/${habits.locale ?? 'en'}${link}`);
  await one.page.locator('main form button').click();
  await one.page.locator('main h1').waitFor();
  return one;
}

/** The bus again, as another conversation. */
const again = (name: string) =>
  bus.map((post) => ({ ...post, id: `${name}-${post.id}`, parent: post.parent && `${name}-${post.parent}` }));
const brings = (name: string) => bringsIn(here, { people, player: players.hana, posts: again(name) });

describe.each(['en', 'ar'] as const)('Hana with the keyboard alone (%s)', (locale) => {
  test('chooses, decides, goes on, and undoes', async () => {
    await brings(`keys-${locale}`);
    await using hana = await enters(players.hana, { locale, dark: locale === 'ar' });
    const { page } = hana;
    expect(new URL(page.url()).pathname).toBe(`/${locale}/desk/talk`);
    expect(await page.locator('.this mark').count()).toBe(1);
    await look(page, `talk-desk-${locale}`);
    expect(await problems(page)).toEqual([]);
    const post = () => page.locator('main form[action*="/posts/"]').last().getAttribute('action');
    const first = await post();
    await page.keyboard.press('2');
    await page.locator('#answer:focus').waitFor();
    await look(page, `talk-desk-answer-${locale}`);
    expect(await problems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('#next:focus').waitFor();
    expect(await page.locator('[data-words]').first().textContent()).not.toBe('');
    await look(page, `talk-desk-decided-${locale}`);
    expect(await problems(page)).toEqual([]);
    await page.keyboard.press('u');
    await page.locator('[role="status"]').waitFor();
    expect(await post()).toBe(first);
    await page.keyboard.press('j');
    await page.locator('a[rel="prev"]').waitFor();
    expect(await post()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    await page.locator('a[rel="prev"]').waitFor({ state: 'detached' });
    await page.locator('a[rel="next"]').waitFor();
    await page.keyboard.press('1');
    await page.locator('#leave:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[role="status"] button').waitFor();
    await look(page, `talk-desk-left-${locale}`);
    expect(hana.complaints).toEqual([]);
  }, 90_000);

  test('brings a file in on a phone', async () => {
    await using hana = await enters(players.hana, { locale, screen: 'phone' });
    const { page } = hana;
    await look(page, `talk-desk-phone-${locale}`);
    await page.goto(`${url}/${locale}/desk/talk/import`);
    await page.locator('main form button').click();
    await page.locator('.errors').waitFor();
    expect(await problems(page)).toEqual([]);
    // The browser notes the status of the refusal.
    hana.complaints.length = 0;
    const content = again(`phone-${locale}`).map((post) => JSON.stringify(post));
    await page.locator('#file').setInputFiles({
      name: 'bus.jsonl',
      mimeType: 'application/jsonl',
      buffer: Buffer.from(content.join('\n')),
    });
    await page.locator('main form button').click();
    await page.locator('[role="status"]').waitFor();
    await look(page, `talk-desk-import-${locale}`);
    expect(await problems(page)).toEqual([]);
    await page.goto(`${url}/${locale}/desk/you`);
    await page.locator('[data-add-passkey]:not([hidden])').waitFor();
    await look(page, `talk-desk-you-${locale}`);
    expect(await problems(page)).toEqual([]);
    expect(hana.complaints).toEqual([]);
  }, 90_000);
});

describe.each(['en', 'ar'] as const)('a writer who sees it differently (%s)', (locale) => {
  test('says so without script, and Youssef answers', async () => {
    await brings(`appeal-${locale}`);
    await using hana = await enters(players.hana, { locale });
    await hana.page.keyboard.press('3');
    await hana.page.keyboard.press('Enter');
    await hana.page.locator('#next').waitFor();
    const message = await hana.page.locator('[data-words]').last().textContent();
    const link = /https?:\S+/.exec(message ?? '')?.[0] ?? '';
    await using writer = await visitor({ locale, script: false });
    await writer.page.goto(link.replace('/talk/', `/${locale}/talk/`));
    await look(writer.page, `talk-appeal-${locale}`);
    await writer.page.locator('textarea').fill(locale === 'en' ? 'I was quoting him.' : 'كنت أنقل كلامه.');
    await writer.page.locator('main form button').click();
    await writer.page.locator('.note').waitFor();
    await using youssef = await enters(players.youssef, { locale });
    const { page } = youssef;
    await page.goto(`${url}/${locale}/desk/talk/appeals`);
    await page.locator('a.open').last().click();
    await page.locator('#outcome').waitFor();
    await look(page, `talk-appeal-second-${locale}`);
    expect(await problems(page)).toEqual([]);
    await page.locator('#outcome').check();
    await page.locator('main form button').click();
    await page.locator('[role="status"]').waitFor();
    expect(await problems(page)).toEqual([]);
    await writer.page.reload();
    await look(writer.page, `talk-appeal-outcome-${locale}`);
    await using reader = await visitor({ locale });
    await reader.page.goto(link.replace('/talk/', `/${locale}/talk/`));
    expect(await problems(reader.page)).toEqual([]);
  }, 90_000);

  test('the pages about sites and counts can be read by all', async () => {
    await using salma = await enters(people.salma, { locale });
    const { page } = salma;
    for (const [name, path] of [
      ['sources', '/desk/talk/sources'],
      ['counts', '/desk/talk/counts'],
    ] as const) {
      await page.goto(`${url}/${locale}${path}`);
      if (name === 'sources') {
        await page.locator('#name').fill(locale === 'en' ? 'Our blog' : 'مدونتنا');
        await page.locator('main form button').last().click();
        await page.locator('#made').waitFor();
      }
      await look(page, `talk-desk-${name}-${locale}`);
      expect(await problems(page)).toEqual([]);
    }
  }, 60_000);
});

test('an organiser invites a moderator, who comes back with a passkey to that room alone', async () => {
  await using salma = await enters(people.salma, { screen: 'desktop' });
  await salma.page.locator('#role-moderator').check();
  expect(await salma.page.locator('#child-trained').count()).toBe(0);
  await salma.page.locator('#invite-name').fill('Mariam');
  await salma.page.getByRole('button', { name: 'Make the link' }).click();
  const link = await salma.page.locator('main input[readonly]').inputValue();
  await look(salma.page, 'talk-desk-invite');
  expect(await problems(salma.page)).toEqual([]);
  await using mariam = await visitor({ screen: 'desktop' });
  await passkeyDevice(mariam);
  const { page } = mariam;
  await page.goto(link.replace(url, `${url}/en`));
  expect(await page.locator('main').textContent()).toContain('No key is needed');
  await page.locator('main form button').click();
  await page.locator('a[href="/en/desk/you"]').click();
  await page.locator('[data-add-passkey] button').click();
  await page.locator('[data-said]', { hasText: 'Added' }).waitFor();
  await page.locator('main form button', { hasText: 'Sign out' }).click();
  await page.locator('main .acts .btn').click();
  await page.locator('.rooms a[href="/en/desk/talk"]').waitFor();
  expect(new URL(page.url()).pathname).toBe('/en/desk/talk');
  await salma.page.locator('.desk-menu summary').click();
  await salma.page.locator('.desk-menu a[href="/en/desk/talk/counts"]').click();
  await salma.page.locator('a[href="/en/desk/talk/sources"]').waitFor();
}, 90_000);

test('a single key can be switched off, and stays off', async () => {
  await brings('off');
  await using hana = await enters(players.hana);
  const { page } = hana;
  await page.locator('[data-toggle-keys]').click();
  await page.locator('h1').click();
  await page.keyboard.press('2');
  expect(await page.locator('#answer').isChecked()).toBe(false);
  await page.reload();
  expect(await page.locator('[data-toggle-keys]').getAttribute('aria-pressed')).toBe('false');
}, 60_000);

test('everything is decided without script too', async () => {
  await brings('plain');
  await using hana = await enters(players.hana, { script: false, screen: 'phone' });
  const { page } = hana;
  await page.locator('#collapse').check();
  await page.locator('#collapse-discredit').check();
  await look(page, 'talk-desk-no-script');
  await page.locator('main form button[type="submit"]').last().click();
  await page.locator('#next').waitFor();
  expect(await page.locator('main').textContent()).toMatch(/Hana.*Doubt/s);
  await page.locator('main form button').click();
  await page.locator('[role="status"]').waitFor();
}, 60_000);
