/** Amal tells with a secret in every field there is; Ines opens, replies and writes a note; Amal comes back and adds. */
import type { Page } from 'playwright-core';
import { type Code, deriveReceipt, type Receipt, toHex } from '../../src/platform/keys/index.ts';
import { nodeScrypt } from '../../src/platform/keys/node-scrypt.ts';
import { randomBytes } from '../../src/platform/keys/random.ts';
import { readTyped } from '../../src/report/typed-code.ts';
import { answer, begin, codeOn, goOn, onPanel, panel, send } from '../e2e/amal.ts';
import type { TestWorld } from '../world.ts';
import { type Trace, tracesOf } from './trace.ts';

/** In every typed field stands this bird and the field's name; nothing else anywhere holds it. */
export interface Secrets {
  bird: string;
  say(field: string): string;
  day: string;
  time: string;
}

export function newSecrets(): Secrets {
  const bird = `canary${toHex(randomBytes(8))}`;
  return { bird, say: (field) => `${bird} ${field} هنا`, day: '2026-09-03', time: '03:47' };
}

/** Names in what is sealed that no table and no log has; `under_18` and the answers about work are named by them. */
const sealedNames = [
  'worksThere',
  'worksWithUs',
  'replyRecipient',
  '"identifies"',
  '"placeWords"',
  '"under_18"',
];

export const tracesIn = ({ bird, day, time }: Secrets): Trace[] => [
  ...tracesOf('a secret', bird),
  ...tracesOf('the day', day),
  ...tracesOf('the time', `"${time}"`),
  ...sealedNames.flatMap((name) => tracesOf(name, name)),
];

/** Traces of the code and of all that is made from it. The hash of the lookup value is what the table may hold. */
export async function tracesOfCode(
  typed: string,
  { installation }: TestWorld,
): Promise<{ code: Trace[]; keys: Trace[] }> {
  const read = readTyped(typed);
  if (!('ok' in read)) throw new Error('The code on the page cannot be read');
  const keys: Receipt = await deriveReceipt(read.ok, installation.salt, { scrypt: nodeScrypt });
  return {
    code: spellingsOf(read.ok).flatMap((text) => tracesOf('the code', text)),
    keys: [
      ...tracesOf('the lookup value', keys.lookup),
      ...tracesOf('the reply key', keys.replyIdentity),
      ...tracesOf('the signing key', keys.signSecret),
    ],
  };
}

function spellingsOf(code: Code): string[] {
  if (code.list === 'digits') return [code.digits, code.digits.replace(/\d{4}(?=.)/g, '$& ')];
  return [' ', '-', '+', '%20', '","', '\n'].map((between) => code.words.join(between));
}

/** With script. Returns the code as it stands on the page. */
export async function tellsAll(page: Page, url: string, secrets: Secrets): Promise<string> {
  await begin(page, url);
  await answer(page, 'who', 'me');
  await goOn(page);
  await answer(page, 'age', 'under_18');
  await goOn(page);
  await onPanel(page, 'under_18');
  await goOn(page);
  for (const [name, value] of [
    ['kinds', 'followed'],
    ['soon', 'knows_where'],
    ['helped', 'nobody_did'],
  ] as const) {
    await onPanel(page, name);
    await answer(page, name, value);
    await goOn(page);
  }
  await onPanel(page, 'where');
  await page.locator('[data-where-search]').fill('tram 1');
  await page.locator('[data-where-results] input[value="place:tram-1"]').check();
  await panel(page, 'where').locator('select[name="direction"]').waitFor();
  await fillWhere(page, secrets);
  await goOn(page);
  await onPanel(page, 'when');
  await fillWhen(page, secrets);
  await goOn(page);
  await onPanel(page, 'words');
  await page.locator('[name="words"]').fill(secrets.say('words'));
  await goOn(page);
  await onPanel(page, 'person');
  await fillPerson(page, secrets);
  await goOn(page);
  await onPanel(page, 'wishes');
  await answer(page, 'wish', 'contact');
  await goOn(page);
  await onPanel(page, 'reach');
  await fillReach(page, secrets);
  await goOn(page);
  await onPanel(page, 'check');
  await send(page);
  return codeOn(page);
}

