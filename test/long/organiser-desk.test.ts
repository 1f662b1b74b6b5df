import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newReportKey } from '../../src/platform/keys/item.ts';
import { signConsents } from '../../src/report/consents.ts';
import { exchange, type Forger, forger, replaceRecipient, replaceTold } from '../attacks/organiser.ts';
import type { Visitor } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { goTo, type Office, office, unlock } from '../e2e/desk.ts';

let place: Office;
let salma: Forger;
let ines: Visitor;
let page: Page;
beforeAll(async () => {
  place = await office();
  salma = await forger(place.here);
  ines = await place.enters(place.people.ines);
  page = ines.page;
  await unlock(page, place.phrases.ines);
}, 120_000);
afterAll(async () => {
  await ines[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

async function tells() {
  const told = await amalTells(place.here);
  await place.here.settle();
  return told;
}
type Told = Awaited<ReturnType<typeof tells>>;

/** Opens it in the inbox, as she would any other. */
async function opens({ id }: Pick<Told, 'id'>): Promise<void> {
  await goTo(page, 'inbox');
  await page.reload();
  await unlock(page, place.phrases.ines);
  await page.locator('.list a.open').first().waitFor();
  const { lines } = (await (await place.people.as(place.people.ines)).get('/desk/api/inbox')).json<{
    lines: { id: string }[];
  }>();
  await page
    .locator('.list a.open')
    .nth(lines.findIndex((line) => line.id === id))
    .click();
  await page.locator('[data-key="o"]').click();
}
const replyBox = () => page.locator('[data-key="r"]');
async function mayNotAnswer(): Promise<void> {
  expect(await replyBox().or(page.locator('main form textarea')).count()).toBe(0);
}
const alert = () => page.locator('[role="alert"]');

const attacks: Readonly<Record<string, { attack(told: Told): Promise<unknown>; said: string }>> = {
  'a key of their own': {
    attack: ({ id }) => replaceRecipient(place.here, id, { keys: salma.keys, signer: false }),
    said: 'key and the choices are not what the person who told it signed',
  },
  'a key of their own, under her own signature': {
    async attack({ id }) {
      const { recipient } = await newReportKey();
      await sql`update report set recipient = ${recipient} where id = ${id}`.execute(place.here.database.db);
    },
    said: 'is not the one it says it is sealed to',
  },
  'a key and a signing key of their own': {
    attack: ({ id }) => replaceRecipient(place.here, id, { keys: salma.keys, signer: true }),
    said: 'is not the one sealed inside the report',
  },
  'words of their own, with their own address for replies': {
    attack: ({ id, submission: { recipient } }) =>
      replaceTold(place.here, { id, recipient }, { keys: salma.keys, words: 'Nothing happened.' }),
    said: 'What opened is not what was sealed',
  },
  'choices she never made': {
    attack: ({ id }) =>
      sql`update report set consents = jsonb_set(consents, '{contact}', 'true') where id = ${id}`.execute(
        place.here.database.db,
      ),
    said: 'key and the choices are not what',
  },
  'choices she never made, signed by themselves': {
    async attack({ id, submission }) {
      const consents = { ...submission.consents, contact: true };
      const { recipient } = submission;
      const installation = place.here.installation.id;
      const choices = { installation, report: id, recipient, number: 2, consents };
      const signature = signConsents(choices, salma.keys.signSecret);
      await sql`update report set consents = ${JSON.stringify(consents)}::jsonb, consents_number = 2,
        consents_signature = ${signature} where id = ${id}`.execute(place.here.database.db);
    },
    said: 'key and the choices are not what',
  },
};
test('a report nobody touched can be answered', async () => {
  await opens(await tells());
  await replyBox().waitFor();
  expect(await alert().count()).toBe(0);
}, 60_000);

test.each(Object.keys(attacks))(
  'a report that was given %s is named, and no reply can be written',
  async (how) => {
    const told = await tells();
    await attacks[how]?.attack(told);
    await opens(told);
    await alert()
      .filter({ hasText: attacks[how]?.said ?? '?' })
      .waitFor();
    await mayNotAnswer();
  },
  60_000,
);

test.each(['words', 'words and secret'] as const)(
  'a report that was given the %s of another is refused',
  async (what) => {
    const [told, other] = [await tells(), await tells()];
    const both = [told.id, other.id] as const;
    await exchange(place.here, 'report_item', both);
    if (what !== 'words') await exchange(place.here, 'report_secret', both);
    await opens(told);
    const said = what === 'words' ? 'Your key does not open this' : 'This is not what it says it is';
    await alert().filter({ hasText: said }).waitFor();
    expect(await page.locator('[data-show]').count()).toBe(0);
    await mayNotAnswer();
  },
  60_000,
);
