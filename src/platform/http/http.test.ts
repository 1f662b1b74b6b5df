import { expect, test } from 'vitest';
import { locales } from '../i18n/index.ts';
import { fixture } from './fixture.tsx';

test('home speaks the language the browser asks for, and says so', async () => {
  await using door = await fixture();
  const arabic = await door.app.inject({
    url: '/',
    headers: { 'accept-language': 'ar-EG,ar;q=0.9,en;q=0.5' },
  });
  expect(arabic.statusCode).toBe(200);
  expect(arabic.body).toContain('dir="rtl"');
  expect(arabic.headers.vary).toContain('Accept-Language');
  const other = await door.app.inject({ url: '/', headers: { 'accept-language': 'fr-CA' } });
  expect(other.body).toContain('lang="fr"');
  const none = await door.app.inject({ url: '/', headers: { 'accept-language': 'xx' } });
  expect(none.body).toContain('lang="en"');
});

test('each localised page stands under every locale', async () => {
  await using door = await fixture();
  for (const locale of locales) {
    expect((await door.app.inject({ url: `/${locale}` })).statusCode).toBe(200);
  }
  expect((await door.app.inject({ url: '/xx' })).statusCode).toBe(404);
});

test('one ticked box and several arrive as a list', async () => {
  await using door = await fixture();
  const one = await door.post('/en/report/step', { kind: 'followed', words: 'a' });
  expect(one.body).toContain('followeda');
  const two = await door.post('/en/report/step', { kind: ['followed', 'filmed'], words: 'a' });
  expect(two.body).toContain('followed+filmeda');
  const none = await door.post('/en/report/step', { words: 'a' });
  expect(none.statusCode).toBe(200);
});

test('what does not fit its schema is refused without repeating it', async () => {
  await using door = await fixture();
  const answer = await door.post('/ar/report/step', { kind: 'a secret kind' });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('لم نستطع قراءة ما أُرسل');
  expect(answer.body).not.toContain('a secret kind');
});

test('islands get JSON, also when refused', async () => {
  await using door = await fixture();
  const headers = { origin: 'http://localhost:3000', 'accept-language': 'en' };
  const good = await door.app.inject({ method: 'POST', url: '/api/reports', payload: { n: 2 }, headers });
  expect(good.statusCode).toBe(201);
  expect(good.json()).toEqual({ twice: 4 });
  const text = await door.app.inject({ method: 'POST', url: '/api/reports', payload: { n: '2' }, headers });
  expect(text.statusCode).toBe(422);
  expect(text.json()).toMatchObject({ code: 'unreadable', params: { field: '/n' } });
  const torn = await door.app.inject({
    method: 'POST',
    url: '/api/reports',
    payload: '{"n":',
    headers: { ...headers, 'content-type': 'application/json' },
  });
  expect(torn.statusCode).toBe(422);
  const poisoned = await door.app.inject({
    method: 'POST',
    url: '/api/reports',
    payload: '{"n":1,"__proto__":{"n":2}}',
    headers: { ...headers, 'content-type': 'application/json' },
  });
  expect(poisoned.statusCode).toBe(422);
});

test('other kinds of body are refused in words', async () => {
  await using door = await fixture();
  const answer = await door.app.inject({
    method: 'POST',
    url: '/en/report/step',
    payload: 'words=a',
    headers: { origin: 'http://localhost:3000', 'content-type': 'text/plain' },
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('We could not read what was sent');
  const large = await door.post('/en/report/step', { words: 'a'.repeat(3 * 1024 * 1024) });
  expect(large.statusCode).toBe(413);
  expect(large.body).toContain('larger than 2 MB');
});

test('a page asked for without its locale is one step away', async () => {
  await using door = await fixture();
  const answer = await door.app.inject({ url: '/broken?a=1', headers: { 'accept-language': 'ar' } });
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/ar/broken?a=1');
});

test('only the caseworker sees the desk', async () => {
  await using door = await fixture();
  expect((await door.app.inject({ url: '/desk' })).statusCode).toBe(401);
  const stranger = await door.app.inject({ url: '/desk', cookies: { '__Host-session': 'guess' } });
  expect(stranger.statusCode).toBe(401);
  const ines = await door.app.inject({ url: '/desk', cookies: { '__Host-session': 'cookie-of-ines' } });
  expect(ines.statusCode).toBe(200);
  expect(ines.body).toContain('Ines');
});

test('signing in sets a cookie no script can read and no other site can send', async () => {
  await using door = await fixture();
  const answer = await door.post('/sign-in/abc', {});
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/desk');
  expect(answer.headers['set-cookie']).toBe(
    '__Host-session=cookie-of-ines; Path=/; HttpOnly; Secure; SameSite=Lax',
  );
});

test('nothing unusual in a URL breaks the server', async () => {
  await using door = await fixture();
  for (const url of [
    '/%ff',
    '/en/%00',
    `/${'a'.repeat(5000)}`,
    '/en//',
    '/sign-in/',
    '/assets/..%2f..%2fetc',
  ]) {
    const answer = await door.app.inject({ url });
    expect([404, 422]).toContain(answer.statusCode);
  }
});

test('HEAD answers as GET does, without a body', async () => {
  await using door = await fixture();
  const answer = await door.app.inject({ method: 'HEAD', url: '/en' });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toBe('');
});
