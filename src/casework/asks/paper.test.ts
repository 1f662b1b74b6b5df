import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, city, drafts, sends, tells } from '../../../test/asking.ts';
import type { TimelineLine } from '../wire.ts';
import type { OneAsk, Proof } from './wire.ts';

let here: City;
let one: OneAsk;
let told: readonly { id: string }[];
beforeAll(async () => {
  here = await city();
  told = [await tells(here), await tells(here), await tells(here)];
  one = (await sends(here.ines, await drafts(here.ines, told), 'letter')).json<OneAsk>();
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const answer = {
  kind: 'will_do',
  promised: '2026-12-20',
  days: null,
  words: 'A lamp at the stop.',
  office: 'Stations',
};

describe('a body that got a letter', () => {
  test('answers on paper: Ines types it in, it counts at once, and Omar passes the words', async () => {
    const heard = await here.ines.post('/desk/api/asks/paper', { ask: one.line.id, answer });
    const next = heard.json<OneAsk>();
    expect(next.line).toMatchObject({ state: 'promised', promised: '2026-12-20' });
    expect(next.page?.answers).toMatchObject([{ kind: 'will_do', words: { waiting: true } }]);
    expect(next.events.at(-1)).toMatchObject({ what: 'answered', who: here.people.ines.id });
    const passed = await here.omar.post('/desk/api/asks/pass', { ask: one.line.id, number: 1 });
    expect(passed.json<OneAsk>().page?.answers).toMatchObject([{ words: { passed: 'A lamp at the stop.' } }]);
  });

  test('is refused where the words point at a person, or where it does not fit any more', async () => {
    const named = { ...answer, words: 'Ask Mr. Karim about it.' };
    const heard = await here.ines.post('/desk/api/asks/paper', { ask: one.line.id, answer: named });
    expect([heard.status, heard.json<{ code: string }>().code]).toEqual([422, 'personal_data']);
    const question = { ...answer, kind: 'question', promised: null };
    const late = await here.ines.post('/desk/api/asks/paper', { ask: one.line.id, answer: question });
    expect(late.json<{ code: string }>().code).toBe('answer_not_now');
  });
});

test('what proves her signature is handed out to who may read the report, and stands in its way', async () => {
  const reports = told.map(({ id }) => id);
  const proofs = (await here.omar.post('/desk/api/asks/proof', { reports })).json<{ reports: Proof[] }>();
  expect(proofs.reports.map(({ report }) => report)).toEqual(reports);
  await here.omar.post('/desk/api/asks/proof', { reports });
  const way = (await here.ines.get(`/desk/api/timeline/${reports[0]}`)).json<{ events: TimelineLine[] }>();
  expect(way.events.filter(({ what }) => what === 'proved')).toEqual([
    { day: '2026-11-22', what: 'proved', who: 'Omar' },
  ]);
  const layla = await here.people.as(here.people.layla);
  expect((await layla.post('/desk/api/asks/proof', { reports })).status).toBe(403);
});
