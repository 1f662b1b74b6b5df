/** Somebody counting through pages: her word about a body, and whether anything changed, shows nowhere until two agree. */
import { expect, test } from 'vitest';
import { askForWord } from '../../src/answer/hers/word-store.ts';
import { askReader, publicAsk } from '../../src/answer/index.ts';
import { rooms } from '../../src/app.ts';
import { toBase64url } from '../../src/platform/keys/bytes.ts';
import { deriveReceipt, sign } from '../../src/platform/keys/index.ts';
import { nodeScrypt } from '../../src/platform/keys/node-scrypt.ts';
import { signBodyWord } from '../../src/report/body-word.ts';
import { answered, stop, trams } from '../asks.ts';
import { browse } from '../browse.ts';
import { amalTells, cast } from '../cast.ts';
import { type TestWorld, world } from '../world.ts';

const today = '2026-11-22';
/** All that pages, officers and previews are made of. */
const theAsk = 'the ask, as everybody may see it';
const known: Readonly<Record<string, string>> = { ':body': trams.id, ':id': 'ask-1', ':place': stop.id };

/** Every page and answer anybody may ask for about the ask, and every other without a name in it. */
function paths(here: TestWorld): string[] {
  return rooms(here)
    .routes.filter(({ method, guard }) => method === 'GET' && guard === 'everyone')
    .flatMap(({ url, localised }) => {
      const path = url.replace(/:\w+/g, (name) => known[name] ?? '1');
      return localised ? ['/en', '/ar'].map((locale) => locale + (path === '/' ? '' : path)) : [path];
    });
}

async function everyPage(here: TestWorld): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const path of paths(here)) {
    const { status, text, headers } = await browse(here).get(path);
    seen.set(path, `${status} ${headers.etag ?? ''}\n${text}`);
  }
  const way = await askReader(here.database.db).byId('ask-1');
  const none = { bodies: new Map(), places: new Map(), areas: new Map() };
  seen.set(theAsk, JSON.stringify(way && publicAsk(way, none, today)));
  return seen;
}

async function told(here: TestWorld) {
  const { code, submission } = await amalTells(here);
  const keys = await deriveReceipt(code, here.installation.salt, { scrypt: nodeScrypt });
  return { report: submission.id, lookup: toBase64url(keys.lookup), signSecret: keys.signSecret };
}

test('one yes, one no, and one who withdraws change no page; two who agree change the page of the ask', async () => {
  await using here = await world({ now: `${today}T10:00:00Z`, staging: { allowances: 'none' } });
  await cast(here);
  const [amal, noor, mona] = [await told(here), await told(here), await told(here)];
  const behind = [amal, noor, mona].map(({ report }) => report);
  await answered(here.database.db, 'ask-1', { behind, day: '2026-10-01' });
  await here.database.db
    .transaction()
    .execute((tx) => askForWord(tx, { report: amal.report, body: trams.id, today }));
  await here.settle();
  const guest = browse(here);
  const says = (one: { lookup: string }, said: string) =>
    guest.post('/api/back/changed', { lookup: one.lookup, ask: 'ask-1', said });
  const changed = async (before: Map<string, string>) => {
    await here.settle();
    const after = await everyPage(here);
    return [...before].filter(([path, bytes]) => after.get(path) !== bytes).map(([path]) => path);
  };

  const before = await everyPage(here);
  expect(before.get('/en/asks/ask-1')).toMatch(/^200 /);
  expect(before.get(theAsk)).toContain('says_kept');
  const place = { installation: here.installation.id, report: amal.report };
  const word = signBodyWord(place, { body: trams.id, number: 0, said: 'yes' }, amal.signSecret);
  expect((await guest.post('/api/back/body', { lookup: amal.lookup, ...word })).status).toBe(200);
  expect((await says(amal, 'yes')).status).toBe(200);
  expect((await says(noor, 'no')).status).toBe(200);
  const signature = sign('withdrawal', [place.installation, noor.report], noor.signSecret);
  expect((await guest.post('/api/back/withdraw', { lookup: noor.lookup, signature })).status).toBe(200);
  expect(await changed(before)).toEqual([]);

  expect((await says(mona, 'yes')).status).toBe(200);
  const now = await changed(before);
  expect(now).toEqual(expect.arrayContaining([theAsk, '/en/asks/ask-1', '/ar/asks/ask-1']));
  const confirmed = await everyPage(here);
  const withdrawal = sign('withdrawal', [place.installation, mona.report], mona.signSecret);
  await guest.post('/api/back/withdraw', { lookup: mona.lookup, signature: withdrawal });
  expect(await changed(confirmed)).toEqual([]);
}, 60_000);
