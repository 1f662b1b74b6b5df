/** Salma sets a real installation up, from a closed door to the first report; and everybody who must not is refused. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { Browser } from '../../../test/browse.ts';
import { browse } from '../../../test/browse.ts';
import { type Cast, cast, person } from '../../../test/cast.ts';
import { realLines } from '../../../test/lines.ts';
import { moderators } from '../../../test/moderators.ts';
import { mailServer } from '../../../test/smtp.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { rooms } from '../../app.ts';
import { nameOf } from '../../platform/backup/model.ts';
import { translate } from '../../platform/i18n/index.ts';
import { linesWriter } from '../../report/index.ts';
import { lawfulLines, rehearsed } from '../index.ts';
import { features, texts } from './model.ts';

const t = translate('en');
const url = '/en/desk/set-up';

interface Stage extends AsyncDisposable {
  here: TestWorld;
  people: Cast;
  salma: Browser;
  taken: Awaited<ReturnType<typeof mailServer>>['taken'];
}

async function stage(): Promise<Stage> {
  const stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'upstander-copies-'));
  stack.defer(() => rm(folder, { recursive: true }));
  const server = stack.use(await mailServer());
  const to = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
  const env = {
    BACKUP_TO: to,
    BACKUP_DIR: folder,
    BACKUP_AWAY: '1',
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    MAIL_FROM: 'Asks <asks@tell.example>',
  };
  const here = stack.use(await world({ kind: 'real', env, staging: { allowances: 'none', mailRests: 0 } }));
  const people = await cast(here);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, nameOf('backup', here.installation.id, here.clock.now())), '');
  await linesWriter(here.database.db).replace(realLines('2026-11-01'));
  const salma = await people.as(people.salma);
  return { here, people, salma, taken: server.taken, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

const yes = { verdict: 'allowed', number: '', by: 'Mona, lawyer', on: '2026-11-20' };
const upTo = (page: string) => /name="upTo" value="(\d+)"/.exec(page)?.[1] ?? '';

async function agrees(people: Cast, who: 'ines' | 'omar'): Promise<number> {
  const caseworker = await people.as(people[who]);
  const shown = (await caseworker.get(`${url}/lawful`)).text;
  return (await caseworker.post(`${url}/agree`, { upTo: upTo(shown) })).status;
}

/** What a guest is told is still missing. */
async function missing(here: TestWorld): Promise<string> {
  return (await browse(here).get('/en/report')).text;
}