/** Without script: the same answers, on the server's pages. */
export async function tellsAllWithoutScript(page: Page, url: string, secrets: Secrets): Promise<string> {
  const go = () => page.locator('button[name="go"][value="continue"]').last().click();
  const choose = (name: string, value: string) =>
    page.locator(`input[name="${name}"][value="${value}"]`).check();
  await page.goto(`${url}/report?script=off`);
  await page.locator('form[data-start] button').click();
  await go();
  await choose('who', 'me');
  await go();
  await go();
  await choose('kinds', 'followed');
  await go();
  await choose('helped', 'nobody_did');
  await go();
  await page.locator('[name="q"]').fill('tram 1');
  await page.locator('[name="q"]').press('Enter');
  await choose('where', 'place:tram-1');
  await go();
  await choose('wish', 'contact');
  await go();
  await choose('age', 'under_18');
  await choose('soon', 'knows_where');
  await fillWhere(page, secrets);
  await fillWhen(page, secrets);
  await page.locator('[name="words"]').fill(secrets.say('words'));
  await fillPerson(page, secrets);
  await fillReach(page, secrets);
  await page.locator('button[value="send"]').click();
  return codeOn(page);
}

/** The directions of a line are public; which one she went is not. */
async function fillWhere(page: Page, { say }: Secrets): Promise<void> {
  await page.locator('select[name="direction"]').evaluate((select, towards) => {
    const option = document.createElement('option');
    option.value = towards;
    option.selected = true;
    select.append(option);
  }, say('direction'));
  await page.locator('[name="place_words"]').fill(say('place words'));
}

async function fillWhen(page: Page, { day, time }: Secrets): Promise<void> {
  await page.locator('input[name="day"][type="radio"]').last().check();
  await page.locator('input[name="day"][type="date"]').fill(day);
  await page.locator('input[name="part"][value="night"]').check();
  await page.locator('input[name="time"]').fill(time);
}

async function fillPerson(page: Page, { say }: Secrets): Promise<void> {
  await page.locator('input[name="works_there"][value="yes"]').check();
  await page.locator('input[name="works_with_us"][value="no"]').check();
  await page.locator('[name="identifies"]').fill(say('identifies'));
}

async function fillReach(page: Page, { say }: Secrets): Promise<void> {
  await page.locator('input[name="reach"][value="phone"]').check();
  await page.locator('[name="contact"]').fill(say('contact'));
}

/** At her desk: claims, opens, replies, writes a note; the desk is unlocked. */
export async function inesAnswers(page: Page, { say }: Secrets): Promise<string> {
  await page.locator('.list a.open').first().click();
  await page.locator('[data-key="o"]').click();
  await page.locator('[data-show]').waitFor();
  for (const closed of await page.locator('details.closed > summary').all()) await closed.click();
  const read = await page.locator('main').innerText();
  await page.locator('[data-key="r"]').fill(say('reply'));
  await page.locator('form:has([data-key="r"]) button[type="submit"]').click();
  await page.locator('#replies-title').waitFor();
  const notes = page.locator('details:has(textarea:not([data-key]))').last();
  await notes.locator('> summary').click();
  await notes.locator('textarea').fill(say('note'));
  await notes.locator('form button').click();
  await notes.locator('.speak li').waitFor({ state: 'attached' });
  return read;
}

/** With script: reads the reply and adds. */
export async function comesBack(
  page: Page,
  url: string,
  { code, say }: { code: string } & Secrets,
): Promise<string> {
  await page.goto(`${url}/back`);
  await page.locator('[data-code-in]').first().fill(code);
  await page.locator('[data-code-form] button').last().click();
  await onPanel(page, 'mine');
  const read = await page.locator('[data-replies]').innerText();
  await page.locator('[data-add] [name="text"]').fill(say('addition'));
  await page.locator('[data-add] button[type="submit"]').click();
  await page.locator('[data-add] [data-status]', { hasText: /\w/ }).waitFor();
  return read;
}

export async function comesBackWithoutScript(
  page: Page,
  url: string,
  { code, say }: { code: string } & Secrets,
): Promise<string> {
  await page.goto(`${url}/back`);
  await page.locator('[name="code"]').first().fill(code);
  await page.locator('button[name="do"]').click();
  const read = await page.locator('[data-replies]').innerText();
  await page.locator('[name="text"]').fill(say('addition'));
  await page.locator('form:has([name="text"]) button').click();
  await page.locator('.note.good').waitFor();
  return read;
}
