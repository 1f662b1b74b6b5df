import { describe, expect, it } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { city, inventAsk } from '../../../test/invented.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { addDays } from '../../platform/clock.ts';
import { answerCorrection } from './correct.ts';
import { ownRow } from './model.ts';
import { correctionsToAnswer } from './store.ts';

const id = 'c'.repeat(16);
const words = 'The stop is called East Gate, not Gate East.';
const ours = { en: 'You were right: it is called East Gate.', ar: 'صحيح: اسمها باب الشرق.' };
const form = (changes: Record<string, string> = {}) => ({ ask: '', words, contact: '', ...changes });

async function stage(): Promise<TestWorld> {
  const here = await world({ now: '2026-11-22T10:00:00Z' });
  await city(here);
  await inventAsk(here, {
    id,
    body: 'zaytara-trams',
    about: { place: 'east-gate-stop' },
    standing: 'waiting',
  });
  return here;
}

const plain = async (here: TestWorld, path: string) =>
  (await browse(here).get(path)).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('a correction', () => {
  it('is asked for without script, has its number and its day, and what was written is on no page', async () => {
    await using here = await stage();
    const sent = await browse(here).post('/en/corrections', form({ ask: id, contact: 'noor@example.org' }));
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('We answer by 6 December 2026.');
    const [waiting] = await correctionsToAnswer(here.database.db);
    expect(waiting).toMatchObject({
      ask: id,
      written: words,
      contact: 'noor@example.org',
      due: '2026-12-06',
    });
    for (const path of ['/en/corrections', '/en/answers', `/en/asks/${id}`, '/api/v1/bodies']) {
      const text = await plain(here, path);
      expect([path, text.includes('Gate East'), text.includes('noor@')]).toEqual([path, false, false]);
    }
    expect(await plain(here, '/en/answers')).toContain('We were asked for one correction.');
  });

  it('hands back what was typed when it cannot be taken', async () => {
    await using here = await stage();
    const empty = await browse(here).post('/en/corrections', form({ ask: id, words: '  ', contact: 'Noor' }));
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('There is a problem');
    expect(empty.text).toContain('value="Noor"');
    expect(empty.text).toContain(`value="${id}"`);
    expect(await correctionsToAnswer(here.database.db)).toEqual([]);
  });

  it('is answered once, in both languages; what was written to us is gone with it', async () => {
    await using here = await stage();
    const { db } = here.database;
    await browse(here).post('/ar/corrections', form({ ask: id }));
    const [{ id: number = '' } = {}] = await correctionsToAnswer(db);
    const answer = (given: { words: typeof ours }) =>
      db
        .transaction()
        .execute((tx) =>
          answerCorrection(tx, { id: number, done: 'corrected', by: 'ines', today: '2026-11-25', ...given }),
        );
    await expect(answer({ words: { ...ours, ar: ' ' } })).rejects.toMatchObject({ code: 'correction_words' });
    await answer({ words: ours });
    await expect(answer({ words: ours })).rejects.toMatchObject({ code: 'not_found' });
    expect(await correctionsToAnswer(db)).toEqual([]);
    expect(await plain(here, '/en/corrections')).toContain(ours.en);
    expect(await plain(here, '/ar/corrections')).toContain(ours.ar);
    expect(await plain(here, `/en/asks/${id}`)).toContain('We corrected this page');
  });
});

it('counts us as late after our own fourteen days', () => {
  const made = '2026-11-01';
  const open = { id: 'x', ask: null, made, due: addDays(made, 14), answered: null, done: null, words: ours };
  expect(ownRow([open], '2026-11-15')).toMatchObject({ asked: 1, answered: 0, late: 0, medianDays: null });
  expect(ownRow([open], '2026-11-16')).toMatchObject({ late: 1 });
  const done = { ...open, answered: '2026-11-04', done: 'stays' } as const;
  expect(ownRow([done], '2026-12-16')).toMatchObject({ answered: 1, late: 0, corrected: 0, medianDays: 3 });
});
