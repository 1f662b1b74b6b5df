import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  deriveReceipt,
  type ReaderEntry,
  showCode,
  signStatement,
  toBase64url,
} from '../../src/platform/keys/index.ts';
import { newReportKey, sealItem } from '../../src/platform/keys/item.ts';
import { nodeScrypt } from '../../src/platform/keys/node-scrypt.ts';
import { entriesReader } from '../../src/report/index.ts';
import { composeReply, replyItem } from '../../src/report/reply.ts';
import { type Habits, look, type Visitor, visitor } from '../browser.ts';
import { amalTells, signedByRoot } from '../cast.ts';
import { codeOn, goOn, onPanel, send, toCheck } from '../e2e/amal.ts';
import { now, type Office, office } from '../e2e/desk.ts';
import { type Forger, forger, list, putReply, replaceRecipient } from './organiser.ts';

let place: Office;
let salma: Forger;
beforeAll(async () => {
  place = await office();
  salma = await forger(place.here);
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

async function tells() {
  const told = await amalTells(place.here);
  await place.here.settle();
  return told;
}

async function phone(habits: Habits = {}): Promise<Visitor> {
  const one = await visitor(habits);
  await one.context.clock.setFixedTime(now);
  return one;
}

describe('an own reader', () => {
  /** The list a server would show; the pages stay as they were, since whoever has the server can see to that. */
  const lists: Readonly<Record<string, () => Promise<ReaderEntry[]>>> = {
    'signed by a root of their own': async () => [...(await signed()), await salma.entry({ by: 'own root' })],
    'signed by nobody': async () => [...(await signed()), await salma.entry({ by: 'nobody' })],
    'signed by the new reader alone': async () => [
      ...(await signed()),
      await salma.entry({ by: 'themselves' }),
    ],
    'called a founding reader': async () => [
      ...(await signed()),
      await salma.entry({ by: 'own root', founding: true }),
    ],
    'on a whole list of their own': async () => [await alone()],
    'in the place of Ines, her key exchanged': async () =>
      (await signed()).map((entry) => {
        const { reader } = entry.statement;
        if (reader.name !== 'Ines') return entry;
        const { recipient } = salma.reader;
        return { ...entry, statement: { ...entry.statement, reader: { ...reader, recipient } } };
      }),
  };
  const signed = () => entriesReader(place.here.database.db).all();
  async function alone(): Promise<ReaderEntry> {
    const { statement } = await salma.entry({ by: 'nobody' });
    const first = { ...statement, number: 1, previous: '', founding: true };
    return { statement: first, signatures: [signStatement(first, 'root', salma.root.secret)] };
  }

  /** Tells on the page as it was, while the server shows this list; what her phone asked for and sent. */
  async function tellsBy({ page }: Visitor, entries: readonly ReaderEntry[], ends: () => Promise<unknown>) {
    const telling = await (await fetch(`${place.url}/en/report/tell`)).text();
    await page.route('**/en/report/tell', (route) =>
      route.fulfill({ body: telling, contentType: 'text/html' }),
    );
    await using _list = await list(place.here, entries);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.goto(`${place.url}/en/report/tell`);
    await onPanel(page, 'safe');
    await goOn(page);
    await toCheck(page);
    await send(page);
    await ends();
    return sent;
  }

  test.each(Object.keys(lists))(
    '%s: her phone seals to nobody and says so',
    async (how) => {
      await using amal = await phone();
      const { page } = amal;
      const sent = await tellsBy(amal, (await lists[how]?.()) ?? [], () => onPanel(page, 'no_readers'));
      expect(await page.locator('[data-panel="no_readers"]').innerText()).toContain('could not be checked');
      expect(sent.filter((one) => one.startsWith('POST'))).toEqual([]);
      expect(sent).toContain('GET /api/readers');
    },
    60_000,
  );

  test('is all that stops her: with the list as it was signed, it is sent', async () => {
    await using amal = await phone();
    const sent = await tellsBy(amal, await signed(), () => codeOn(amal.page));
    expect(sent).toContain('POST /api/reports');
  }, 60_000);
});

type Told = Awaited<ReturnType<typeof tells>>;

/** Amal with her code on her own page. */
async function comesBack({ page }: Visitor, { code }: Pick<Told, 'code'>): Promise<string[]> {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(new URL(request.url()).pathname));
  await page.goto(`${place.url}/en/back`);
  await page.locator('[data-code-in]').first().fill(showCode(code));
  await page.locator('[data-code-form] button').last().click();
  await onPanel(page, 'mine');
  return sent;
}

describe('an addition', () => {
  const attacks: Readonly<Record<string, (told: Told) => Promise<unknown>>> = {
    'a key of their own, signed by themselves': ({ id }) =>
      replaceRecipient(place.here, id, { keys: salma.keys, signer: false }),
    'a key of their own, and their signing key as hers': ({ id }) =>
      replaceRecipient(place.here, id, { keys: salma.keys, signer: true }),
    'a key of their own, under her own signature': async ({ id }) => {
      const { recipient } = await newReportKey();
      await sql`update report set recipient = ${recipient} where id = ${id}`.execute(place.here.database.db);
    },
    'another report’s key and choices with their signature': async ({ id }) => {
      const other = await tells();
      await sql`update report set (recipient, consents, consents_signature) =
        (select recipient, consents, consents_signature from report where id = ${other.id})
        where id = ${id}`.execute(place.here.database.db);
    },
  };
  test.each(Object.keys(attacks))(
    'goes to nobody when the report was given %s',
    async (how) => {
      const told = await tells();
      await attacks[how]?.(told);
      await using amal = await phone();
      const { page } = amal;
      const sent = await comesBack(amal, told);
      await page.locator('[data-nothing-added]').waitFor();
      for (const form of ['add', 'choices'])
        expect(await page.locator(`form[data-${form}]`).isVisible()).toBe(false);
      await page.locator('form[data-add]').evaluate((form: HTMLFormElement) => {
        const text = form.querySelector('textarea');
        if (text) text.value = 'Hear me.';
        form.requestSubmit();
      });
      await page.locator('form[data-add] [data-status]', { hasText: /\w/ }).waitFor({ state: 'attached' });
      expect(sent).not.toContain('/api/back/add');
    },
    60_000,
  );
});

describe('a reply in Ines’s name', () => {
  test('by another key says that nobody’s signature holds; sealed to another it does not open', async () => {
    const told = await tells();
    const report = told.id;
    const installation = place.here.installation.id;
    // Even who has seen the address of her replies, which stands in her sealed words alone, cannot sign for Ines.
    const { replyRecipient } = await deriveReceipt(told.code, place.here.installation.salt, {
      scrypt: nodeScrypt,
    });
    for (const [number, to] of [
      [1, replyRecipient],
      [2, salma.keys.recipient],
    ] as const) {
      const by = { reader: place.people.ines.reader.id, signSecret: salma.keys.signSecret };
      const content = composeReply({ installation, report, number }, 'Meet me at the stop.', by);
      const body = toBase64url(
        await sealItem({ installation, report, item: replyItem(number), content }, [to]),
      );
      await putReply(place.here, { report, number, body, author: 'Ines' });
    }
    await using amal = await phone();
    await comesBack(amal, told);
    const replies = amal.page.locator('[data-replies] li');
    expect(await replies.count()).toBe(2);
    expect(await replies.nth(0).locator('[data-unsigned]').innerText()).toContain(
      'fits nobody who is on the list',
    );
    expect(await replies.nth(1).locator('[data-text]').innerText()).toContain('cannot be opened');
    for (const who of await replies.locator('[data-who]').allInnerTexts()) expect(who).not.toContain('Ines');
  }, 60_000);

  test('one that Ines did write, put under another number or another report, is not hers there', async () => {
    const [told, other] = [await tells(), await tells()];
    const { ines } = place.people;
    const installation = place.here.installation.id;
    const at = { installation, report: other.id, number: 1 };
    const content = composeReply(at, 'For somebody else.', {
      reader: ines.reader.id,
      signSecret: ines.keys.signSecret,
    });
    const { replyRecipient } = await deriveReceipt(told.code, place.here.installation.salt, {
      scrypt: nodeScrypt,
    });
    const item = { installation, report: told.id, item: replyItem(1), content };
    const body = toBase64url(await sealItem(item, [replyRecipient]));
    await putReply(place.here, { report: told.id, number: 1, body, author: 'Ines' });
    await using amal = await phone();
    await comesBack(amal, told);
    const reply = amal.page.locator('[data-replies] li');
    await reply.locator('[data-unsigned]').waitFor();
    expect(await reply.locator('[data-who]').innerText()).not.toContain('Ines');
  }, 60_000);
});

describe('a key that was taken off the list', () => {
  /** Omar has left, or pressed Lock now; whoever has his key and the database writes as him, on a day of their choice. */
  async function writesAsOmar(
    told: Told,
    replies: readonly { number: number; day: string }[],
  ): Promise<void> {
    const { omar } = place.people;
    const installation = place.here.installation.id;
    const { replyRecipient } = await deriveReceipt(told.code, place.here.installation.salt, {
      scrypt: nodeScrypt,
    });
    for (const { number, day } of replies) {
      const by = { reader: omar.reader.id, signSecret: omar.keys.signSecret };
      const content = composeReply({ installation, report: told.id, number }, 'Meet me at the stop.', by);
      const item = { installation, report: told.id, item: replyItem(number), content };
      const body = toBase64url(await sealItem(item, [replyRecipient]));
      await putReply(place.here, { report: told.id, number, body, author: 'Omar', day });
    }
  }

  test('signs no reply that is shown as plainly valid, with script or without, whatever day it carries', async () => {
    const told = await tells();
    await signedByRoot(place.here, 'remove', place.people.omar.reader);
    const dates = ['2026-11-21', '2026-11-22', '2026-12-24'];
    await writesAsOmar(
      told,
      dates.map((day, at) => ({ number: at + 1, day })),
    );
    for (const habits of [{}, { screen: 'desktop' }, { script: false }] as const) {
      for (const locale of ['en', 'ar'] as const) {
        await using amal = await phone({ ...habits, locale });
        const { page } = amal;
        await page.goto(`${place.url}/${locale}/back`);
        await page.locator('[data-code-in]').first().fill(showCode(told.code));
        await page.locator('[data-code-form] button').last().click();
        const replies = page.locator('ol.speak > li');
        await replies.nth(2).waitFor();
        await look(
          page,
          `withdrawn-key-${locale}-${'script' in habits ? 'off' : ((habits as Habits).screen ?? 'phone')}`,
        );
        const texts = await replies.allInnerTexts();
        const plain = locale === 'en' ? 'From Omar' : 'من Omar';
        for (const text of texts) expect(text).not.toContain(plain);
        const former = locale === 'en' ? 'taken off the list on' : 'خرج هذا المفتاح من القائمة';
        expect(texts.map((text) => text.includes(former))).toEqual([true, true, false]);
        expect(texts[2]).toContain(locale === 'en' ? 'fits nobody who is on the list' : 'لا يناسب أحدًا');
      }
    }
  }, 120_000);
});
