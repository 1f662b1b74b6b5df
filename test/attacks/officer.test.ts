/** Mail scanners, an officer who forwards the link or turns on somebody, the body itself (threat model). */
import { describe, expect, test } from 'vitest';
import { askReader, newLink, passAnswer, pauseAsk } from '../../src/answer/index.ts';
import { browse } from '../browse.ts';
import { codeIn, due, filled, karim, mailbox, sent } from '../karim.ts';
import { type TestWorld, world } from '../world.ts';
import { everyCell, holding } from './tables.ts';

const everything = async (here: TestWorld) => JSON.stringify(await everyCell(here.database.db));
const done = { kind: 'done', words: 'The lights were replaced.' };
const today = '2026-11-22';

/** Every page behind a link that GET may ask for. */
const pages = ['', '/answer', '/code/1', '/code/2', '/new', '/offices', '?given=yes'];

describe('a mail scanner', () => {
  test('that follows the link a hundred times, with GET, HEAD and prefetch, changes no byte of any table', async () => {
    await using here = await world({ staging: { allowances: 'none' } });
    const officer = await karim(here);
    const look = async (n: number) => {
      const path = pages[n % pages.length] ?? '';
      const locale = ['/en', '/ar', '/ar-f', '/ar-m', ''][n % 5] ?? '';
      const method = n % 3 === 0 ? 'HEAD' : 'GET';
      const headers = n % 2 === 0 ? { purpose: 'prefetch', 'sec-purpose': 'prefetch' } : {};
      return here.app.inject({ method, url: `${locale}/o/${officer.token}${path}`, headers });
    };
    const fresh = await everything(here);
    for (let n = 0; n < 100; n++) expect((await look(n)).statusCode).toBeLessThan(500);
    expect(await everything(here)).toBe(fresh);

    await officer.reads();
    await officer.writes(done);
    await here.settle();
    const opened = await everything(here);
    for (let n = 0; n < 100; n++) expect((await look(n)).statusCode).toBeLessThan(500);
    expect(await everything(here)).toBe(opened);
  });

  test('cannot press the button: a POST from elsewhere is none', async () => {
    await using here = await world();
    const officer = await karim(here);
    for (const origin of [undefined, 'https://scanner.example', 'null'])
      for (const path of ['', '/answer', '/code/1', '/new', '/offices']) {
        const headers = origin === undefined ? {} : { origin };
        const answer = await here.app.inject({ method: 'POST', url: officer.at(path), headers });
        expect(answer.statusCode).toBe(403);
      }
    expect((await askReader(here.database.db).byId('ask1'))?.events).toEqual([]);
  });
});

describe('an officer who forwards the link', () => {
  test('hands on nothing but the public page, and whoever gets it cannot answer without the mailbox', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    const stranger = browse(here);
    const path = await officer.writes(done);
    const code = await codeIn(here);
    for (const at of [officer.at(), officer.at('/answer'), path]) {
      const { text } = await stranger.get(at);
      expect(text).not.toContain(done.words);
      expect(text).not.toContain('trams@trams.example');
      expect(text).not.toContain(code);
    }
    const wrong = code === '000000' ? '111111' : '000000';
    for (let n = 0; n < 5; n++)
      expect((await stranger.post(path, { do: 'confirm', code: wrong })).status).toBe(422);
    expect((await stranger.post(path, { do: 'confirm', code })).status).toBe(422);
    expect((await askReader(here.database.db).byId('ask1'))?.ask.state).toBe('sent');
  });

  test('a code is over after half an hour, and a new one makes the old one worthless', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    const path = await officer.writes(done);
    const old = await codeIn(here);
    here.clock.pass({ minutes: 31 });
    expect((await officer.post(path, { do: 'confirm', code: old })).status).toBe(422);
    expect((await officer.post(path, { do: 'new' })).status).toBe(200);
    const fresh = await codeIn(here);
    if (fresh !== old) expect((await officer.post(path, { do: 'confirm', code: old })).status).toBe(422);
    expect((await officer.post(path, { do: 'confirm', code: fresh })).status).toBe(303);
  });

  test('the mailbox is not filled with codes: three an answer, four answers a link and day', async () => {
    await using here = await world({ staging: { allowances: 'none' } });
    const officer = await karim(here);
    await officer.reads();
    const path = await officer.writes(done);
    for (let n = 0; n < 6; n++) await officer.post(path, { do: 'new' });
    expect(await mailbox(here)).toHaveLength(3);
    for (let n = 0; n < 3; n++) await officer.writes(done);
    const more = await officer.post(officer.at('/answer'), { ...done, office: 'Stations', go: 'send' });
    expect(more.status).toBe(429);
    const { text } = await officer.post(officer.at('/offices'), { label: 'Lighting' });
    const other = /\/o\/([A-Za-z0-9_-]{43})</.exec(text)?.[1];
    const sent = await officer.post(`/en/o/${other}/answer`, { ...done, office: 'Lighting', go: 'send' });
    expect(sent.status).toBe(303);
  });

  test('a code for one answer confirms no other, and none of another ask', async () => {
    await using here = await world();
    const officer = await karim(here);
    const second = await karim(here, { id: 'ask2' });
    await officer.reads();
    await second.reads();
    await officer.writes(done);
    const code = await codeIn(here);
    const other = await officer.writes({ ...done, words: 'Something else.' });
    const elsewhere = await second.writes(done);
    for (const path of [other, elsewhere, `${second.at()}/code/2`]) {
      const { status } = await officer.post(path, { do: 'confirm', code });
      expect(status).not.toBe(303);
    }
  });
});

