/** While there is too much to do: what can wait is put off, and what somebody may need now goes on. */
import { expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { amalTells, cast } from '../../../test/cast.ts';
import { world } from '../../../test/world.ts';
import { buildApp, watching } from '../../app.ts';
import { translate } from '../i18n/index.ts';
import { deriveReceipt, sign, toBase64url } from '../keys/index.ts';
import { nodeScrypt } from '../keys/node-scrypt.ts';
import { metricsText } from './index.ts';

test('pages of answers, areas and talk say "try again"; telling, coming back, withdrawing and Leave go on', async () => {
  await using here = await world({ browsers: true, staging: { allowances: 'none' } });
  await cast(here);
  let isHeavy = true;
  const load = {
    began: () => () => {},
    isHeavy: () => isHeavy,
    told: () => ({ isHeavy, lateMs: isHeavy ? 700 : 0 }),
    [Symbol.dispose]() {},
  };
  const watched = watching(here, load);
  const app = await buildApp({ ...here, watching: watched }, { allowances: 'none' });
  const guest = browse({ ...here, app });
  const waits = ['/en/answers', '/ar/areas', '/fr/talk', '/api/v1/asks'];
  for (const url of waits) {
    const { statusCode, headers } = await app.inject(url);
    expect([url, statusCode]).toEqual([url, 503]);
    const seconds = Number(headers['retry-after']);
    expect(seconds >= 30 && seconds < 60, url).toBe(true);
  }
  for (const locale of ['en', 'ar', 'fr'] as const) {
    const t = translate(locale);
    const { text } = await guest.get(`/${locale}/answers`);
    expect(text).toContain(t('refusal.busy.title'));
    expect(text).toContain(`href="/${locale}/answers"`);
    expect(text).toContain(`href="/${locale}/help"`);
  }
  const goOn = ['/en', '/en/help', '/en/need', '/en/report', '/en/report/tell', '/ar/back', '/en/readers'];
  for (const url of [...goOn, '/api/readers', '/api/places', '/en/desk', '/en/sign-in'])
    expect([url, (await app.inject(url)).statusCode]).toEqual([url, 200]);
  expect((await app.inject('/leave')).statusCode).toBe(303);

  const sealed = await amalTells(here);
  const keys = await deriveReceipt(sealed.code, here.installation.salt, { scrypt: nodeScrypt });
  const lookup = toBase64url(keys.lookup);
  // Sent once more, as a phone does that heard no answer: the first answer again.
  expect((await guest.post('/api/reports', sealed.submission)).status).toBe(200);
  expect((await guest.post('/api/back', { lookup })).status).toBe(200);
  const signature = sign('withdrawal', [here.installation.id, sealed.id], keys.signSecret);
  expect((await guest.post('/api/back/withdraw', { lookup, signature })).status).toBe(200);

  expect((await app.inject('/healthz')).body).toMatch(/^busy/);
  expect(metricsText(await watched.look(), watched.counts.told())).toContain('upstander_overloaded 1');
  isHeavy = false;
  expect((await app.inject('/en/answers')).statusCode).toBe(200);
  await app.close();
});
