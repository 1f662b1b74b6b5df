import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asked } from '../../../test/asks.ts';
import { testClock } from '../../../test/clock.ts';
import { testDatabase } from '../../../test/database.ts';
import { addDays, type Day, dayIn, daysBetween } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { AskEvent } from '../ask/model.ts';
import { askReader, askWriter } from '../ask/store.ts';
import { duesOf, setTerms, termsOf } from './terms.ts';
import { type TickDeps, tick } from './tick.ts';

const zone = 'Africa/Cairo';
const name = { en: 'Door of the City', ar: 'باب المدينة' };
/** A feast of three days, and one that comes each year. */
const holidays = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20260527',
  'DTEND;VALUE=DATE:20260530',
  'SUMMARY:Feast',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20201006',
  'RRULE:FREQ=YEARLY',
  'SUMMARY:October',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

function stage(db: Kysely<unknown>) {
  const clock = testClock();
  const mails: string[] = [];
  const told = { count: 0 };
  const deps: TickDeps = {
    db,
    clock,
    installation: { zone, name },
    async remind(_, { ask, when }) {
      mails.push(`${ask.id} ${when}`);
      return true;
    },
    async tell() {
      told.count++;
    },
  };
  const rows = async (id: string): Promise<readonly AskEvent[]> =>
    (await askReader(db).byId(id))?.events ?? [];
  const said = async (id: string) =>
    (await rows(id)).map(({ day, what, note }) => `${day} ${what} ${note?.why ?? ''}`.trim());
  return { deps, clock, mails, told, rows, said };
}

describe('the clock of an ask', () => {
  test('reminds three days before and on the day, then sets tasks, then writes the letter', async () => {
    await using database = await testDatabase();
    const { deps, mails, told, said, rows } = stage(database.db);
    const dues = { acknowledgeDue: '2026-03-08', due: '2026-03-29' };
    const id = await asked(database.db, 'one', dues);
    for (let day = '2026-03-01'; day <= '2026-06-10'; day = addDays(day, 1)) await tick(deps, day);
    expect(await said(id)).toEqual([
      '2026-03-09 escalated acknowledge',
      '2026-03-26 reminded soon',
      '2026-03-29 reminded today',
      '2026-03-30 escalated answer',
      '2026-05-29 open_letter',
    ]);
    expect(mails).toEqual(['one soon', 'one today']);
    expect(told.count).toBe(3);
    const letter = (await rows(id)).at(-1)?.note?.words;
    expect(letter?.en).toContain('Open letter to City Trams');
    expect(letter?.en).toContain('• Light at the stop');
    expect(letter?.ar).toContain('رسالة مفتوحة إلى ترام المدينة');
  });

  test('says nothing to a body that has answered, or while its question is open', async () => {
    await using database = await testDatabase();
    const { deps, said, mails } = stage(database.db);
    const done = await asked(database.db, 'done', { state: 'says_kept', due: '2026-03-29' });
    const question = await asked(database.db, 'question', { state: 'question', due: null });
    for (const day of ['2026-03-26', '2026-03-30', '2026-09-01']) await tick(deps, day);
    expect([...(await said(done)), ...(await said(question)), ...mails]).toEqual([]);
  });

  test('makes a task of a promised day that has passed, until people there have spoken', async () => {
    await using database = await testDatabase();
    const { deps, said } = stage(database.db);
    const promised = { state: 'promised', promised: '2026-04-30' } as const;
    const late = await asked(database.db, 'late', promised);
    const kept = await asked(database.db, 'kept', promised);
    await database.db.transaction().execute(async (tx) => {
      await askWriter(tx).event(kept, { day: '2026-04-30', what: 'confirmed' });
    });
    await tick(deps, '2026-04-30');
    expect(await said(late)).toEqual([]);
    await tick(deps, '2026-05-04');
    expect(await said(late)).toEqual(['2026-05-01 escalated promise']);
    expect(await said(kept)).toEqual(['2026-04-30 confirmed']);
  });

  test('sends nothing about a paused ask and writes its letter when it is published again', async () => {
    await using database = await testDatabase();
    const { db } = database;
    const { deps, said, mails } = stage(db);
    const id = await asked(db, 'paused', { due: '2026-03-29' });
    const change = (paused: Day | null, event: Pick<AskEvent, 'day' | 'what'>) =>
      db.transaction().execute(async (tx) => {
        await askWriter(tx).change(id, { paused });
        await askWriter(tx).event(id, event);
      });
    await change('2026-03-20', { day: '2026-03-20', what: 'paused' });
    for (const day of ['2026-03-27', '2026-03-29', '2026-03-30', '2026-06-20']) await tick(deps, day);
    expect(mails).toEqual([]);
    await change(null, { day: '2026-06-21', what: 'resumed' });
    await tick(deps, '2026-06-21');
    expect(await said(id)).toEqual([
      '2026-03-20 paused',
      '2026-03-30 escalated answer',
      '2026-06-21 resumed',
      '2026-06-21 open_letter',
    ]);
  });

  test('a reminder that cannot be sent is not written down, and another ask that fails stops none', async () => {
    await using database = await testDatabase();
    const { deps, said } = stage(database.db);
    const due = { due: '2026-03-29' };
    const [bad, good] = [await asked(database.db, 'a-bad', due), await asked(database.db, 'b-good', due)];
    const remind: TickDeps['remind'] = async (_, { ask }) => {
      if (ask.id === bad) throw new Error('no');
      return false;
    };
    await expect(tick({ ...deps, remind }, '2026-03-29')).rejects.toThrow('no');
    await expect(tick({ ...deps, remind }, '2026-03-30')).resolves.toMatchObject({ escalated: 2 });
    expect(await said(good)).toEqual(['2026-03-30 escalated answer']);
  });
});

