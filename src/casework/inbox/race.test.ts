import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { amalTells, cast } from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { toBase64url, utf8 } from '../../platform/keys/index.ts';
import { placeReader } from '../../platform/place/index.ts';
import { peopleStore } from '../people/store.ts';
import { act } from './act.ts';
import { openReport } from './open.ts';
import { write } from './write.ts';

/** Until somebody in this database waits for a lock, or `done` ends without waiting. */
async function waits({ database: { db } }: TestWorld, done: Promise<unknown>): Promise<void> {
  let ended = false;
  void done.finally(() => {
    ended = true;
  });
  for (let waiting = 0; waiting === 0 && !ended; ) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    waiting = rows[0]?.n ?? 0;
  }
}

it.each(['open', 'note', 'hold'] as const)(
  'Lock now that came in between wins over %s, though it was asked while the key still counted',
  async (what) => {
    await using here = await world();
    const people = await cast(here);
    const { id: report } = await amalTells(here);
    await here.settle();
    const { db } = here.database;
    const needs = { db, clock: here.clock, installation: here.installation, places: placeReader(db) };
    const person = { ...people.ines, roles: ['caseworker'] as const, sessionId: '' };
    await act(needs, { person, report, move: { do: 'claim' } });
    const asked = {
      open: () => openReport(needs, person, report),
      note: () =>
        write(needs, 'note', {
          person,
          report,
          number: 1,
          body: toBase64url(utf8('age-encryption.org/v1\n')),
        }),
      hold: () => act(needs, { person, report, move: { do: 'hold', until: '2026-11-25' } }),
    };
    const heard = await db.transaction().execute(async (tx) => {
      await peopleStore(tx).lock(person.id);
      await peopleStore(tx).dropReader(person.id);
      const answer = asked[what]().then(
        () => 'let in',
        (error: { code?: string }) => error.code,
      );
      await waits(here, answer);
      return { answer };
    });
    expect(await heard.answer).toBe('report_not_here');
  },
);
