import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, city, draft, drafts, reads, sends, tells } from '../../../test/asking.ts';
import { browse } from '../../../test/browse.ts';
import { amalTells } from '../../../test/cast.ts';
import { defaultConsents } from '../../report/answers.ts';
import type { Asks, Groups, OfReport, OneAsk } from './wire.ts';

let here: City;
beforeAll(async () => {
  here = await city();
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

/** A report Omar is left out of: Ines alone may read it. */
async function withoutOmar() {
  const { people } = here;
  const sealed = await amalTells(here.here, {
    where: { place: 'ferry' },
    consents: { ...defaultConsents, ask: 'this_one' },
    worksWithUs: 'yes',
    leaveOut: [people.omar.reader.id],
  });
  await here.here.settle();
  await reads(here.ines, sealed.id);
  return sealed.id;
}

describe('asks are for caseworkers alone', () => {
  test('an organiser, an outside reader and a guest get no answer from any of the calls', async () => {
    const { people } = here;
    const one = await drafts(here.ines, [await tells(here)]);
    const ask = one.line.id;
    const report = one.behind[0]?.report;
    const both = { en: 'Light', ar: 'ضوء' };
    const calls: readonly (readonly [string, object?])[] = [
      ['asks'],
      ['asks/groups'],
      ['asks/choices'],
      [`asks/of/${report}`],
      [`asks/${ask}`],
      ['asks/check', { draft, reports: [report] }],
      ['asks/draft', { draft, reports: [report] }],
      ['asks/redraft', { ask, version: 1, draft, reports: [report] }],
      ['asks/second', { ask, version: 1 }],
      ['asks/send', { ask, version: 1, by: 'mail' }],
      ['asks/stop', { ask, version: 1 }],
      ['asks/discard', { ask, version: 1 }],
      ['asks/question', { report, body: 'zaytara-trams' }],
      ['asks/wish', { wish: { id: 'light', text: both, inUse: false } }],
      ['asks/pass', { ask, number: 1 }],
      ['asks/withhold', { ask, number: 1, why: 'threatens' }],
      ['asks/tell', { ask, number: 1, words: both }],
      ['asks/visit', { ask, day: '2026-11-22', checker: 'Hana', found: 'yes', words: both }],
      ['asks/pause', { ask }],
      ['asks/resume', { ask }],
      ['asks/done', { ask, number: 1 }],
    ];
    for (const [who, expected] of [
      [await people.as(people.salma), 403],
      [await people.as(people.layla), 403],
      [browse(here.here), 401],
    ] as const) {
      for (const [path, body] of calls) {
        const url = `/desk/api/${path}`;
        const heard = body === undefined ? await who.get(url) : await who.post(url, body);
        expect([path, heard.status]).toEqual([path, expected]);
      }
    }
    expect((await here.ines.get(`/desk/api/asks/${ask}`)).json<OneAsk>().version).toBe(one.version);
  });
});

describe('a report that is not sealed to Omar', () => {
  test('is in no group of his, can be bundled by Ines alone, and its draft does not exist for him', async () => {
    const hidden = await withoutOmar();
    const seen = await tells(here, { where: { place: 'ferry' } });
    const ferry = { body: 'harbour-ferries', about: { place: 'ferry' } };
    const one = await drafts(here.ines, [seen, { id: hidden }], ferry);
    const { omar } = here;
    expect((await omar.get(`/desk/api/asks/${one.line.id}`)).status).toBe(404);
    const { asks } = (await omar.get('/desk/api/asks')).json<Asks>();
    expect(asks.map(({ id }) => id)).not.toContain(one.line.id);
    const groups = (await omar.get('/desk/api/asks/groups')).json<Groups>();
    expect(JSON.stringify(groups)).not.toContain(hidden);
    expect((await omar.get(`/desk/api/asks/of/${hidden}`)).status).toBe(404);
    expect((await omar.get(`/desk/api/asks/of/${seen.id}`)).json<OfReport>().report.asks).toEqual([]);
    for (const [path, body] of [
      ['second', { ask: one.line.id, version: one.version }],
      ['send', { ask: one.line.id, version: one.version, by: 'mail' }],
      ['stop', { ask: one.line.id, version: one.version }],
      ['discard', { ask: one.line.id, version: one.version }],
      ['draft', { draft: { ...draft, ...ferry }, reports: [hidden] }],
      ['check', { draft: { ...draft, ...ferry }, reports: [hidden] }],
      ['question', { report: hidden, body: 'harbour-ferries' }],
    ] as const) {
      expect([path, (await omar.post(`/desk/api/asks/${path}`, body)).status]).toEqual([path, 404]);
    }
  });

  test('stays unseen by him when the ask it is in was sent', async () => {
    const hidden = [await withoutOmar(), await withoutOmar()];
    const seen = await tells(here, { where: { place: 'ferry' } });
    const behind = [seen, ...hidden.map((id) => ({ id }))];
    const one = await drafts(here.ines, behind, { body: 'harbour-ferries', about: { place: 'ferry' } });
    expect((await sends(here.ines, one)).status).toBe(200);
    const his = (await here.omar.get(`/desk/api/asks/${one.line.id}`)).json<OneAsk>();
    expect(his.behind.map(({ report }) => report)).toEqual([seen.id]);
    expect(JSON.stringify(his)).not.toMatch(new RegExp(hidden.join('|')));
  });
});

test('a wish that names somebody is refused; one that is off is not asked any more', async () => {
  const text = { en: 'Let Mr. Karim go', ar: 'شيء' };
  const named = await here.ines.post('/desk/api/asks/wish', { wish: { id: 'karim', text, inUse: true } });
  expect(named.json()).toMatchObject({ code: 'personal_data', params: { found: 'Mr. Karim' } });
  const wish = { id: 'sign', text: { en: 'A sign', ar: 'لافتة' }, inUse: false };
  const { wishes } = (await here.ines.post('/desk/api/asks/wish', { wish })).json<{
    wishes: { id: string }[];
  }>();
  expect(wishes.find(({ id }) => id === 'sign')).toEqual(wish);
  const one = await drafts(here.ines, [await tells(here)], { wishes: ['sign'] });
  expect(one.checks.find(({ check }) => check === 'wishes')?.why).toBe('not_in_use');
});
