/** What a mail must never do: carry a header somebody else wrote, a story, a kind of report, or reach somebody it was not for. */
import fc from 'fast-check';
import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { askWriter } from '../../src/answer/ask/store.ts';
import { translate } from '../../src/platform/i18n/index.ts';
import { postMail, type Template, templates } from '../../src/platform/mail/index.ts';
import { put } from '../../src/platform/outbox/index.ts';
import { kinds } from '../../src/report/answers.ts';
import { asked } from '../asks.ts';
import { browse } from '../browse.ts';
import { amalTells, cast } from '../cast.ts';
import { examples, mailsOf, post } from '../mail.ts';
import { mailServer, type Taken } from '../smtp.ts';
import { type TestWorld, world } from '../world.ts';

const breaks = ['\r\n', '\n', '\r', '\u0085', '\u2028', '\u2029', '\u000b', '%0d%0a', '=?utf-8?q?=0D=0A?='];
const attack = (line: string) => `Ferries${line}Bcc: thief@elsewhere.example${line}${line}<b>hello</b>`;

const ours = [
  'from',
  'to',
  'subject',
  'message-id',
  'date',
  'auto-submitted',
  'x-auto-response-suppress',
  'mime-version',
  'content-type',
];

/** As a mail server sees it: everything before the first empty line. */
const headersOf = ({ raw }: Taken): string[] => {
  const lines = raw.slice(0, raw.indexOf('\r\n\r\n')).split('\r\n');
  return lines.filter((line) => !/^[ \t]/.test(line)).map((line) => line.split(':')[0]?.toLowerCase() ?? '');
};

const real = (port: number) => {
  const env = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Asks <asks@organisation.example>' };
  return world({ kind: 'real', env, staging: { mailRests: 0 } });
};

const both = (text: string) => ({ en: text, ar: text });
const poisoned = (text: string) => ({
  ...examples.ask,
  body: both(text),
  place: both(text),
  asked: [both(text)],
});

const untouched = (mail: Taken) => {
  expect(headersOf(mail).sort()).toEqual([...ours].sort());
  expect(mail.to).toEqual(['asks@ferries.example']);
  expect(mail.from).toBe('asks@organisation.example');
};

describe('a line break in a name', () => {
  test.each(breaks)('%j begins no header, adds no reader and no markup', async (line) => {
    await using server = await mailServer();
    await using here = await real(server.port);
    here.installation.name = both(attack(line));
    await post(here, 'ask', { params: poisoned(attack(line)) });
    await post(here, 'mail_change', { params: { body: both(attack(line)), here: 'old' } });
    await here.settle();
    expect(server.taken).toHaveLength(2);
    for (const mail of server.taken) {
      untouched(mail);
      expect((await PostalMime.parse(mail.raw)).html).not.toContain('<b>');
    }
  });

  test('whatever is in it', async () => {
    await using server = await mailServer();
    await using here = await real(server.port);
    const text = fc.string({ unit: 'binary', maxLength: 300 }).filter((one) => one.isWellFormed());
    for (const one of fc.sample(text, 25)) {
      await post(here, 'ask', { params: poisoned(one.replaceAll('\0', '')) });
    }
    await here.settle();
    expect(server.taken).toHaveLength(25);
    for (const mail of server.taken) untouched(mail);
  }, 60_000);
});

test('an address that is more than one mailbox is refused before anything is written', async () => {
  await using here = await world();
  const { db } = here.database;
  const wrong = [
    'a@ferries.example, b@elsewhere.example',
    'a@ferries.example\r\nBcc: b@elsewhere.example',
    'A <a@ferries.example>',
    '"a b"@ferries.example',
    'a@ferries.example>',
    'a@[127.0.0.1]',
    'a@ferries.example\u2028',
    'a @ferries.example',
    '@ferries.example',
    'a@ferries',
    `${'a'.repeat(65)}@ferries.example`,
    'ас@ferries.example',
    '',
  ];
  for (const to of wrong) {
    const writing = db
      .transaction()
      .execute((tx) => postMail(tx, { to, template: 'task', locale: 'en', params: {} }));
    await expect(writing, JSON.stringify(to)).rejects.toMatchObject({ code: 'mail_address' });
  }
  const { rows } = await sql`select 1 from mail union all select 1 from outbox`.execute(db);
  expect(rows).toEqual([]);
});

