/** The demonstration's numbers about the pause: once, in weeks that are over, and enough for its page to speak. */
import { expect, test } from 'vitest';
import { testClock } from '../../test/clock.ts';
import { testDatabase } from '../../test/database.ts';
import { newInstallation } from '../platform/installation.ts';
import { countReader, version } from '../talk/pages/index.ts';
import { pauses } from './content/talk.ts';
import { fillTalk } from './talk.ts';

test('filled twice they are the same', async () => {
  await using database = await testDatabase();
  const { db } = database;
  const clock = testClock('2026-11-22T10:00:00Z');
  const name = { en: 'Door of the City', ar: 'باب المدينة' };
  const installation = newInstallation({
    kind: 'demonstration',
    root: '',
    name,
    zone: 'Africa/Cairo',
    country: 'demo',
  });
  await fillTalk({ db, installation, clock });
  const first = await countReader(db).before('2026-11-16', version);
  await fillTalk({ db, installation, clock });
  expect(await countReader(db).before('2027-01-04', version)).toEqual(first);
  expect([first.from, first.to]).toEqual(['2026-10-26', '2026-11-09']);
  const changed = pauses.reduce((sum, week) => sum + (week['pause.shown.changed'] ?? 0), 0);
  expect(first.of.get('pause.shown.changed')).toBe(changed);
});