test('whoever steals the database has no link and no code that opens anything', async () => {
  await using here = await world();
  const officer = await karim(here);
  await officer.reads();
  await officer.writes(done);
  const code = await codeIn(here);
  const cells = await everyCell(here.database.db);
  expect(holding(cells, [officer.token, code])).toEqual([]);
});

test('for the safety of somebody the page is gone for the officer too, at once, and no answer can be sent', async () => {
  await using here = await world();
  const officer = await karim(here);
  await officer.reads();
  const path = await officer.writes(done);
  const code = await codeIn(here);
  await here.database.db.transaction().execute((tx) => pauseAsk(tx, { ask: 'ask1', by: 'ines', today }));
  for (const at of [officer.at(), officer.at('/answer'), path]) {
    const { status, text } = await officer.get(at);
    expect(status).toBe(410);
    expect(text).not.toContain('Light at the stop');
  }
  expect((await officer.post(path, { do: 'confirm', code })).status).toBe(410);
  await officer.post(officer.at('/new'));
  expect(await mailbox(here)).toEqual([]);
});

describe('a file', () => {
  const pdf = Buffer.from('%PDF-1.7\n<script>alert(1)</script>\n%%EOF');
  const send = async (here: TestWorld, files: readonly Uint8Array[]) => {
    const officer = await karim(here);
    await officer.reads();
    const fields = { ...done, office: 'Stations', go: 'send' };
    return { officer, answer: await filled(here, officer.at('/answer'), { fields, files }) };
  };

  test('is public only when the words have passed, and a PDF is a download that is of no origin', async () => {
    await using here = await world();
    const { officer, answer } = await send(here, [pdf]);
    const path = String(answer.headers.location);
    await officer.post(path, { do: 'confirm', code: await codeIn(here) });
    const file = '/asks/ask1/files/1/1';
    expect((await officer.get(file)).status).toBe(404);
    expect((await officer.get(`/desk${file}`)).status).toBe(401);
    const passing = { ask: 'ask1', number: 1, by: 'ines', today };
    await here.database.db.transaction().execute((tx) => passAnswer(tx, passing));
    const { status, headers } = await officer.get(file);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toMatch(/^attachment;/);
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing with script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page behind the letters of a picture', '\u00ff\u00d8\u00ff<script>alert(1)</script>'],
    ['a program', 'MZ\u0000\u0000'],
  ])('that is %s is left out, and the answer is kept in the form', async (_, content) => {
    await using here = await world();
    const { answer } = await send(here, [Buffer.from(content, 'latin1')]);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('it was left out');
    expect(answer.body).toContain(done.words);
  });

  test('nobody without a link can make us read one, and nobody can make us read much', async () => {
    await using here = await world();
    const officer = await karim(here);
    const fields = { ...done, office: 'Stations', go: 'send' };
    const stranger = await filled(here, `/en/o/${'a'.repeat(43)}/answer`, { fields, files: [pdf] });
    expect(stranger.statusCode).toBe(410);
    const large = Buffer.concat([pdf, Buffer.alloc(42 * 1024 * 1024)]);
    expect((await filled(here, officer.at('/answer'), { fields, files: [large] })).statusCode).toBe(413);
    const elsewhere = await filled(here, '/en/report/step', { fields: {}, files: [pdf] });
    expect(elsewhere.statusCode).toBe(422);
  });
});

test('of two who ask for a new link at once, and of many who confirm at once, one counts', async () => {
  await using here = await world({ staging: { allowances: 'none' } });
  const officer = await karim(here);
  await officer.reads();
  const path = await officer.writes(done);
  const code = await codeIn(here);
  await Promise.all(Array.from({ length: 8 }, () => officer.post(path, { do: 'confirm', code })));
  const way = await askReader(here.database.db).byId('ask1');
  expect(way?.events.filter(({ what }) => what === 'answered')).toHaveLength(1);
  const { db } = here.database;
  const token = await db.transaction().execute((tx) => newLink(tx, { ask: 'ask1', until: due, today: sent }));
  await Promise.all(Array.from({ length: 8 }, () => officer.post(`/en/o/${token}/new`)));
  expect(await mailbox(here)).toHaveLength(3);
});