/** An ask that a story stands behind, and every fact that becomes mail. */
async function everythingHappens(here: TestWorld, secret: string): Promise<void> {
  const { db } = here.database;
  await cast(here);
  const { id: report } = await amalTells(here, { kinds: ['filmed', 'followed'], words: secret });
  const ask = await asked(db, 'abcdefghijklmnop', { sent: '2026-11-22', due: '2026-12-13' });
  await db.transaction().execute(async (tx) => {
    await sql`insert into ask_report values (${ask}, ${report})`.execute(tx);
    for (const what of ['sent', 'told', 'passed'] as const) {
      await askWriter(tx).event(ask, { day: '2026-11-22', what, note: { number: 1 } });
    }
    for (const event of ['answer.given', 'mail.bounced']) {
      await put(tx, { event, subject: ask });
    }
  });
  for (const template of templates) await post(here, template as Template, { about: { ask } });
  await here.settle();
}

test('no mail and no row of one has a story, a kind of report, or how many told one', async () => {
  const secret = 'canary-0123456789abcdef';
  await using here = await world({ env: { MAIL_DESK: 'desk@organisation.example' } });
  await everythingHappens(here, secret);
  const mails = await mailsOf(here);
  expect(mails.length).toBeGreaterThanOrEqual(templates.length);
  const words = (['en', 'ar'] as const).flatMap((locale) =>
    kinds.flatMap((kind) => [
      translate(locale)(`report.kind.${kind}`),
      translate(locale)(`public.kind.${kind}`),
    ]),
  );
  for (const { subject, plain, html, name } of mails) {
    const said = `${subject}\n${plain}\n${html.replace(/<style>.*?<\/style>/s, '')}`;
    expect(said).not.toContain(secret);
    expect(
      words.filter((word) => said.includes(word)),
      name,
    ).toEqual([]);
    expect(said).not.toMatch(/\b\d+ (people|persons|women|reports)\b/);
  }
  const { rows } = await sql<{ whole: string }>`select mail::text as whole from mail`.execute(
    here.database.db,
  );
  expect(rows.filter(({ whole }) => /canary|ferries|token|204816/.test(whole))).toEqual([]);
});

test('a real installation has no page of its mail, and a demonstration shows no other file', async () => {
  await using there = await world({ kind: 'real' });
  expect((await browse(there).get('/en/demo/mail')).status).toBe(404);
  await using here = await world();
  for (const name of [
    '..%2Finstallation',
    '..%2f..%2finstallation',
    'installation',
    '%00',
    'a'.repeat(200),
  ]) {
    expect((await browse(here).get(`/en/demo/mail/${name}`)).status).toBeGreaterThanOrEqual(400);
    expect((await browse(here).get(`/demo/mail/${name}/file`)).status).toBeGreaterThanOrEqual(400);
  }
});

test('a letter is for caseworkers, and there is none of what is not public', async () => {
  await using here = await world();
  const people = await cast(here);
  const ask = await asked(here.database.db, 'abcdefghijklmnop', { sent: '2026-11-22', due: '2026-12-13' });
  const path = `/en/desk/asks/${ask}/letter`;
  expect((await browse(here).get(path)).status).toBe(401);
  for (const other of [people.salma, people.layla]) {
    expect((await (await people.as(other)).get(path)).status).toBe(403);
  }
  const ines = await people.as(people.ines);
  expect((await ines.get(path)).status).toBe(200);
  await here.database.db.transaction().execute((tx) => askWriter(tx).change(ask, { paused: '2026-11-22' }));
  expect((await ines.get(path)).status).toBe(404);
  expect((await ines.get('/en/desk/asks/nothing/letter')).status).toBe(404);
});
