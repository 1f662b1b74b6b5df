/** What lies on a phone while something is being written. */
import type { Page } from 'playwright-core';
import { answer, begin, goOn, onPanel, toWhere } from './amal.ts';

export const words = 'Canary on the stairs';

/** Everything in the browser's databases, each value as its bytes; keys as far as a page can read them. */
export const lyingIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <R>(asked: IDBRequest<R>) =>
      new Promise<R>((resolve) => {
        asked.onsuccess = () => resolve(asked.result);
      });
    const texts: string[] = [];
    const say = async (value: unknown): Promise<void> => {
      if (value instanceof Uint8Array) texts.push(new TextDecoder('latin1').decode(value));
      else if (value instanceof CryptoKey)
        texts.push(await crypto.subtle.exportKey('raw', value).then(String, () => '[a key that stays]'));
      else if (typeof value === 'object' && value !== null)
        for (const [name, inside] of Object.entries(value)) {
          texts.push(name);
          await say(inside);
        }
      else texts.push(String(value));
    };
    for (const { name } of await indexedDB.databases()) {
      const base = await done(indexedDB.open(name ?? ''));
      for (const store of Array.from(base.objectStoreNames)) {
        const all = base.transaction(store).objectStore(store);
        await say(await done(all.getAll()));
      }
      base.close();
    }
    return texts.join('\n');
  });
export const isEmpty = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).length === 0);
const keptHere = (page: Page) => page.locator('[data-kept-here]:visible').waitFor();
/** Whoever writes within the pause of typing waits for it. */
const keptWords = async (page: Page) => {
  await page.locator('[data-go="continue"]:visible').focus();
  await keptHere(page);
  await page.waitForTimeout(600);
};

/** All but the last questions, with words, a day and somebody left out; and it is kept. */
export async function writes(page: Page, url: string, said = words): Promise<void> {
  await begin(page, `${url}`);
  await toWhere(page);
  await answer(
    page,
    'where',
    `place:${(await page.locator('[data-where-results] input').first().getAttribute('value'))?.slice(6)}`,
  );
  await goOn(page);
  await onPanel(page, 'when');
  await page.locator('input[name="day"]').first().check();
  await goOn(page);
  await onPanel(page, 'words');
  await page.locator('[name="words"]').fill(said);
  await goOn(page);
  await onPanel(page, 'person');
  await page.locator('input[name="works_with_us"][value="yes"]').check();
  await page.locator('[data-readers] label', { hasText: 'Omar' }).click();
  await keptWords(page);
}
