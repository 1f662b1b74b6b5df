/** Other machines at the door: what is theirs is taken once, everything else is refused with what to do. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, browse } from '../../../../test/browse.ts';
import { type Cast, cast } from '../../../../test/cast.ts';
import { type Moderators, moderators } from '../../../../test/moderators.ts';
import { type TestWorld, world } from '../../../../test/world.ts';
import { utf8 } from '../../../platform/keys/index.ts';
import { waiting } from '../queue.ts';
import { deskStore } from '../store.ts';
import { connect, giveSecret } from './connect.ts';
import { signatureOf, timed } from './sign.ts';
import { hookStore } from './store.ts';

const now = '2026-11-22T10:00:00Z';
let here: TestWorld;
let people: Cast;
let players: Moderators;
let hana: Browser;
beforeAll(async () => {
  here = await world({ now, staging: { allowances: 'none' } });
  people = await cast(here);
  players = await moderators(here);
  hana = await people.as(players.hana);
});
afterAll(() => here[Symbol.asyncDispose]());

const needs = () => ({ db: here.database.db, clock: here.clock, installation: here.installation });
const made = async (kind: 'generic' | 'discourse') => {
  const { id, secret } = await connect(needs(), { kind, name: `Our ${kind}` });
  return { id, secret: secret ?? '' };
};
const seconds = (more = 0) => String(Math.floor(here.clock.now().getTime() / 1000) + more);

interface Delivery {
  id: string;
  body: string;
  headers: Record<string, string>;
}

async function delivers({ id, body, headers }: Delivery) {
  const answer = await here.app.inject({
    method: 'POST',
    url: `/api/talk/hooks/${id}`,
    payload: body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: answer.statusCode, said: answer.json() as Record<string, unknown> };
}

function signed(secret: string, body: string, time = seconds()): Record<string, string> {
  return {
    'x-upstander-timestamp': time,
    'x-upstander-signature': signatureOf(secret, timed(time, utf8(body))),
  };
}

const post = (changes: object = {}) =>
  JSON.stringify({
    id: '7',
    thread: 'bus',
    parent: null,
    author: 'somebody',
    time: now,
    text: 'Come on, it was only a joke. Get over it.',
    title: 'On the bus',
    ...changes,
  });

describe('our own form', () => {
  test('is taken once, and what is decided is read back, signed', async () => {
    const { id, secret } = await made('generic');
    const body = post();
    const headers = signed(secret, body);
    expect(await delivers({ id, body, headers })).toEqual({
      status: 202,
      said: { post: 'taken', waits: true },
    });
    expect(await delivers({ id, body, headers })).toMatchObject({
      status: 409,
      said: { code: 'talk_replayed' },
    });
    const later = signed(secret, body, seconds(1));
    expect((await delivers({ id, body, headers: later })).said).toEqual({ post: 'known', waits: false });

    const [first = ''] = await waiting(here.database.db);
    const choice = { version: '1', kind: 'collapse', 'reason-collapse': 'minimise' };
    expect((await hana.post(`/en/desk/talk/posts/${first}`, choice)).status).toBe(303);
    const reads = async (after: number, given = secret) => {
      const target = `/api/talk/decisions?hook=${id}&after=${after}`;
      const time = seconds();
      const signature = signatureOf(given, timed(time, utf8(target)));
      return here.app.inject({
        url: target,
        headers: { 'x-upstander-timestamp': time, 'x-upstander-signature': signature },
      });
    };
    const answer = await reads(0);
    const said = answer.json() as { decisions: { number: number }[]; next: number };
    expect(said.decisions).toHaveLength(1);
    expect(said.decisions[0]).toMatchObject({
      thread: 'bus',
      post: '7',
      decision: 'collapse',
      reason: 'minimise',
    });
    const time = String(answer.headers['x-upstander-timestamp']);
    expect(answer.headers['x-upstander-signature']).toBe(signatureOf(secret, timed(time, utf8(answer.body))));
    await hana.post(`/en/desk/talk/posts/${first}/undo`, { version: '2' });
    const next = (await reads(said.next)).json() as { decisions: { decision: string }[] };
    expect(next.decisions.map(({ decision }) => decision)).toEqual(['undone']);
    expect((await reads(0, 'another secret')).statusCode).toBe(401);
  });

  test('is refused with what to do: signature, time, form, size, connection', async () => {
    const { id, secret } = await made('generic');
    const body = post({ id: '8' });
    const code = async (delivery: Partial<Delivery>) => {
      const { status, said } = await delivers({ id, body, headers: signed(secret, body), ...delivery });
      expect(String(said.help).length).toBeGreaterThan(20);
      return [status, said.code];
    };
    expect(await code({ headers: {} })).toEqual([401, 'talk_signature']);
    expect(await code({ body: post({ id: '9' }) })).toEqual([401, 'talk_signature']);
    const old = seconds(-600);
    expect(await code({ headers: signed(secret, body, old) })).toEqual([401, 'talk_time']);
    for (const wrong of ['{', '[]', post({ text: '' }), post({ time: '3/4/26' }), post({ thread: 7 })]) {
      expect(await code({ body: wrong, headers: signed(secret, wrong) })).toEqual([422, 'talk_payload']);
    }
    const large = post({ text: 'a'.repeat(300_000) });
    expect(await code({ body: large, headers: signed(secret, large) })).toEqual([413, 'too_large']);
    expect(await code({ id: 'A'.repeat(22) })).toEqual([404, 'talk_hook']);
    const { headers } = await hana.post('/en/desk/talk/sources/end', { id });
    expect(headers.location).toBe('/en/desk/talk/sources');
    expect(await code({})).toEqual([404, 'talk_hook']);
  });

  test('who tells what was done to them waits for nobody’s decision', async () => {
    const { id, secret } = await made('generic');
    const body = post({ id: '10', text: 'He grabbed me on the bus and they all asked what I was wearing.' });
    expect((await delivers({ id, body, headers: signed(secret, body) })).said).toEqual({
      post: 'taken',
      waits: false,
    });
  });
});

test('Mastodon: public posts that were just made, under the secret it shows', async () => {
  const { id, secret } = await connect(needs(), { kind: 'mastodon', name: 'Our server' });
  expect(secret).toBeNull();
  const status = (changes: object = {}, event = 'status.created') =>
    JSON.stringify({
      event,
      object: {
        id: '11',
        in_reply_to_id: null,
        account: { acct: 'somebody@example.org' },
        created_at: now,
        visibility: 'public',
        content: '<p>It was <b>only a joke</b>, get over it.</p>',
        ...changes,
      },
    });
  const given = 'f00dbabe'.repeat(5);
  const sends = (body: string, signature = signatureOf(given, utf8(body))) =>
    delivers({ id, body, headers: { 'x-hub-signature': signature } });
  expect((await sends(status())).said).toMatchObject({ code: 'talk_hook' });
  await expect(giveSecret(needs(), id, 'too short')).rejects.toMatchObject({ code: 'talk_secret' });
  await giveSecret(needs(), id, given);
  expect((await sends(status())).said).toEqual({ post: 'taken', waits: true });
  expect((await sends(status())).said).toEqual({ post: 'known', waits: false });
  expect((await sends(status({ id: '12', visibility: 'private' }))).said).toEqual({
    post: 'ignored',
    waits: false,
  });
  expect((await sends(status({ id: '13' }, 'status.updated'))).said).toEqual({
    post: 'ignored',
    waits: false,
  });
  expect((await sends(status({ id: '14', created_at: '2026-11-01T00:00:00Z' }))).said.code).toBe('talk_time');
  expect((await sends(status({ id: '15' }), `sha256=${'0'.repeat(64)}`)).status).toBe(401);
  await sends(status({ id: '16', in_reply_to_id: '11', content: '<p>Which line was it?</p>' }));
  const thread = await hookStore(here.database.db).threadOf(id, '16');
  expect(thread).toBe('11');
});

test('Discourse: new posts of public topics', async () => {
  const { id, secret } = await made('discourse');
  const body = (changes: object = {}) =>
    JSON.stringify({
      post: {
        id: 900,
        topic_id: 5,
        post_number: 2,
        username: 'somebody',
        created_at: now,
        cooked: '<p>Nothing happened to you, it was only a joke.</p>',
        topic_title: 'On the bus',
        topic_archetype: 'regular',
        ...changes,
      },
    });
  const sends = (payload: string, event = 'post_created') =>
    delivers({
      id,
      body: payload,
      headers: {
        'x-discourse-event': event,
        'x-discourse-event-signature': signatureOf(secret, utf8(payload)),
      },
    });
  expect((await sends(body())).said).toEqual({ post: 'taken', waits: true });
  expect((await sends('{"ping":"OK"}', 'ping')).said).toEqual({ post: 'ignored', waits: false });
  const mail = body({ post_number: 3, topic_archetype: 'private_message' });
  expect((await sends(mail)).said).toEqual({ post: 'ignored', waits: false });
});

test('a secret is shown once, and in no table as it is', async () => {
  const shown = await hana.post('/en/desk/talk/sources', { kind: 'generic', name: 'Our blog' });
  const [secret = ''] = /data-words[^>]*>([\w-]{43})</.exec(shown.text)?.slice(1) ?? [];
  expect(secret).toHaveLength(43);
  expect((await hana.get('/en/desk/talk/sources')).text).not.toContain(secret);
  const rows = await hookStore(here.database.db).all();
  expect(
    rows.some(({ secret: kept }) =>
      Buffer.from(kept ?? [])
        .toString('latin1')
        .includes(secret),
    ),
  ).toBe(false);
  const nameless = await hana.post('/en/desk/talk/sources', { kind: 'generic', name: ' ' });
  expect([nameless.status, nameless.text.includes('Give the site a name')]).toEqual([422, true]);
});

test('a delivery needs no page of ours behind it, and a cookie opens nothing there', async () => {
  const answer = await browse(here, hana.cookie).post(`/api/talk/hooks/${'B'.repeat(22)}`, {});
  expect(answer.status).toBe(404);
  const rows = await deskStore(here.database.db).inOpenThreads();
  expect(JSON.stringify(rows)).not.toContain('somebody');
});