test('one task after the other, and the door opens; one that stops being true closes it', async () => {
  await using story = await stage();
  const { here, people, salma, taken } = story;
  for (const key of ['lawful', 'lines', 'backup', 'tasks'] as const)
    expect(await missing(here)).toContain(t(`report.missing.${key}`));
  expect((await salma.get(url)).text).toContain(t('setup.left', { n: 9 }));

  for (const what of ['name', 'place', 'exit', 'cards'])
    expect((await salma.post(`${url}/confirm`, { what })).status).toBe(303);
  await rehearsed({ db: here.database.db, clock: here.clock, installation: here.installation });

  for (const feature of features) await salma.post(`${url}/lawful`, { feature, ...yes });
  expect([await agrees(people, 'ines'), await agrees(people, 'omar')]).toEqual([303, 303]);
  expect(await missing(here)).not.toContain(t('report.missing.lawful'));

  const call = { line: 'listening', caller: 'Noor', on: '2026-11-21', answered: 'yes', minutes: '3' };
  expect((await salma.post(`${url}/lines`, call)).status).toBe(303);
  expect((await salma.post(`${url}/backup`, { who: 'Noor', on: '2026-11-21' })).status).toBe(303);

  await salma.post(`${url}/mail`, { to: 'salma@tell.example' });
  await here.settle();
  const [mail] = taken;
  const { text: words = '' } = await PostalMime.parse(mail?.raw ?? '');
  const code = /^ {2}(\d{6})$/m.exec(words)?.[1] ?? '';
  const wrong = code === '000000' ? '000001' : '000000';
  expect((await salma.post(`${url}/mail/code`, { code: wrong })).status).toBe(422);
  expect((await salma.post(`${url}/mail/code`, { code })).status).toBe(303);

  expect((await salma.get(url)).text).toContain(t('setup.left', { n: 1 }));
  await salma.post(`${url}/texts/privacy`, { en: 'We keep little.\n\nAsk us.', ar: 'نحتفظ بالقليل.' });
  expect((await salma.get(url)).text).toContain(t('setup.may_open'));
  expect(await missing(here)).not.toContain(t('report.closed.heading'));

  // Omar looked at other answers than stand there now.
  await salma.post(`${url}/lawful`, { feature: 'data', ...yes, verdict: 'not_here' });
  expect(await missing(here)).toContain(t('report.missing.lawful'));
  await salma.post(`${url}/lawful`, { feature: 'data', ...yes });
  expect(await missing(here)).toContain(t('report.missing.lawful'));
  for (const who of ['ines', 'omar'] as const) await agrees(people, who);
  expect(await missing(here)).not.toContain(t('report.closed.heading'));
  // Nobody has called for three months, and no copy has left.
  here.clock.pass({ days: 92 });
  for (const key of ['lines', 'backup'] as const)
    expect(await missing(here)).toContain(t(`report.missing.${key}`));

  const { rows } = await sql<{ by_name: string; day: string }>`
    select by_name, day from set_up_said order by number`.execute(here.database.db);
  expect(new Set(rows.map(({ by_name: name }) => name))).toEqual(
    new Set(['Salma', 'Ines', 'Omar', 'upstander readers rehearse']),
  );
  for (const change of [sql`delete from set_up_said`, sql`update set_up_said set by_name = 'Nobody'`])
    await expect(change.execute(here.database.db)).rejects.toThrow('stays');
}, 90_000);

test('an organiser answers and does not agree; a caseworker agrees and does not answer; nobody else comes in', async () => {
  await using story = await stage();
  const { here, people, salma } = story;
  const { hana } = await moderators(here);
  const guests = { ines: people.ines, layla: people.layla, hana };
  const doors = rooms(here).routes.filter(({ url: at }) => at.startsWith('/desk/set-up'));
  expect(doors.length).toBeGreaterThan(15);
  for (const [name, player] of Object.entries(guests)) {
    const who = await people.as(player);
    const opened: string[] = [];
    for (const { method, url: at } of doors) {
      const answer = method === 'GET' ? await who.get(`/en${at}`) : await who.post(`/en${at}`, {});
      if (answer.status !== 403) opened.push(`${method} ${at}`);
    }
    const hers = ['GET /desk/set-up/lawful', 'POST /desk/set-up/agree'];
    expect(opened.sort(), name).toEqual(name === 'ines' ? hers : []);
  }
  for (const { method, url: at } of doors) {
    const guest = browse(here);
    const answer = method === 'GET' ? await guest.get(`/en${at}`) : await guest.post(`/en${at}`, {});
    expect(answer.status, at).toBe(401);
  }
  await salma.post(`${url}/lawful`, { feature: 'intake', ...yes });
  expect((await salma.post(`${url}/agree`, { upTo: '1' })).status).toBe(403);
  // Somebody the organiser invited a moment ago has no key that counts: no second voice.
  const mariam = await people.as(await person(here, { name: 'Mariam', roles: ['caseworker'] }));
  expect((await mariam.post(`${url}/agree`, { upTo: '1' })).status).toBe(403);
  const ines = await people.as(people.ines);
  expect((await ines.post(`${url}/agree`, { upTo: '99' })).status).toBe(409);
}, 60_000);

