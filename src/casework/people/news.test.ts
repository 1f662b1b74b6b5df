/** News of the desk by mail: to whom, in which words, how often, and when not. */
import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { amalTells, arrive, cast, signedByRoot } from '../../../test/cast.ts';
import { mailServer, type Taken } from '../../../test/smtp.ts';
import { house } from '../../../test/together.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { translate } from '../../platform/i18n/index.ts';
import type { OwnMailAnswer } from './mail-wire.ts';

const own = (address: string, language: string) => ({ own: { address, language } });
const said = async ({ raw }: Taken) => {
  const { subject = '', text = '' } = await PostalMime.parse(raw);
  return `${subject}\n${text}`;
};
const mails = async ({ database }: TestWorld) =>
  (
    await sql<{ state: string; recipient: string | null }>`select state, recipient from mail`.execute(
      database.db,
    )
  ).rows;

test('who came in is mailed once a day, in the language of each, without a name; Lock now takes the address', async () => {
  await using server = await mailServer();
  const env = { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'Desk <desk@organisation.example>' };
  await using here = await world({ kind: 'real', env, staging: { mailRests: 0 } });
  const people = await cast(here);
  const [omar, salma, layla] = [
    await people.as(people.omar),
    await people.as(people.salma),
    await people.as(people.layla),
  ];
  await here.settle();
  expect((await omar.get('/desk/api/own-mail')).json<OwnMailAnswer>()).toEqual({ own: null, sends: true });
  const wrong = await omar.post('/desk/api/own-mail', own('omar at home', 'fr'));
  expect([wrong.status, wrong.text.includes('omar at home')]).toEqual([422, true]);
  expect((await omar.post('/desk/api/own-mail', own('o@home.example', 'fr'))).status).toBe(200);
  await salma.post('/desk/api/own-mail', own('s@home.example', 'ar'));
  expect((await layla.post('/desk/api/own-mail', own('l@home.example', 'en'))).status).toBe(403);
  expect((await browse(here).post('/desk/api/own-mail', own('x@home.example', 'en'))).status).toBe(401);

  await people.as(people.ines);
  await people.as(people.ines);
  await here.settle();
  expect(server.taken.map(({ to: [to] }) => to).toSorted()).toEqual(['o@home.example', 's@home.example']);
  for (const taken of server.taken) {
    const t = translate(taken.to[0] === 'o@home.example' ? 'fr' : 'ar');
    expect(await said(taken)).toContain(t('mail.news.came_in'));
    expect(await said(taken)).not.toMatch(/Ines|Omar|Salma/);
  }
  expect(await mails(here)).toEqual(Array(2).fill({ state: 'sent', recipient: null }));

  // Another day, and another kind: Omar locks, which is no news to Omar, and his address goes.
  here.clock.pass({ days: 1 });
  const again = await people.as(people.omar);
  await again.post('/desk/api/lock', { entry: null });
  await people.as(people.ines);
  await here.settle();
  const later = server.taken.slice(2);
  expect(later.map(({ to: [to] }) => to)).toEqual(['s@home.example', 's@home.example']);
  const texts = await Promise.all(later.map(said));
  for (const kind of ['came_in', 'readers'] as const)
    expect(texts.filter((text) => text.includes(translate('ar')(`mail.news.${kind}`)))).toHaveLength(1);
  const { rows } = await sql<{ address: string }>`select address from person_mail`.execute(here.database.db);
  expect(rows).toEqual([{ address: 's@home.example' }]);
});

test('who is waited for to open a report together is mailed, and nobody who could not help', async () => {
  await using server = await mailServer();
  const env = { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'Desk <desk@organisation.example>' };
  await using here = await world({ kind: 'real', env, staging: { mailRests: 0 } });
  const people = await house(here);
  const join = async (name: string) => {
    const keyholder = await arrive(here, { name, roles: ['caseworker'] });
    await signedByRoot(here, 'add', keyholder.reader);
    return keyholder;
  };
  const [mona, hanan] = [await join('Mona'), await join('Hanan')];
  here.clock.pass({ hours: 73 });
  const open = async () => ({ open: true }) as const;
  const leaveOut = [hanan.reader.id];
  const { id: report } = await amalTells(here, { worksWithUs: 'yes', leaveOut }, { open });
  await here.settle();
  const ines = await people.as(people.ines);
  const writers = { o: people.omar, m: mona, h: hanan, s: people.salma, i: people.ines };
  for (const [at, who] of Object.entries(writers))
    await (await people.as(who)).post('/desk/api/own-mail', own(`${at}@home.example`, 'en'));
  await here.settle();
  const asked = translate('en')('mail.news.asked');
  const mailed = async () => {
    await here.settle();
    const texts = await Promise.all(
      server.taken.map(async (one) => ({ to: one.to[0], text: await said(one) })),
    );
    return texts.filter(({ text }) => text.includes(asked));
  };
  const asks = async () => (await ines.post('/desk/api/together/ask', { report })).status;

  // Answered before the mail was written: nobody is waited for any more, but who has not answered.
  expect(await asks()).toBe(200);
  const omar = await people.as(people.omar);
  await omar.post('/desk/api/together/no', { report, reader: people.ines.reader.id });
  expect((await mailed()).map(({ to }) => to)).toEqual(['m@home.example']);
  // Asked anew on the same day, Omar hears of it, and Mona does not hear twice.
  expect([await asks(), await asks()]).toEqual([200, 200]);
  expect((await mailed()).map(({ to }) => to).toSorted()).toEqual(['m@home.example', 'o@home.example']);
  for (const { text } of await mailed()) {
    expect(text).not.toMatch(/Ines|Omar|Mona|Hanan|lamp|stop/);
    expect(text).not.toContain(report);
  }
  here.clock.pass({ days: 1 });
  const next = await people.as(people.ines);
  await next.post('/desk/api/together/ask', { report });
  expect(await mailed()).toHaveLength(4);
}, 60_000);

test('where no mail is set up none is written, and the desk says so', async () => {
  await using here = await world({ kind: 'real' });
  const people = await cast(here);
  const omar = await people.as(people.omar);
  await omar.post('/desk/api/own-mail', own('o@home.example', 'en'));
  await people.as(people.ines);
  await here.settle();
  expect(await mails(here)).toEqual([]);
  const answer = (await omar.get('/desk/api/own-mail')).json<OwnMailAnswer>();
  expect(answer).toEqual({ own: { address: 'o@home.example', language: 'en' }, sends: false });
});
