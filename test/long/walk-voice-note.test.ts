/** Walk 3: a voice note came to the office. Ines fills in the questions, reads back and reads out; later she comes back with it. */
import { expect, test } from 'vitest';
import { look, problems, visitor } from '../browser.ts';
import { onPanel } from '../e2e/amal.ts';
import { goTo, office, unlock } from '../e2e/desk.ts';

const walks = [
  { locale: 'en', words: 'He sat down beside me twice.', reply: 'Thank you. We asked for a guard.' },
  { locale: 'ar', words: 'جلس بجانبي مرتين.', reply: 'شكرًا لك. طلبنا حارسًا.' },
] as const;

/** As it is said on the phone and written down on paper: digits come back as they are written in Arabic. */
const written = (code: string) => code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));

test.each(walks)(
  'it is filled in, agreed to aloud and sealed at the desk, and opened at home with the code ($locale)',
  async ({ locale, words, reply }) => {
    await using place = await office();
    const { here, people, phrases, url } = place;
    await using ines = await place.enters(people.ines, { locale });
    const { page } = ines;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await unlock(page, phrases.ines);
    await goTo(page, 'intake');
    for (const [name, value] of [
      ['came_by', 'voice_note'],
      ['language', locale],
      ['who', 'me'],
      ['age', 'adult'],
      ['kinds', 'followed'],
      ['soon', 'no'],
      ['helped', 'nobody_did'],
      ['where', 'unknown'],
    ])
      await page.locator(`input[name="${name}"][value="${value}"]`).check();
    await page.locator('#ask-words').fill(words);
    await page.locator('form .acts .btn').click();

    // Everything is read back, and her consent is said before anything leaves the page.
    await page.locator('#agreed').waitFor();
    expect(await page.locator('.sum').textContent()).toContain(words);
    const send = page.locator('.desk-page .acts .btn').first();
    await send.click();
    await page.locator('.wrong #agreed:focus').waitFor();
    expect(sent.filter((body) => body.includes('"consents"'))).toEqual([]);
    await page.locator('#agreed').check();
    await send.click();
    await page.locator('[data-code] li').first().waitFor({ timeout: 20_000 });
    const parts = await page.locator('[data-code] li').allTextContents();
    const check = page.locator('.card:has([data-code]) .check-digit b');
    const digit = (await check.count()) > 0 ? ((await check.textContent()) ?? '') : '';
    const code = [...parts, digit].join(' ').trim();
    expect(code).toMatch(locale === 'en' ? /^([a-z]+ ){5}[a-z]+$/ : /^(\d{4} ){5}\d$/);
    expect(sent.join('\n')).not.toContain(words);
    expect(sent.join('\n')).not.toContain(code);
    await look(page, `walk-voice-note-code-${locale}`);
    await page.locator('.card-only > .acts .btn').first().click();
    await here.settle();

    // She comes back before anybody has read it, on a phone of her own.
    const comesBack = async (typed: string) => {
      const her = await visitor({ locale, screen: 'phone' });
      await her.context.clock.setFixedTime(here.clock.now());
      await her.page.goto(`${url}/${locale}/back`);
      await her.page.locator('[data-code-in]').first().fill(typed);
      await her.page.locator('[data-code-form] button').last().click();
      await onPanel(her.page, 'mine');
      return her;
    };
    {
      await using her = await comesBack(code);
      await her.page.locator('[data-waiting]').waitFor();
      expect(await her.page.locator('[data-replies] li').count()).toBe(0);
      expect(await her.page.locator('[data-way] li').count()).toBeGreaterThan(0);
      expect(await problems(her.page)).toEqual([]);
      expect(her.complaints).toEqual([]);
    }

    // At the desk it stands as what it is: counted apart, read like any other.
    await goTo(page, 'inbox');
    await page.locator('.list a.open').last().click();
    await page.locator('[data-key="o"]').click();
    await page.locator('[data-show] summary').click();
    await page.getByText(words).waitFor();
    const how = locale === 'en' ? 'From a voice note' : 'من رسالة صوتية';
    expect(await page.locator('.desk-page').textContent()).toContain(how);
    await page.locator('[data-key="r"]').fill(reply);
    await page.locator('form .btn').first().click();
    await page.locator('#replies-title').waitFor();
    await here.settle();

    await using her = await comesBack(locale === 'en' ? code.toUpperCase() : written(code));
    const heard = her.page.locator('[data-replies] li').first();
    expect(await heard.locator('[data-text]').textContent()).toBe(reply);
    expect(await heard.locator('[data-who]').textContent()).toContain('Ines');
    expect(await her.page.locator('[data-waiting]').isVisible()).toBe(false);
    expect(await her.page.content()).not.toContain(words);
    expect(await problems(her.page)).toEqual([]);
    await look(her.page, `walk-voice-note-back-${locale}`);
    expect([...ines.complaints, ...her.complaints]).toEqual([]);
  },
  120_000,
);
