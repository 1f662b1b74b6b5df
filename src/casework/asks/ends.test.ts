/** What becomes of an ask after it was sent: the body disputes it, says it is not its, or says nothing; Amal withdraws. */
import { describe, expect, test } from 'vitest';
import { type City, city, drafts, sends, type Teller, tells } from '../../../test/asking.ts';
import { browse } from '../../../test/browse.ts';
import { answering, type Karim, mailbox } from '../../../test/karim.ts';
import { tick } from '../../answer/index.ts';
import { clockOfAsks } from '../../app.ts';
import { addDays, dayIn } from '../../platform/clock.ts';
import { translate } from '../../platform/i18n/index.ts';
import type { Asks, OneAsk } from './wire.ts';

const mail = 'asks@trams.example';
const words = 'We have counted the passengers and see nothing of the kind.';

interface Sent {
  there: City;
  told: Teller[];
  ask: string;
  karim: Karim;
}

/** Three told about tram 1, Ines asked, and Karim has the link from his mailbox. */
async function sent(): Promise<Sent & AsyncDisposable> {
  const there = await city();
  const { here, ines } = there;
  const told = [await tells(there), await tells(there), await tells(there)];
  const one = (await sends(ines, await drafts(ines, told))).json<OneAsk>();
  const [written] = await mailbox(here, mail);
  const token = String(written?.params.path).replace('/o/', '');
  const ask = one.line.id;
  const karim = answering(here, { ask, token, mail });
  return { there, told, ask, karim, [Symbol.asyncDispose]: () => there[Symbol.asyncDispose]() };
}

const page = async ({ there, ask }: Sent, locale: 'en' | 'ar') =>
  (await browse(there.here).get(`/${locale}/asks/${ask}`)).text;
const desk = async ({ there, ask }: Sent) => {
  // A session does not outlive the weeks these stories take.
  const omar = await there.people.as(there.people.omar);
  const { tasks } = (await omar.get('/desk/api/asks')).json<Asks>();
  const post = (path: string, more: object) => omar.post(`/desk/api/asks/${path}`, { ask, ...more });
  return { tasks: tasks.map(({ what }) => what), all: tasks, post };
};
const hers = async ({ there, told }: Sent) =>
  (await browse(there.here).post('/en/back', { code: told[0]?.code ?? '' })).text;

/** Each day at its hour, as the server does it. */
async function days({ there: { here } }: Sent, until: string): Promise<void> {
  const today = () => dayIn(here.installation.zone, here.clock.now());
  while (today() < until) {
    here.clock.set(`${addDays(today(), 1)}T10:00:00Z`);
    await tick(clockOfAsks(here));
    await here.settle();
  }
}

describe.each(['en', 'ar'] as const)('in %s', (locale) => {
  const t = translate(locale);

  test('the trams dispute it: that is public at once, their words are withheld with the reason, and what people told stays', async () => {
    await using story = await sent();
    await story.karim.reads();
    const given = await story.karim.answers({ kind: 'dispute', words });
    expect(given.status).toBe(303);
    const first = await page(story, locale);
    for (const said of [t('public.standing.disputes'), t('public.answer.waiting'), t('public.not_findings')])
      expect(first).toContain(said);
    expect(first).not.toContain(words);
    const omar = await desk(story);
    expect(omar.tasks).toEqual(['pass_words']);
    expect((await omar.post('withhold', { number: 1, why: 'about_a_person' })).status).toBe(200);
    const withheld = await page(story, locale);
    expect(withheld).toContain(t('public.withheld.about_a_person'));
    expect(withheld).toContain(t('public.standing.disputes'));
    expect(withheld).not.toContain(words);
    expect(await hers(story)).toContain(translate('en')('answer.hers.stands.disputes'));
    expect((await desk(story)).tasks).toEqual([]);
  }, 60_000);

  test('it is not theirs: that is public, a task at the desk, and nothing goes to anybody else by itself', async () => {
    await using story = await sent();
    await story.karim.reads();
    await story.karim.answers({ kind: 'not_ours', words: 'The stairs are the city’s.' });
    expect(await page(story, locale)).toContain(t('public.standing.not_ours'));
    await days(story, '2026-11-25');
    const omar = await desk(story);
    expect(omar.tasks.toSorted()).toEqual(['not_ours', 'pass_words']);
    const { asks } = (
      await (await story.there.people.as(story.there.people.omar)).get('/desk/api/asks')
    ).json<Asks>();
    expect(asks.map(({ id }) => id)).toEqual([story.ask]);
    const task = omar.all.find(({ what }) => what === 'not_ours');
    expect((await omar.post('done', { number: task?.number })).status).toBe(200);
    expect((await omar.post('pass', { number: 1 })).status).toBe(200);
    expect((await desk(story)).tasks).toEqual([]);
    expect(await page(story, locale)).toContain(t('public.standing.not_ours'));
  }, 60_000);
});

test('they say nothing: late, the open letter after 60 days of it, and a late answer takes it off again', async () => {
  await using story = await sent();
  const t = translate('en');
  const { here } = story.there;
  const letter = t('public.open_letter', { name: 'Zaytara Trams and Buses' });
  await days(story, '2026-12-21');
  expect(await page(story, 'en')).toContain(t('public.standing.late'));
  expect((await desk(story)).all.map(({ what, since }) => `${since} ${what}`)).toContain(
    '2026-12-21 escalated',
  );
  await days(story, '2027-02-18');
  expect(await page(story, 'en')).not.toContain(letter);
  await days(story, '2027-02-19');
  const silent = await page(story, 'en');
  expect(silent).toContain(letter);
  expect(silent).toContain(t('public.standing.silent'));
  expect(await page(story, 'ar')).toContain(translate('ar')('public.standing.silent'));
  const omar = await desk(story);
  const open = omar.all.find(({ what }) => what === 'open_letter');
  expect((await omar.post('done', { number: open?.number })).status).toBe(200);
  expect((await desk(story)).tasks).not.toContain('open_letter');
  expect(await hers(story)).toContain('there is an open letter now');

  await story.karim.post(story.karim.at('/new'));
  const fresh = (await mailbox(here, mail)).find(({ template }) => template === 'new_link');
  const token = String(fresh?.params.path).replace('/o/', '');
  const karim = answering(here, { ask: story.ask, token, mail });
  await karim.reads();
  await karim.answers({ kind: 'done', words: 'The lights are on.' });
  const late = await page(story, 'en');
  expect(late).toContain(t('public.standing.says_kept'));
  expect(late).not.toContain(letter);
}, 120_000);

test('Amal withdraws after it was sent: its page stays to the byte, and she is told so before and after', async () => {
  await using story = await sent();
  const { here } = story.there;
  await story.karim.reads();
  const [amal] = story.told;
  if (amal === undefined) throw new Error('Somebody told');
  const pages = async () => [
    await page(story, 'en'),
    await page(story, 'ar'),
    (await story.karim.get(story.karim.at())).text,
  ];
  const before = await pages();
  const guest = browse(here);
  const code = amal.code;
  expect(await hers(story)).toContain(`/asks/${story.ask}`);
  const warned = await guest.post('/en/back', { code, do: 'withdraw_ask' });
  expect(warned.text).toContain('What was already asked of a body.');
  const gone = await guest.post('/en/back', { code, do: 'withdraw' });
  expect(gone.text).toContain('What was already asked of a body stays asked');
  await here.settle();
  expect(await pages()).toEqual(before);
  expect(await hers(story)).not.toContain(`/asks/${story.ask}`);
  expect((await desk(story)).tasks).toEqual([]);
}, 60_000);
