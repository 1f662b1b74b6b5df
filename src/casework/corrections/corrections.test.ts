import { describe, expect, it } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { cast } from '../../../test/cast.ts';
import { city, inventAsk } from '../../../test/invented.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import type { Asks } from '../asks/wire.ts';
import type { AnswerForm, Corrections } from './wire.ts';

const id = 'c'.repeat(16);
const words = { en: 'You were right: it is called East Gate.', ar: 'صحيح: اسمها باب الشرق.' };
const url = '/desk/api/corrections';

async function stage(): Promise<TestWorld> {
  const here = await world({ now: '2026-11-22T10:00:00Z' });
  await city(here);
  const about = { place: 'east-gate-stop' };
  await inventAsk(here, { id, body: 'zaytara-trams', about, standing: 'waiting' });
  return here;
}
const written = 'The stop is called East Gate.';
const noorAsks = (here: TestWorld, ask: string) =>
  browse(here).post('/en/corrections', { ask, words: written, contact: 'noor@example.org' });

describe('corrections at the desk', () => {
  it('wait for Ines with the ask they are about, and are answered once, in both languages', async () => {
    await using here = await stage();
    const people = await cast(here);
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    await noorAsks(here, id);
    await noorAsks(here, '');
    expect((await ines.get('/desk/api/asks')).json<Asks>().corrections).toEqual({
      waiting: 2,
      due: '2026-12-06',
    });
    const { waiting, answered } = (await ines.get(url)).json<Corrections>();
    expect(answered).toEqual([]);
    expect(waiting).toHaveLength(2);
    const one = waiting.find(({ ask }) => ask !== null);
    expect(one).toMatchObject({ due: '2026-12-06', late: false, contact: 'noor@example.org', written });
    expect(one?.ask?.about.en).toBe('East Gate Interchange');
    const form: AnswerForm = { id: one?.id ?? '', done: 'corrected', words };
    const half = await ines.post(url, { ...form, words: { ...words, ar: ' ' } });
    expect([half.status, half.json<{ code: string }>().code]).toEqual([422, 'correction_words']);
    const after = (await ines.post(url, form)).json<Corrections>();
    expect([after.waiting.length, after.answered.length]).toEqual([1, 1]);
    expect(after.answered[0]).toMatchObject({ done: 'corrected', words, ask: { id } });
    expect(JSON.stringify(after.answered)).not.toContain('noor');
    expect((await omar.post(url, { ...form, done: 'stays' })).status).toBe(404);
    expect((await browse(here).get('/en/corrections')).text).toContain(words.en);
  });

  it('are late after fourteen days', async () => {
    await using here = await stage();
    await noorAsks(here, id);
    here.clock.pass({ days: 15 });
    const people = await cast(here);
    const { waiting } = (await (await people.as(people.ines)).get(url)).json<Corrections>();
    expect(waiting.map(({ late }) => late)).toEqual([true]);
  });

  it('are for caseworkers alone', async () => {
    await using here = await stage();
    const people = await cast(here);
    for (const player of [people.salma, people.layla]) {
      const one = await people.as(player);
      expect((await one.get(url)).status).toBe(403);
      expect((await one.post(url, { id: 'X', done: 'stays', words })).status).toBe(403);
    }
    expect((await browse(here).get(url)).status).toBe(401);
  });
});
