import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fixture } from './fixture.tsx';
import { connectionNames, network } from './limits.ts';
import { describe } from './log.ts';
import { checkOrigin } from './origin.ts';

test('every answer carries the same safety headers, also a refused one', async () => {
  await using door = await fixture();
  for (const url of ['/en', '/nowhere', '/leave', '/desk', '/en/broken', '/assets/x.js']) {
    const { headers } = await door.app.inject({ url });
    expect(headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    );
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['permissions-policy']).toContain('geolocation=(self)');
    expect(headers.server).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  }
});

test('a site under https says so', async () => {
  await using door = await fixture({ publicUrl: () => 'https://tell.example.org' });
  expect((await door.app.inject({ url: '/en' })).headers['strict-transport-security']).toContain('max-age=');
});

test('pages are not kept by the browser', async () => {
  await using door = await fixture();
  expect((await door.app.inject({ url: '/en' })).headers['cache-control']).toBe('no-store');
});

const ours = 'http://localhost:3000';
const origins = [
  [{ origin: ours }, true],
  [{ origin: 'http://127.0.0.1:3000' }, true],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ origin: ours, 'sec-fetch-site': 'cross-site' }, true],
  [{}, false],
  [{ origin: 'null' }, false],
  [{ origin: 'http://localhost:3001' }, false],
  [{ origin: 'https://localhost:3000' }, false],
  [{ origin: 'http://localhost:3000.evil.example' }, false],
  [{ origin: 'http://localhost:3000/' }, false],
  [{ origin: 'https://evil.example' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
] as const;

test('a form is taken from our own pages only', async () => {
  await using door = await fixture();
  for (const [headers, taken] of origins) {
    const answer = await door.app.inject({
      method: 'POST',
      url: '/en/report/step',
      payload: 'words=a',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    expect([headers, answer.statusCode]).toEqual([headers, taken ? 200 : 403]);
  }
});

test('on the open internet a loopback name is nobody', () => {
  const check = () => checkOrigin({ origin: 'http://127.0.0.1:3000' }, 'https://tell.example.org');
  expect(check).toThrow('bad_origin');
});

test('Leave clears what the browser kept, goes elsewhere and writes no line', async () => {
  await using door = await fixture();
  const answer = await door.app.inject({ url: '/leave' });
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('https://weather.example/');
  expect(answer.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
  expect(answer.headers['referrer-policy']).toBe('no-referrer');
  expect(door.logged).toEqual([]);
});

test('a log line is a day, a pattern and a status; nothing of what was asked', async () => {
  await using door = await fixture();
  await door.post('/en/report/step?secret=query', { words: 'canary' });
  await door.post('/sign-in/secret-token', {});
  await door.app.inject({ url: '/nowhere/secret', remoteAddress: '203.0.113.9' });
  expect(door.logged.map((entry) => ('route' in entry ? { ...entry, ms: 0 } : entry))).toEqual([
    { day: '2026-11-22', level: 'debug', method: 'POST', route: '/en/report/step', status: 200, ms: 0 },
    { day: '2026-11-22', level: 'debug', method: 'POST', route: '/sign-in/:token', status: 303, ms: 0 },
    { day: '2026-11-22', level: 'info', method: 'GET', route: null, status: 404, ms: 0 },
  ]);
  expect(JSON.stringify(door.logged)).not.toMatch(/secret|canary|203\.0/);
});

test('a bug shows a number and nothing else, and the log holds the same number without the message', async () => {
  await using door = await fixture();
  for (const [url, words] of [
    ['/en/broken', 'Something broke on our side'],
    ['/ar/broken', 'حدث عطل عندنا'],
  ] as const) {
    const answer = await door.app.inject({ url });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain(words);
    expect(answer.body).not.toContain('select');
    expect(answer.body).not.toContain('fixture');
    const reference = /[2-9A-Z]{3}-[2-9A-Z]{3}/.exec(answer.body)?.[0];
    expect(door.logged.some((entry) => 'reference' in entry && entry.reference === reference)).toBe(true);
  }
  expect(JSON.stringify(door.logged)).not.toContain('select');
});

test('even the page of a problem may break: then words alone are sent', async () => {
  await using door = await fixture({
    problemPage: () => {
      throw new Error('select secret from words');
    },
  });
  const answer = await door.app.inject({ url: '/en/nowhere' });
  expect(answer.statusCode).toBe(500);
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(answer.body).toContain('This page is not here');
  expect(answer.body).not.toContain('select');
});

test('a message of several lines does not slip into the log as a place in our code', () => {
  const said = describe(new Error('first\n    at words of hers\nlast'));
  expect(JSON.stringify(said)).not.toContain('hers');
  expect(said.at.length).toBeGreaterThan(0);
});

test('a form that broke comes back with everything that was typed', async () => {
  await using door = await fixture();
  const answer = await door.post('/en/broken', { words: 'what I wrote' });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).toContain('what I wrote');
  expect(answer.body).toContain('/en/broken');
});

test('who asks too often is told how long to wait, and loses nothing', async () => {
  const few = { max: 2, per: 60_000 };
  await using door = await fixture({ allowances: { page: few, write: few, code: few, piece: few } });
  const ask = () => door.post('/ar/report/step', { words: 'what I wrote' });
  expect([(await ask()).statusCode, (await ask()).statusCode]).toEqual([200, 200]);
  const third = await ask();
  expect(third.statusCode).toBe(429);
  expect(third.headers['retry-after']).toMatch(/^\d+$/);
  expect(third.body).toContain('دقيقة');
  expect(third.body).toContain('what I wrote');
  expect(Object.keys(third.headers).some((name) => name.includes('ratelimit'))).toBe(false);
  const other = await door.app.inject({ url: '/en', remoteAddress: '203.0.113.9' });
  expect(other.statusCode).toBe(200);
});

test('X-Forwarded-For is believed from our own proxy only', async () => {
  const one = { max: 1, per: 60_000 };
  const allowances = { page: one, write: one, code: one, piece: one };
  const ask = async (trustProxy: false | string[]) => {
    await using door = await fixture({ allowances, trustProxy });
    const answers = [];
    for (const address of ['203.0.113.1', '203.0.113.2']) {
      answers.push(
        (await door.app.inject({ url: '/en', headers: { 'x-forwarded-for': address } })).statusCode,
      );
    }
    return answers;
  };
  expect(await ask(false)).toEqual([200, 429]);
  expect(await ask(['127.0.0.1'])).toEqual([200, 200]);
});

test('a connection has a name that holds no address and is forgotten after an hour', () => {
  let now = 0;
  const name = connectionNames({ now: () => new Date(now) });
  const first = name('203.0.113.9');
  expect(first).toMatch(/^[\w-]{22}$/);
  expect(first).not.toContain('203');
  expect(name('203.0.113.9')).toBe(first);
  expect(name('203.0.113.10')).not.toBe(first);
  now = 3_600_000;
  expect(name('203.0.113.9')).not.toBe(first);
});

test('an IPv6 customer cannot count as many', () => {
  expect(network('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(network('2001:DB8:1:2::6')).toBe('2001:db8:1:2');
  expect(network('2001:db8::6')).toBe('2001:db8:0:0');
  expect(network('::1')).toBe('0:0:0:0');
  expect(network('::ffff:203.0.113.9')).toBe('203.0.113.9');
  expect(network('203.0.113.9')).toBe('203.0.113.9');
});

test('pages travel compressed, but never what a POST answers', async () => {
  await using door = await fixture();
  const headers = { 'accept-encoding': 'gzip' };
  const page = await door.app.inject({ url: '/en', headers });
  expect(page.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(page.rawPayload).toString()).toContain('Upstander');
  expect(
    (await door.app.inject({ url: '/en', headers: { 'accept-encoding': 'br;q=0' } })).headers[
      'content-encoding'
    ],
  ).toBeUndefined();
  const posted = await door.post('/en/report/step', { words: 'a'.repeat(2000) }, headers);
  expect(posted.headers['content-encoding']).toBeUndefined();
});
