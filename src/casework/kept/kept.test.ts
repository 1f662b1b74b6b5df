/** What is kept how long: one list for the server, the desk and the public page. */
import { expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { cast } from '../../../test/cast.ts';
import { moderators } from '../../../test/moderators.ts';
import { world } from '../../../test/world.ts';
import { translate } from '../../platform/i18n/index.ts';
import { keepTo, kinds, nextRun } from '../../platform/retention/index.ts';
import { keptHere } from '../../retention.ts';

const pages = ['en', 'ar'] as const;

test('every kind stands at the desk and in public, and the list has no other', async () => {
  await using here = await world({ staging: { allowances: 'none' } });
  const people = await cast(here);
  const needs = { db: here.database.db, clock: here.clock, installation: here.installation };
  expect(
    keptHere(needs)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual([...kinds].toSorted());
  for (const { by, forget } of keptHere(needs)) expect(forget !== undefined).toBe(by === 'hour');

  const salma = await people.as(people.salma);
  for (const locale of pages) {
    const t = translate(locale);
    const [desk, open] = [
      (await salma.get(`/${locale}/desk/kept`)).text,
      (await browse(here).get(`/${locale}/keep`)).text,
    ];
    for (const kind of kinds) {
      expect(desk, kind).toContain(t(`kept.${kind}`));
      // These three have sentences of their own.
      const isApart = ['story', 'withdrawn', 'backup'].includes(kind);
      expect(open.includes(t(`kept.${kind}.from`)), kind).toBe(!isApart);
    }
    expect(desk).toContain(t('kept.not_yet'));
  }
  // 2026-11-22 12:00 in Cairo.
  expect(Object.values(await keepTo(needs, keptHere(needs)))).toHaveLength(11);
  const t = translate('en');
  const after = (await salma.get('/en/desk/kept')).text;
  expect(after).not.toContain(t('kept.not_yet'));
  expect(after).toContain('22 November 2026, 12:00');
  expect(after).toContain('22 November 2026, 13:00');
  // The sign-in link of Salma was used; what a run removed is said with its day.
  here.clock.pass({ days: 1 });
  expect(await keepTo(needs, keptHere(needs))).toMatchObject({ session: 1, story: 0 });
  const again = await people.as(people.salma);
  expect((await again.get('/en/desk/kept')).text).toContain(
    t('kept.went', { n: 1, day: '23 November 2026' }),
  );
});

test('it is for organisers and caseworkers', async () => {
  await using here = await world({ staging: { allowances: 'none' } });
  const people = await cast(here);
  const { hana } = await moderators(here);
  const statuses = [people.salma, people.ines, people.layla, hana].map(async (player) => {
    return (await (await people.as(player)).get('/en/desk/kept')).status;
  });
  expect(await Promise.all(statuses)).toEqual([200, 200, 403, 403]);
  expect((await browse(here).get('/en/desk/kept')).status).toBe(401);
});

test('one kind that fails stops no other, and is thrown at the end', async () => {
  await using here = await world();
  const needs = { db: here.database.db, clock: here.clock, installation: here.installation };
  const seen: string[] = [];
  const kept = (kind: 'mail' | 'session', fails: boolean) => ({
    kind,
    period: 'done' as const,
    by: 'hour' as const,
    async forget() {
      seen.push(kind);
      if (fails) throw new Error('away');
      return 2;
    },
  });
  await expect(keepTo(needs, [kept('mail', true), kept('session', false)])).rejects.toThrow('away');
  expect(seen).toEqual(['mail', 'session']);
});

test('the next run is in an hour, or when the day begins', () => {
  const next = (ran: string) => nextRun(new Date(ran), 'Africa/Cairo').toISOString();
  expect(next('2026-11-22T10:00:40Z')).toBe('2026-11-22T11:00:00.000Z');
  expect(next('2026-11-22T21:30:00Z')).toBe('2026-11-22T22:00:00.000Z');
});
