import { describe, expect, it } from 'vitest';
import { cast } from '../../../test/cast.ts';
import { world } from '../../../test/world.ts';
import { capacity, setCapacity } from '../index.ts';
import { inboxStore } from './store.ts';

const plain = { because: null, back: null };

describe('capacity', () => {
  it('is set by a caseworker or an organiser, and reopens after its last closed day', async () => {
    await using here = await world();
    const people = await cast(here);
    const needs = { db: here.database.db, clock: here.clock, installation: here.installation };
    expect(await capacity(needs)).toEqual({ ...plain, state: 'open', until: null, waitDays: null });
    const salma = await people.as(people.salma);
    const closed = await salma.post('/desk/api/capacity', { state: 'closed', until: '2026-11-24' });
    expect(closed.json()).toEqual({ ...plain, state: 'closed', until: '2026-11-24', waitDays: null });
    for (const wrong of [
      { state: 'slow', until: '2026-11-24' },
      { state: 'closed', until: '2026-11-21' },
    ]) {
      expect((await salma.post('/desk/api/capacity', wrong)).status).toBe(422);
    }
    here.clock.pass({ days: 3 });
    expect((await capacity(needs)).state).toBe('open');
    const ines = await people.as(people.ines);
    expect((await ines.post('/desk/api/capacity', { state: 'slow', until: null })).status).toBe(200);
  });

  it('says the measured wait of weeks that are over, so that it moves in weekly steps', async () => {
    await using here = await world({ now: '2026-11-24T10:00:00Z' });
    const needs = { db: here.database.db, clock: here.clock, installation: here.installation };
    const store = inboxStore(needs.db);
    for (const days of [1, 1, 2, 2, 6]) await store.addWait('2026-11-23', days);
    expect((await capacity(needs)).waitDays).toBe(null);
    here.clock.set('2026-11-30T10:00:00Z');
    expect((await capacity(needs)).waitDays).toBe(2);
    for (let n = 0; n < 20; n++) await store.addWait('2026-11-30', 40);
    expect((await capacity(needs)).waitDays).toBe(2);
    here.clock.set('2026-12-07T10:00:00Z');
    const urgent = { state: 'urgent', until: null, waitDays: 40, because: 'wait', back: null };
    expect(await capacity(needs)).toEqual(urgent);
    expect((await setCapacity(needs, { state: 'closed', until: null })).state).toBe('closed');
    here.clock.set('2027-02-08T10:00:00Z');
    expect((await capacity(needs)).waitDays).toBe(null);
  });
});
