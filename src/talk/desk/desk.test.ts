/** Hana and Youssef at their desk: what is listed, what is decided, and what two do at the same moment. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../../test/browse.ts';
import { type Cast, cast } from '../../../test/cast.ts';
import { bringsIn, type Moderators, moderators } from '../../../test/moderators.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { waiting } from './queue.ts';
import { deskStore } from './store.ts';

let here: TestWorld;
let people: Cast;
let players: Moderators;
let hana: Browser;
let youssef: Browser;
beforeAll(async () => {
  here = await world({ now: '2026-11-22T10:00:00Z', staging: { allowances: 'none' } });
  people = await cast(here);
  players = await moderators(here);
  hana = await people.as(players.hana);
  youssef = await people.as(players.youssef);
});
afterAll(() => here[Symbol.asyncDispose]());

const db = () => here.database.db;
const postOf = async (id: string) => (await deskStore(db()).post(id)) ?? { text: '', version: 0, state: '' };
const keysWaiting = async () => {
  const all = await Promise.all((await waiting(db())).map((id) => deskStore(db()).post(id)));
  return all.map((post) => post?.key);
};
const decides = async (who: Browser, id: string, choice: Record<string, string>) => {
  const { version } = await postOf(id);
  return who.post(`/en/desk/talk/posts/${id}`, { version: String(version), ...choice });
};

test('a conversation is brought in, and only what pulls it away is listed, the strongest pull first', async () => {
  const said = await bringsIn(here, { people, player: players.hana });
  expect(said).toContain('5 posts are new here');
  expect(said).toContain('2 of the new ones wait');
  expect(await keysWaiting()).toEqual(['2', '5']);
  const again = await bringsIn(here, { people, player: players.youssef });
  expect(again).toContain('5 were here already');
  expect(await keysWaiting()).toEqual(['2', '5']);
});

test('who tells what was done to them has no page here, by whatever address', async () => {
  const posts = await deskStore(db()).postsOf((await postIds())[0] ?? '');
  const account = posts.find(({ key }) => key === '4');
  expect(account).toMatchObject({ state: 'seen', moves: [] });
  expect((await hana.get(`/en/desk/talk/posts/${account?.id}`)).status).toBe(404);
  const tried = { version: '1', kind: 'collapse', 'reason-collapse': 'blame' };
  expect((await hana.post(`/en/desk/talk/posts/${account?.id}`, tried)).status).toBe(404);
  expect((await deskStore(db()).post(account?.id ?? ''))?.state).toBe('seen');
});

test('nor is anybody listed who tells of it and then says the words others say', async () => {
  const told = {
    en: [
      'He grabbed me on the bus last year.',
      'My uncle touched me when I was nine.',
      'I was followed home by two men.',
    ],
    ar: [
      'واحد مسكني في الأتوبيس السنة اللي فاتت.',
      'خالي لمسني وأنا عندي تسع سنين.',
      'اتنين مشيوا ورايا لحد البيت.',
    ],
  };
  const said = {
    en: ['Not all men are like that.', 'It was only a joke.', 'Why were you out so late?', 'What about men?'],
    ar: ['مش كل الرجالة كده.', 'ده كان هزار.', 'إيه اللي نزلك بالليل؟', 'طب والرجالة اللي بتتظلم؟'],
  };
  const posts = (['en', 'ar'] as const).flatMap((lang) =>
    told[lang].flatMap((own) => said[lang].map((others) => ({ text: `${own} ${others}`, lang }))),
  );
  const before = await keysWaiting();
  const answer = await bringsIn(here, {
    people,
    player: players.hana,
    posts: posts.map((post, n) => ({ id: `told-${n}`, parent: '', author: 'somebody', ...post })),
  });
  expect(answer).toContain(`${posts.length} posts are new here`);
  expect(await keysWaiting()).toEqual(before);
});

async function postIds(): Promise<string[]> {
  const rows = await deskStore(db()).inOpenThreads();
  return [...new Set(rows.map(({ thread }) => thread))];
}

test('no name of a writer is kept, and the same writer is known', async () => {
  const rows = await deskStore(db()).postsOf((await postIds())[0] ?? '');
  expect(JSON.stringify(rows)).not.toMatch(/reader|amal|dina|noor/);
  const writers = rows.map(({ writer }) => writer?.toString());
  expect(writers[1]).toBe(writers[4]);
  expect(new Set(writers).size).toBe(4);
  expect((await hana.get('/en/desk/talk')).text).toContain('The same person wrote one more post here.');
});

describe('a decision', () => {
  test('asks for what should happen, and hands back what was typed', async () => {
    const [id = ''] = await waiting(db());
    const none = await decides(hana, id, { note: 'look at the driver' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Choose what should happen');
    expect(none.text).toContain('look at the driver');
    const foreign = await decides(hana, id, { kind: 'leave', 'reason-leave': 'blame' });
    expect(foreign.status).toBe(422);
    const wordless = await decides(hana, id, { kind: 'answer', 'reason-answer': 'minimise', reply: '  ' });
    expect(wordless.status).toBe(422);
  });

  test('says what to do at the source, with the reply, a message to the writer, and Undo', async () => {
    const [id = ''] = await waiting(db());
    const choice = { kind: 'answer', 'reason-answer': 'minimise', reply: 'Which line was it?' };
    const done = await decides(hana, id, choice);
    expect([done.status, done.headers.location]).toEqual([303, `/en/desk/talk/posts/${id}`]);
    const { text } = await hana.get(`/en/desk/talk/posts/${id}`);
    expect(text).toContain('Which line was it?');
    expect(text).toMatch(/\/talk\/appeal\/[\w-]{44}/);
    expect(text).toContain(`/posts/${id}/undo`);
    expect(await keysWaiting()).toEqual(['5']);
    expect((await youssef.get(`/en/desk/talk/posts/${id}`)).text).not.toContain('/undo');
  });

  test('of another is undone by nobody else, and one’s own comes back', async () => {
    const id =
      (await deskStore(db()).postsOf((await postIds())[0] ?? '')).find(({ key }) => key === '2')?.id ?? '';
    const undoes = async (who: Browser) => {
      const { version } = await postOf(id);
      return who.post(`/ar/desk/talk/posts/${id}/undo`, { version: String(version) });
    };
    expect((await undoes(youssef)).status).toBe(403);
    expect((await undoes(hana)).status).toBe(303);
    expect(await keysWaiting()).toEqual(['2', '5']);
    expect((await undoes(hana)).status).toBe(409);
  });

  test('of two at the same moment one holds, and the other is told whose', async () => {
    const [id = ''] = await waiting(db());
    const fold = { kind: 'collapse', 'reason-collapse': 'minimise' };
    const leave = { kind: 'leave', 'reason-leave': 'nothing' };
    const both = await Promise.all([decides(hana, id, fold), decides(youssef, id, leave)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(late?.text).toMatch(/(Hana|Youssef) decided about this post/);
    expect(await keysWaiting()).toEqual(['5']);
  });

  test('made on a page that is old by now does not count', async () => {
    const [id = ''] = await waiting(db());
    const { version } = await postOf(id);
    await decides(hana, id, { kind: 'leave', 'reason-leave': 'earnest' });
    await hana.post(`/en/desk/talk/posts/${id}/undo`, { version: String(version + 1) });
    const old = { version: String(version), kind: 'collapse', 'reason-collapse': 'not_all' };
    const late = await youssef.post(`/en/desk/talk/posts/${id}`, old);
    expect(late.status).toBe(409);
    expect(await keysWaiting()).toEqual(['5']);
  });
});

test('a file that is no conversation is refused with what to do, and the name that was typed stays', async () => {
  const { sendFile } = await import('../../../test/moderators.ts');
  const sent = { path: '/en/desk/talk/import', cookie: hana.cookie, title: 'On the bus' };
  const empty = await sendFile(here, { ...sent, file: '' });
  expect([empty.status, empty.text.includes('Choose the file')]).toEqual([422, true]);
  const other = await sendFile(here, { ...sent, file: '<html>' });
  expect([other.status, other.text.includes('value="On the bus"')]).toEqual([422, true]);
});
