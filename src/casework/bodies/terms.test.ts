import { describe, expect, it } from 'vitest';
import { cast } from '../../../test/cast.ts';
import { city } from '../../../test/invented.ts';
import { world } from '../../../test/world.ts';
import { duesOf, termsOf, usualTerms } from '../../answer/index.ts';
import type { BodyTerms, TermsForm } from './wire.ts';

const body = 'zaytara-trams';
const url = '/desk/api/bodies/terms';
const today = '2026-11-22';
const holidays = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20261125',
  'SUMMARY:Tram Day',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

describe('how long a body has', () => {
  it('is the usual, until Salma sets its own; a new save keeps the holidays it says nothing about', async () => {
    await using here = await world({ now: `${today}T10:00:00Z` });
    await city(here);
    const people = await cast(here);
    const [salma, ines] = [await people.as(people.salma), await people.as(people.ines)];
    const due = async () => duesOf(await termsOf(here.database.db, body), today, []).answer.due;
    const usual = (await salma.get(`${url}?body=${body}`)).json<BodyTerms>();
    const { acknowledge, answer, weekend } = usualTerms;
    expect(usual).toEqual({ own: false, acknowledge, answer, weekend, holidays: [] });

    const three: TermsForm = {
      body,
      acknowledge: { days: 2, counted: 'calendar' },
      answer: { days: 3, counted: 'working' },
      weekend: [5],
      holidays,
    };
    const own = (await salma.post(url, three)).json<BodyTerms>();
    expect(own).toMatchObject({ own: true, weekend: [5], holidays: [['2026-11-25', 'Tram Day']] });
    expect(await due()).toBe('2026-11-26');

    const kept = await ines.post(url, { ...three, weekend: [4, 5], holidays: null });
    expect(kept.json<BodyTerms>().holidays).toHaveLength(1);
    expect(await due()).toBe('2026-11-28');
    await ines.post(url, { ...three, holidays: '' });
    expect(await due()).toBe('2026-11-25');

    const refused = async (change: object) =>
      (await ines.post(url, { ...three, ...change })).json<{ code: string }>().code;
    expect(await refused({ answer: { days: 0, counted: 'working' } })).toBe('terms_days');
    expect(await refused({ answer: { days: 2.5, counted: 'working' } })).toBe('terms_days');
    expect(await refused({ weekend: [1, 2, 3, 4, 5, 6, 7] })).toBe('terms_weekend');
    expect(await refused({ acknowledge: { days: 4, counted: 'working' } })).toBe('terms_order');
    expect(await refused({ holidays: 'days off' })).toBe('calendar_unreadable');
    expect(await refused({ body: 'nobody' })).toBe('not_found');
    expect(await due()).toBe('2026-11-25');

    const back = await ines.post(`${url}/usual`, { body });
    expect(back.json<BodyTerms>()).toEqual(usual);

    const layla = await people.as(people.layla);
    expect((await layla.get(`${url}?body=${body}`)).status).toBe(403);
    expect((await layla.post(url, three)).status).toBe(403);
    expect((await layla.post(`${url}/usual`, { body })).status).toBe(403);
  });
});
