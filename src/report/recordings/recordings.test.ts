import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, browse } from '../../../test/browse.ts';
import { cast } from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { biggest, readRecordings, recommended } from './index.ts';

const sound = Buffer.from('ID3 a voice');

/** A data folder with recordings, named 'en/kinds.mp3', of so many bytes. */
async function recorded(files: Readonly<Record<string, Buffer | number>>): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'upstander-audio-'));
  for (const language of ['en', 'ar']) await mkdir(join(data, 'audio', language), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(data, 'audio', name), typeof content === 'number' ? Buffer.alloc(content) : content);
  }
  return data;
}

describe('a question that was recorded', () => {
  let data = '';
  let here: TestWorld;
  let amal: Browser;
  beforeAll(async () => {
    data = await recorded({ 'en/kinds.mp3': sound, 'en/safe.ogg': sound });
    here = await world({ env: { UPSTANDER_DATA: data } });
    await cast(here);
    amal = browse(here);
  }, 60_000);
  afterAll(async () => {
    await here[Symbol.asyncDispose]();
    await rm(data, { recursive: true });
  });

  const players = (text: string) => [...text.matchAll(/<audio[^>]*>/g)].map(([tag]) => tag);
  const addressIn = (text: string) => /<audio[^>]*src="([^"]+)"/.exec(text)?.[1] ?? '';
  const panelOf = (text: string, name: string) =>
    text.split('data-panel="').find((part) => part.startsWith(`${name}"`)) ?? '';

  test('can be listened to on that question only, on tap, with script', async () => {
    const { text } = await amal.get('/en/report/tell');
    expect(players(text)).toHaveLength(2);
    const [kinds = ''] = players(panelOf(text, 'kinds'));
    expect(kinds).toMatch(/ controls/);
    expect(kinds).toContain('preload="none"');
    expect(kinds).not.toContain('autoplay');
    expect(panelOf(text, 'kinds')).toContain('Listen to this question');
    expect(players(panelOf(text, 'safe'))).toHaveLength(1);
  });

  test('and without script', async () => {
    const page = await amal.post('/en/report/step', { go: 'start' });
    expect(players(page.text)).toHaveLength(1);
    const state = /name="state" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const next = await amal.post('/en/report/step', { state, go: 'continue' });
    expect(next.text).toContain('name="who"');
    expect(players(next.text)).toEqual([]);
  });

  test('is said to be missing only where nothing is recorded', async () => {
    const missing = { en: 'There are no recordings', ar: 'لا توجد تسجيلات' };
    expect((await amal.get('/en/report')).text).not.toContain(missing.en);
    const arabic = (await amal.get('/ar/report')).text;
    expect(arabic).toContain(missing.ar);
    expect(players((await amal.get('/ar/report/tell')).text)).toEqual([]);
  });

  test('comes whole or in part, under a name that carries its hash, to GET alone', async () => {
    const address = addressIn(panelOf((await amal.get('/en/report/tell')).text, 'kinds'));
    expect(address).toMatch(/^\/assets\/audio-en-kinds-[0-9a-f]{12}\.mp3$/);
    const whole = await here.app.inject({ url: address });
    expect([whole.statusCode, whole.rawPayload]).toEqual([200, sound]);
    expect(whole.headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      'content-security-policy': expect.stringContaining("; media-src 'self' blob:;"),
    });
    const asks = async (range: string, more = {}) => {
      const answer = await here.app.inject({ url: address, headers: { range, ...more } });
      return [answer.statusCode, answer.headers['content-range'], answer.body];
    };
    expect(await asks('bytes=0-1')).toEqual([206, 'bytes 0-1/11', 'ID']);
    expect(await asks('bytes=4-')).toEqual([206, 'bytes 4-10/11', 'a voice']);
    expect(await asks('bytes=-5')).toEqual([206, 'bytes 6-10/11', 'voice']);
    expect(await asks('bytes=6-99')).toEqual([206, 'bytes 6-10/11', 'voice']);
    expect(await asks('bytes=11-')).toEqual([416, 'bytes */11', '']);
    for (const unread of ['bytes=5-2', 'bytes=-', 'bytes=0-1,3-4', 'lines=1-2']) {
      expect(await asks(unread)).toEqual([200, undefined, 'ID3 a voice']);
    }
    expect((await asks('bytes=0-1', { 'if-range': '"another"' }))[0]).toBe(200);
    expect((await amal.post(address, {})).status).toBe(404);
  });
});

test('files that are too big, second or of no page are not served, and each is named', async () => {
  const data = await recorded({
    'en/kinds.mp3': recommended,
    'en/kinds.ogg': 5,
    'en/who.mp3': recommended + 1,
    'en/soon.mp3': biggest + 1,
    'en/soon.m4a': biggest,
    'ar/kind.mp3': 5,
    'ar/when.wav': 5,
  });
  const read = readRecordings(data).map(({ language, file, fault, content }) => {
    return [`${language}/${file}`, fault, content?.length ?? null];
  });
  await rm(data, { recursive: true });
  expect(read).toEqual([
    ['en/kinds.mp3', null, recommended],
    ['en/soon.mp3', 'too_big', null],
    ['en/who.mp3', 'big', recommended + 1],
    ['en/soon.m4a', 'big', biggest],
    ['en/kinds.ogg', 'second', null],
    ['ar/when.wav', 'unknown', null],
    ['ar/kind.mp3', 'unknown', null],
  ]);
  expect(readRecordings(join(tmpdir(), 'nothing-here'))).toEqual([]);
});
