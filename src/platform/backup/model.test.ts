import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostDays, type Named, nameOf, outlived, readName, superfluous } from './model.ts';

const DAY = 24 * 3600 * 1000;
const begin = Date.parse('2026-11-22T02:00:00Z');
const backup = (made: number): Named => {
  const named = readName(nameOf('backup', 'A'.repeat(22), new Date(made)));
  if (named === null) throw new Error('its own name is not read');
  return named;
};
const agesIn = (kept: readonly Named[], now: number) =>
  kept.map(({ made }) => Math.floor((now - made.getTime()) / DAY)).toSorted((one, other) => one - other);

describe('which backups stay', () => {
  test('after a year of one each day: seven days, each of four weeks, and nothing of more than 28 days', () => {
    let kept: Named[] = [];
    for (let day = 0; day < 365; day++) {
      const now = begin + day * DAY;
      kept.push(backup(now));
      const gone = new Set(superfluous(kept, new Date(now)));
      kept = kept.filter((one) => !gone.has(one));
      if (day < mostDays) continue;
      const ages = agesIn(kept, now);
      expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      for (const week of [1, 2, 3]) expect(ages.some((age) => Math.floor(age / 7) === week)).toBe(true);
      expect(ages.at(-1)).toBeLessThan(mostDays);
      expect(kept.length).toBeLessThanOrEqual(11);
    }
  });

  test('the newest always, however old; and deleting twice is deleting once', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 24 * 90 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 24 * 60 }), (ages, later) => {
        const all = [...new Set(ages)].map((age) => backup(begin - age * 3_600_000));
        const now = new Date(begin + later * 3_600_000);
        const gone = new Set(superfluous(all, now));
        const kept = all.filter((one) => !gone.has(one));
        const newest = all.reduce((one, other) => (one.made > other.made ? one : other));
        expect(kept).toContain(newest);
        expect(superfluous(kept, now)).toEqual([]);
      }),
    );
  });

  test('a list of withdrawals stays until every backup from before it is gone', () => {
    const at = (days: number) => ({ ...backup(begin - days * DAY), what: 'tombstones' as const });
    const lists = [at(0), at(20), at(31), at(33), at(90)];
    expect(agesIn(outlived(lists, new Date(begin)), begin)).toEqual([33, 90]);
    expect(outlived([at(90)], new Date(begin))).toEqual([]);
  });
});

test('a name says the minute and whose it is in eight letters; other names are not ours', () => {
  const id = 'Zm9vYmFyZm9vYmFyZm9vYg';
  const name = nameOf('tombstones', id, new Date('2026-11-22T02:07:00Z'));
  expect(name).toMatch(/^upstander1-[0-9a-f]{8}-tombstones-20261122T0207Z\.age$/);
  expect(readName(name)).toMatchObject({ what: 'tombstones', made: new Date('2026-11-22T02:07:00Z') });
  expect(name).not.toContain(id.slice(0, 6));
  for (const other of ['backup.age', `${name}.part`, 'upstander1-xyz-backup-20261122T0207Z.age'])
    expect(readName(other)).toBeNull();
});
