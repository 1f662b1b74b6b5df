/** Somebody counting through pages: one report more or less changes no page but her own (care rule 23). */
import { expect, test } from 'vitest';
import { rooms } from '../../src/app.ts';
import { countHeld } from '../../src/casework/index.ts';
import { toBase64url } from '../../src/platform/keys/bytes.ts';
import { deriveReceipt } from '../../src/platform/keys/index.ts';
import { nodeScrypt } from '../../src/platform/keys/node-scrypt.ts';
import { browse } from '../browse.ts';
import { amalTells, cast, unstretched } from '../cast.ts';
import { withdraws } from '../withdrawing.ts';
import { type TestWorld, world } from '../world.ts';

/** Every page and answer anybody may ask for without sending something. */
function publicPaths(here: TestWorld): string[] {
  return rooms(here)
    .routes.filter(({ method, guard, url }) => method === 'GET' && guard === 'everyone' && !url.includes(':'))
    .flatMap(({ url, localised }) =>
      localised ? ['/en', '/ar', '/ar-f', '/ar-m'].map((locale) => locale + (url === '/' ? '' : url)) : [url],
    );
}

async function everyPage(here: TestWorld, lookup: string): Promise<Map<string, string>> {
  const guest = browse(here);
  const seen = new Map<string, string>();
  for (const path of publicPaths(here)) {
    const { status, text, headers } = await guest.get(path);
    seen.set(path, `${status} ${headers.etag ?? ''} ${headers['last-modified'] ?? ''}\n${text}`);
  }
  seen.set('another reporter comes back', (await guest.post('/api/back', { lookup })).text);
  return seen;
}

test('telling, and withdrawing, leaves every other page as it was, byte by byte', async () => {
  await using here = await world({ staging: { allowances: 'none' } });
  await cast(here);
  const noor = await amalTells(here);
  // On the last day of a week so many that a third of them waits apart: public from Monday on, and until the next.
  const leaves = await amalTells(here);
  await Promise.all(Array.from({ length: 28 }, () => amalTells(here, {}, { scrypt: unstretched })));
  await here.settle();
  const needs = { db: here.database.db, clock: here.clock, installation: here.installation };
  const saidOf = async () =>
    /Of those of the week from [^<]*/.exec((await browse(here).get('/en/keep')).text)?.[0] ?? null;
  expect(await saidOf()).toBeNull();
  here.clock.pass({ days: 1 });
  await countHeld(needs);
  expect(await saidOf()).toMatch(/^Of those of the week from 16 November 2026, about 30 in 100 waited/);
  const receipt = await deriveReceipt(noor.code, here.installation.salt, { scrypt: nodeScrypt });
  const lookup = toBase64url(receipt.lookup);

  const before = await everyPage(here, lookup);
  expect(before.size).toBeGreaterThan(40);
  await amalTells(here, { kinds: ['followed'], soon: 'now', helped: 'yes', words: 'One report more.' });
  expect(await withdraws(here, leaves)).toBe(200);
  await here.settle();
  await countHeld(needs);
  const after = await everyPage(here, lookup);
  const changed = [...before].filter(([path, bytes]) => after.get(path) !== bytes).map(([path]) => path);
  expect(changed).toEqual([]);

  here.clock.pass({ days: 7 });
  await countHeld(needs);
  expect(await saidOf()).toMatch(/^Of those of the week from 23 November 2026, few or none waited/);
});
