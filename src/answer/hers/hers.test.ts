import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answered as answeredAsk, asked } from '../../../test/asks.ts';
import { type Browser, browse } from '../../../test/browse.ts';
import { amalTells, cast } from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { addDays } from '../../platform/clock.ts';
import { deriveReceipt, showCode, sign, toBase64url } from '../../platform/keys/index.ts';
import { nodeScrypt } from '../../platform/keys/node-scrypt.ts';
import { bodyWordFields } from '../../report/index.ts';
import type { MyReport } from '../../report/wire.ts';
import { addVisit, pauseAsk } from '../ask/care.ts';
import { keptOf } from '../ask/public.ts';
import { askReader, type askWriter } from '../ask/store.ts';
import { askForWord } from './word-store.ts';

const today = '2026-11-22';
let here: TestWorld;
let guest: Browser;
beforeAll(async () => {
  here = await world({ staging: { allowances: 'none' } });
  await cast(here);
  guest = browse(here);
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const db = () => here.database.db;
const inOne = <R>(act: (tx: Parameters<typeof askWriter>[0]) => Promise<R>) =>
  db().transaction().execute(act);

async function told() {
  const sealed = await amalTells(here);
  const keys = await deriveReceipt(sealed.code, here.installation.salt, { scrypt: nodeScrypt });
  return { ...sealed, keys, typed: showCode(sealed.code), lookup: toBase64url(keys.lookup) };
}
type Telling = Awaited<ReturnType<typeof told>>;

const mine = async ({ lookup }: Pick<Telling, 'lookup'>) =>
  (await guest.post('/api/back', { lookup })).json<MyReport>();

function signedWord(
  { submission, keys }: Telling,
  word: { body: string; number: number; said: 'yes' | 'no' },
) {
  const place = { installation: here.installation.id, report: submission.id };
  return { ...word, signature: sign('body', bodyWordFields(place, word), keys.signSecret) };
}

let made = 0;
const answered = (behind: readonly Telling[], { kind = 'done', days = 30 }: Said = {}) =>
  answeredAsk(db(), `ask-${made++}`, {
    behind: behind.map(({ submission }) => submission.id),
    day: addDays(today, -days),
    kind,
  });
interface Said {
  kind?: 'done' | 'will_do' | 'cannot';
  days?: number;
}

const saysThat = (telling: Telling, ask: string, said: 'yes' | 'no' | 'unknown') =>
  guest.post('/api/back/changed', { lookup: telling.lookup, ask, said });
const whats = async (ask: string) =>
  ((await askReader(db()).byId(ask))?.events ?? [])
    .map(({ what }) => what)
    .filter((what) => what !== 'answered');

describe('may we ask them?', () => {
  test('Amal is told who they are and why, and her yes is signed', async () => {
    const amal = await told();
    await asked(db(), `ask-${made++}`, {});
    await inOne((tx) => askForWord(tx, { report: amal.submission.id, body: 'trams', today }));
    const [question] = (await mine(amal)).beyond.questions;
    expect(question).toMatchObject({ body: 'trams', number: 0, said: null, name: { en: 'City Trams' } });
    expect(question?.why.ar).not.toBe('');
    const word = signedWord(amal, { body: 'trams', number: 1, said: 'yes' });
    const heard = await guest.post('/api/back/body', { lookup: amal.lookup, ...word });
    expect(heard.json()).toMatchObject({ questions: [{ said: 'yes', number: 1, day: today }] });
    expect((await guest.post('/api/back/body', { lookup: amal.lookup, ...word })).status).toBe(200);
  });

  test('nobody else can say it for her, and an older word cannot be put back', async () => {
    const [amal, noor] = [await told(), await told()];
    await inOne((tx) => askForWord(tx, { report: amal.submission.id, body: 'trams', today }));
    const say = async (word: object) =>
      (await guest.post('/api/back/body', { lookup: amal.lookup, ...word })).json<{ code?: string }>().code ??
      'ok';
    const yes = signedWord(amal, { body: 'trams', number: 1, said: 'yes' });
    expect(await say({ ...yes, said: 'no' })).toBe('bad_signature');
    expect(await say(signedWord(noor, { body: 'trams', number: 1, said: 'yes' }))).toBe('bad_signature');
    expect(await say(signedWord(amal, { body: 'police', number: 1, said: 'yes' }))).toBe('question_gone');
    expect(await say(yes)).toBe('ok');
    expect(await say(signedWord(amal, { body: 'trams', number: 2, said: 'no' }))).toBe('ok');
    expect(await say(yes)).toBe('number_taken');
    expect(await say(signedWord(amal, { body: 'trams', number: 9, said: 'yes' }))).toBe('number_taken');
    expect((await mine(amal)).beyond.questions[0]?.said).toBe('no');
  });

  test('without script she says yes, later and no on the page itself', async () => {
    const amal = await told();
    await inOne((tx) => askForWord(tx, { report: amal.submission.id, body: 'trams', today }));
    const say = (said: string) =>
      guest.post('/en/back', { code: amal.typed, do: 'body', about: 'trams', said });
    expect((await say('later')).text).toContain('The question waits here');
    expect((await say('yes')).text).toContain('You said yes on');
    expect((await say('no')).text).toContain('You said no on');
    expect((await mine(amal)).beyond.questions[0]).toMatchObject({ said: 'no', number: 2 });
  });
});

describe('did anything change?', () => {
  test('is asked from day 28 after an answer, and when a promised day has come', async () => {
    const amal = await told();
    const asks = [
      await answered([amal], { days: 27 }),
      await answered([amal], { days: 28 }),
      await answered([amal], { kind: 'will_do', days: 19 }),
      await answered([amal], { kind: 'will_do', days: 20 }),
      await answered([amal], { kind: 'cannot', days: 40 }),
    ];
    const { beyond } = await mine(amal);
    const questions = asks.map((id) => beyond.asks.find((ask) => ask.id === id)?.question);
    expect(questions).toEqual(['so', 'changed', null, 'changed', 'not_so']);
    expect((await saysThat(amal, asks[2] ?? '', 'yes')).json()).toMatchObject({ code: 'question_gone' });
    expect((await saysThat(amal, asks[4] ?? '', 'yes')).json()).toMatchObject({ code: 'question_gone' });
  });

  test('Amal and two others confirm: the second makes it so, the third changes nothing', async () => {
    const [amal, noor, mona] = [await told(), await told(), await told()];
    const ask = await answered([amal, noor, mona]);
    expect((await saysThat(amal, ask, 'yes')).json()).toMatchObject({ asks: [{ said: 'yes', day: today }] });
    expect(await whats(ask)).toEqual([]);
    await saysThat(amal, ask, 'yes');
    expect(await whats(ask)).toEqual([]);
    await saysThat(noor, ask, 'yes');
    expect(await whats(ask)).toEqual(['confirmed']);
    await saysThat(mona, ask, 'no');
    expect(await whats(ask)).toEqual(['confirmed']);
  });

  test('stays confirmed when Amal withdraws; whoever does not stand behind it is not heard', async () => {
    const [amal, noor, mona] = [await told(), await told(), await told()];
    const ask = await answered([amal, noor]);
    await Promise.all([saysThat(amal, ask, 'yes'), saysThat(noor, ask, 'yes')]);
    expect((await saysThat(mona, ask, 'no')).json()).toMatchObject({ code: 'question_gone' });
    const place = [here.installation.id, amal.submission.id];
    const signature = sign('withdrawal', place, amal.keys.signSecret);
    await guest.post('/api/back/withdraw', { lookup: amal.lookup, signature });
    await saysThat(noor, ask, 'unknown');
    const way = await askReader(db()).byId(ask);
    expect([way && keptOf(way), await whats(ask)]).toEqual(['confirmed', ['confirmed']]);
  });

  test('two dispute; a visit decides anew, and those who told may speak after it', async () => {
    const [amal, noor] = [await told(), await told()];
    const ask = await answered([amal, noor], { days: 5 });
    for (const one of [amal, noor]) await saysThat(one, ask, 'no');
    const visit = { ask, by: 'omar', today, day: today, checker: 'Karim', words: { en: '', ar: '' } };
    await inOne((tx) => addVisit(tx, { ...visit, found: 'yes' }));
    expect(await whats(ask)).toEqual(['disputed', 'visited']);
    expect((await mine(amal)).beyond.asks.find(({ id }) => id === ask)?.said).toBeNull();
    for (const one of [amal, noor]) await saysThat(one, ask, 'no');
    expect(await whats(ask)).toEqual(['disputed', 'visited', 'disputed']);
  });

  test('an answer they say is not so can be disputed, and that taken back, without script too', async () => {
    const [amal, noor] = [await told(), await told()];
    const ask = await answered([amal, noor], { kind: 'cannot' });
    const say = ({ typed }: Telling, said: string) =>
      guest.post('/ar/back', { code: typed, do: 'changed', about: ask, said });
    expect((await say(amal, 'no')).text).toContain('التراجع عن ذلك');
    await say(amal, 'unknown');
    await say(noor, 'no');
    expect(await whats(ask)).toEqual([]);
    await say(amal, 'no');
    expect(await whats(ask)).toEqual(['disputed']);
  });

  test('a paused ask stands on her page without its link, and its own page is gone at once', async () => {
    const amal = await told();
    const ask = await answered([amal]);
    expect((await guest.get(`/en/asks/${ask}`)).status).toBe(200);
    await inOne((tx) => pauseAsk(tx, { ask, by: 'ines', today }));
    expect((await guest.get(`/en/asks/${ask}`)).status).toBe(410);
    expect((await mine(amal)).beyond.asks[0]).toMatchObject({ id: ask, path: null });
    const { text } = await guest.post('/en/back', { code: amal.typed });
    expect(text).toContain('taken off for now');
    expect(text).not.toContain(`/asks/${ask}`);
  });
});