test.each(['en', 'ar'] as const)(
  'what was forgotten is said beside its field, in %s',
  async (locale) => {
    await using story = await stage();
    const { salma } = story;
    const say = translate(locale);
    const at = `/${locale}/desk/set-up`;
    const posts = (path: string, body: object) => salma.post(`${at}/${path}`, body);
    const later = { by: ' ', number: '', on: '2027-01-01' };
    const lawful = await posts('lawful', { feature: 'data', verdict: 'approval', ...later });
    expect(lawful.status).toBe(422);
    const today = say.day('2026-11-22');
    const said = [
      say('setup.lawful.number.missing'),
      say('setup.lawful.by.missing'),
      say('setup.on.later', { today }),
    ];
    for (const sentence of said) expect(lawful.text).toContain(sentence);
    const call = await posts('lines', { line: 'listening', caller: '', on: '', minutes: 'x' });
    expect(call.text).toContain(say('setup.called.answered.missing'));
    expect((await posts('backup', { who: '', on: '2026-02-30' })).text).toContain(say('setup.on.missing'));
    const half = await posts('texts/terms', { en: 'Only English.', ar: ' ' });
    expect(half.text).toContain(say('setup.text.missing', { language: say.language('ar') }));
    expect(half.text).toContain('Only English.');
    expect((await posts('mail', { to: 'nobody' })).status).toBe(422);
  },
  60_000,
);

test('what the organisation has not said is said to be missing, in public; what it says is text and nothing else', async () => {
  await using story = await stage();
  const { here, salma } = story;
  const guest = browse(here);
  for (const locale of ['en', 'ar'] as const) {
    const say = translate(locale);
    for (const name of texts) {
      const shown = await guest.get(`/${locale}/about/${name}`);
      expect(shown.status).toBe(200);
      expect(shown.text).toContain(say(`setup.text.${name}.none`));
    }
  }
  const en = 'Write to us.\n\n<script>alert(1)</script> & more.';
  await salma.post(`${url}/texts/imprint`, { en, ar: 'اكتبوا إلينا.' });
  const shown = (await guest.get('/en/about/imprint')).text;
  expect(shown).toContain('<p class="own" dir="auto">Write to us.</p>');
  expect(shown).toContain('&lt;script>alert(1)&lt;/script> &amp; more.');
  expect((await guest.get('/ar/about/imprint')).text).toContain('اكتبوا إلينا.');
  expect((await guest.get('/fr/about/imprint')).text).toContain('lang="en"');
  await salma.post(`${url}/texts/imprint`, { en: '', ar: '' });
  expect((await guest.get('/en/about/imprint')).text).toContain(t('setup.text.imprint.none'));
}, 60_000);

test('a demonstration is open whatever the list says', async () => {
  await using here = await world({ staging: { allowances: 'none' } });
  const people = await cast(here);
  const salma = await people.as(people.salma);
  const shown = (await salma.get(url)).text;
  expect(shown).toContain(t('setup.demonstration'));
  expect(await missing(here)).not.toContain(t('report.closed.heading'));
});

test('people under 18 get lines only until somebody said yes to that and two agreed', async () => {
  await using story = await stage();
  const { here, people, salma } = story;
  const { db } = here.database;
  const both = { en: 'We tell nobody.', ar: 'لا نخبر أحدًا.' };
  const duty = { text: both, source: both, checkedBy: 'Mona', checkedOn: '2026-11-01' };
  const file = realLines('2026-11-01');
  await linesWriter(db).replace({ ...file, country: { ...file.country, duty } });
  const told = async () =>
    (await lawfulLines({ db, installation: here.installation }).country())?.duty ?? null;
  expect(await told()).toBeNull();
  for (const feature of features) await salma.post(`${url}/lawful`, { feature, ...yes });
  expect(await told()).toBeNull();
  for (const who of ['ines', 'omar'] as const) await agrees(people, who);
  expect(await told()).toEqual(duty);
  await salma.post(`${url}/lawful`, { feature: 'minors', ...yes, verdict: 'not_here' });
  for (const who of ['ines', 'omar'] as const) await agrees(people, who);
  expect(await told()).toBeNull();
}, 60_000);