/** Hours at which somebody looked, from the day of sending on; the last is always far enough for the letter. */
const aSchedule = fc
  .array(fc.integer({ min: 0, max: 24 * 150 }), { maxLength: 25 })
  .map((hours) => [...hours, 24 * 160].sort((a, b) => a - b));
const aTerm = fc.record({
  days: fc.integer({ min: 1, max: 40 }),
  counted: fc.constantFrom('working' as const, 'calendar' as const),
});

test('however often, late, or doubly it runs, the rows are the same: over summer time and holidays', async () => {
  await using database = await testDatabase();
  const { db } = database;
  let made = 0;
  await fc.assert(
    fc.asyncProperty(
      // Cairo moves its clocks on 24 April and 30 October 2026.
      fc.constantFrom('2026-02-10', '2026-04-20', '2026-05-20', '2026-09-25', '2026-10-27'),
      fc.record({ acknowledge: aTerm, answer: aTerm }),
      aSchedule,
      async (sent, term, hours) => {
        const { deps, clock, said } = stage(db);
        const id = `ask-${made++}`;
        await asked(db, id, { state: 'stopped' });
        await db.transaction().execute((tx) => setTerms(tx, 'trams', { ...term, weekend: [5, 6], holidays }));
        const dues = duesOf(await termsOf(db, 'trams'), sent, []);
        const acknowledgeDue = dues.acknowledge.due ?? '';
        const due = dues.answer.due ?? '';
        await db
          .transaction()
          .execute((tx) => askWriter(tx).change(id, { state: 'sent', sent, acknowledgeDue, due }));

        const looked = new Set<Day>();
        for (const hour of hours) {
          clock.set(`${sent}T09:00:00Z`);
          clock.pass({ hours: hour });
          looked.add(dayIn(zone, clock.now()));
          await Promise.all([tick(deps), tick(deps)]);
        }

        const all = await said(id);
        expect(all.filter((row) => !row.includes('reminded')).sort()).toEqual(
          [
            `${addDays(acknowledgeDue, 1)} escalated acknowledge`,
            `${addDays(due, 1)} escalated answer`,
            `${addDays(due, 61)} open_letter`,
          ].sort(),
        );
        const soon = [...looked].find((day) => day >= addDays(due, -3) && day < due);
        expect(all.filter((row) => row.includes('reminded'))).toEqual([
          ...(soon && addDays(due, -3) > sent ? [`${soon} reminded soon`] : []),
          ...(looked.has(due) ? [`${due} reminded today`] : []),
        ]);
        expect(daysBetween(sent, due)).toBeGreaterThanOrEqual(term.answer.days);
        await db.transaction().execute((tx) => askWriter(tx).change(id, { state: 'stopped' }));
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);
