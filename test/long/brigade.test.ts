/** Walk 12: a brigade of 400 against one café. What it gets is a receipt each; what it moves is nothing. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Groups, OneAsk } from '../../src/casework/asks/wire.ts';
import type { HeldAnswer } from '../../src/casework/flood/wire.ts';
import type { InboxAnswer } from '../../src/casework/wire.ts';
import { deriveReceipt, type Scrypt, toBase64url } from '../../src/platform/keys/index.ts';
import { nodeScrypt } from '../../src/platform/keys/node-scrypt.ts';
import { defaultConsents } from '../../src/report/answers.ts';
import { drafts, missing, reads } from '../asking.ts';
import { type Browser, browse } from '../browse.ts';
import { look, problems } from '../browser.ts';
import { amalTells, unstretched } from '../cast.ts';
import { type Office, office, unlock } from '../e2e/desk.ts';

const most = 400;
/** Of one day, from a place nobody ever told of. */
const letIn = 8;
const pages = ['/en', '/en/answers', '/ar/answers', '/en/areas', '/api/v1/asks', '/api/v1/bodies'];

let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place?.[Symbol.asyncDispose]());

const held = async (desk: Browser) => (await desk.get('/desk/api/held')).json<HeldAnswer>();
const lines = async (desk: Browser) =>
  (await desk.get('/desk/api/inbox?most=1000')).json<InboxAnswer>().lines;

test('all are taken and held; no ask, no mail, no figure; two set them aside in a few taps', async () => {
  const { here, people, phrases } = place;
  const { db } = here.database;
  // A business without a public duty with which nobody has spoken.
  await sql`insert into body (id, kind, name_en, name_ar, public_duty)
    values ('cafe', 'shop', 'Café Jasmine', 'مقهى ياسمين', false)`.execute(db);
  await sql`insert into place (id, kind, name_en, name_ar)
    values ('cafe', 'venue', 'Café Jasmine', 'مقهى ياسمين'), ('stop-9', 'stop', 'Stop 9', 'موقف ٩')`.execute(
    db,
  );
  await sql`insert into place_body values ('cafe', 'cafe')`.execute(db);
  const guest = browse(here);
  const shown = () => Promise.all(pages.map(async (path) => (await guest.get(path)).text));
  const desk = await people.as(people.ines);
  const standing = (await lines(desk)).length;
  const before = await shown();

  const tells = (at: string, scrypt: Scrypt) =>
    amalTells(
      here,
      { where: { place: at }, day: '2026-11-10', consents: { ...defaultConsents, ask: 'above_too' } },
      { scrypt },
    );
  const told: Awaited<ReturnType<typeof tells>>[] = [];
  for (let n = 0; n < most - 1; n += 21)
    told.push(...(await Promise.all(Array.from({ length: 21 }, () => tells('cafe', unstretched)))));
  const last = await tells('cafe', nodeScrypt);
  const elsewhere = await tells('stop-9', nodeScrypt);
  await here.settle();
  expect(new Set([...told, last].map(({ code }) => JSON.stringify(code))).size).toBe(most);
  expect(await shown()).toEqual(before);

  // The receipt of one that is held works as any other.
  const keys = await deriveReceipt(last.code, here.installation.salt, { scrypt: nodeScrypt });
  const hers = await guest.post('/api/back', { lookup: toBase64url(keys.lookup) });
  expect(hers.json<{ id: string; aside: boolean }>()).toMatchObject({ id: last.id, aside: false });

  const list = await lines(desk);
  expect(list).toHaveLength(standing + letIn + 1);
  expect(list.map(({ id }) => id)).toContain(elsewhere.id);
  expect((await held(desk)).waves).toMatchObject([
    { id: 'cafe', letIn, parts: [{ state: 'held', reports: most - letIn }] },
  ]);

  const counted = async (table: string) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
    return rows[0]?.n;
  };
  const { groups } = (await desk.get('/desk/api/asks/groups')).json<Groups>();
  const behind = groups.flatMap(({ reports }) => reports.map(({ report }) => report));
  const inList = list.map(({ id }) => id);
  expect(behind.filter((id) => !inList.includes(id))).toEqual([]);
  const three = list.filter(({ place: at }) => at?.en === 'Café Jasmine').slice(0, 3);
  for (const { id } of three) await reads(desk, id);
  const one: OneAsk = await drafts(
    desk,
    three.map(({ id }) => ({ id })),
    { body: 'cafe', about: { place: 'cafe' } },
  );
  expect(missing(one)).toEqual(['basis none']);
  expect([await counted('ask'), await counted('mail')]).toEqual([1, 0]);

  {
    await using ines = await place.enters(people.ines);
    await unlock(ines.page, phrases.ines);
    await ines.page.locator('[data-apart] a').click();
    await ines.page.locator('[data-part="held"]').waitFor();
    expect(await ines.page.locator('[data-wave="cafe"]').textContent()).toContain(String(most - letIn));
    expect(await problems(ines.page)).toEqual([]);
    await look(ines.page, 'desk-many');
    await ines.page.locator('[data-part="held"] .btn').first().click();
    await ines.page.locator('[data-part="held"] form .btn').first().click();
    await ines.page.locator('.why').waitFor();
    await look(ines.page, 'desk-many-why');
    await ines.page.locator('label[for="together-called_for"]').click();
    await ines.page.locator('[data-part="held"] form .btn').first().click();
    await ines.page.locator('[data-part="proposed"]').waitFor();
    expect(await problems(ines.page)).toEqual([]);
    expect(ines.complaints).toEqual([]);
  }
  {
    await using omar = await place.enters(people.omar, { locale: 'ar', screen: 'phone' });
    await unlock(omar.page, phrases.omar);
    await omar.page.locator('[data-apart] a').click();
    await omar.page.locator('[data-part="proposed"]').waitFor();
    await look(omar.page, 'desk-many-second-ar');
    await omar.page.locator('[data-part="proposed"] .btn').first().click();
    await omar.page.locator('[data-part="aside"]').waitFor();
    expect(await problems(omar.page)).toEqual([]);
    await look(omar.page, 'desk-many-aside-ar');
    expect(omar.complaints).toEqual([]);
  }
  expect(await lines(desk)).toHaveLength(standing + letIn + 1);
  expect(await shown()).toEqual(before);
  expect([await counted('report'), await counted('mail')]).toEqual([standing + most + 1, 0]);
  const after = await guest.post('/api/back', { lookup: toBase64url(keys.lookup) });
  expect(after.json<{ aside: boolean }>().aside).toBe(true);
}, 300_000);
