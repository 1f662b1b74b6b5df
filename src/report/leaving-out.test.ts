import { describe, expect, test } from 'vitest';
import { translate } from '../platform/i18n/index.ts';
import type { Reader } from '../platform/keys/statement.ts';
import {
  goesOutside,
  leaveOutHint,
  leaveOutProblems,
  namesOf,
  opensAlone,
  opensFor,
  sendFor,
} from './leaving-out.ts';

const t = translate('en');
const reader = (id: string, more: Partial<Reader> = {}): Reader => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  place: 'ours',
  recipient: `recipient of ${id}`,
  signer: `signer of ${id}`,
  childTrained: false,
  ...more,
});
const ines = reader('ines', { childTrained: true });
const omar = reader('omar');
const layla = reader('layla', { place: 'outside', organisation: 'The House' });
const trained = { ...layla, childTrained: true };

const leaving = (minor: boolean, outside: Reader | null, ...leaveOut: string[]) => ({
  minor,
  leaveOut,
  active: [ines, omar, ...(outside ? [outside] : [])],
});

describe('leaving out Ines, the only one here trained to talk with people under 18', () => {
  test('says under 18 who reads it instead, why, and what can be chosen', () => {
    const left = leaving(true, trained, 'ines');
    expect(opensFor(left)).toEqual([trained]);
    const said = goesOutside(left, t) ?? '';
    for (const part of [
      'left out Ines',
      'trained',
      'Layla of The House',
      'take the tick away',
      'Get help now',
    ])
      expect(said).toContain(part);
    expect(leaveOutProblems(left, t)).toEqual([]);
  });

  test('says under 18 that nobody is left, and who could read it, where nobody else is trained', () => {
    const left = leaving(true, layla, 'ines');
    expect(goesOutside(left, t)).toBeNull();
    expect(leaveOutProblems(left, t)).toEqual([
      { field: 'leave_out', key: 'leave_out_minor', params: { names: 'Ines' } },
    ]);
  });

  test('leaves it with Omar from 18 on, and nothing more is said', () => {
    const left = leaving(false, trained, 'ines');
    expect(opensFor(left)).toEqual([omar]);
    expect(goesOutside(left, t)).toBeNull();
  });
});

test('leaving out everyone here names the outside reader and their organisation', () => {
  expect(goesOutside(leaving(false, layla, 'ines', 'omar'), t)).toContain(
    'So Layla of The House will read it',
  );
  expect(leaveOutProblems(leaving(false, null, 'ines', 'omar'), t)).toEqual([
    { field: 'leave_out', key: 'leave_out' },
  ]);
});

test('where two must open, whoever is left to open it alone is named before it is sent', () => {
  const here = (one: ReturnType<typeof leaving>) => ({
    ...one,
    active: one.active.map((each) => ({ ...each, together: true as const })),
  });
  expect(opensAlone(here(leaving(false, layla, 'ines')), t)).toContain('Then Omar alone can open it');
  expect(opensAlone(here(leaving(true, layla)), t)).toContain('Ines alone');
  expect(opensAlone(here(leaving(false, layla, 'ines', 'omar')), t)).toContain('Layla of The House alone');
  expect(opensAlone(here(leaving(false, layla)), t)).toBeNull();
  expect(opensAlone(leaving(false, layla, 'ines'), t)).toBeNull();
});

test('without script Send carries who opens it where that has to be said, and nobody else', () => {
  const together = (one: ReturnType<typeof leaving>) => ({
    ...one,
    active: one.active.map((each) => ({ ...each, together: true as const })),
  });
  expect(sendFor(leaving(false, layla), t)).toBe('send');
  expect(sendFor(leaving(false, layla, 'ines'), t)).toBe('send');
  expect(sendFor(leaving(false, layla, 'ines', 'omar'), t)).toBe('send:layla');
  expect(sendFor(together(leaving(false, layla, 'ines')), t)).toBe('send:omar');
  expect(sendFor(together(leaving(false, layla)), t)).toBe('send');
});

test('what it means is said before anything is ticked', () => {
  expect(leaveOutHint(leaving(false, layla), t)).toContain('goes to The House');
  expect(leaveOutHint(leaving(false, null), t)).toContain('one of ours has to stay');
  expect(leaveOutHint(leaving(true, trained), t)).toContain('Here that is Ines. If none of them is left');
  expect(leaveOutHint(leaving(true, layla), t)).toContain('nobody trained outside');
});

test('names are joined as the language joins them', () => {
  expect(namesOf([ines, omar, layla], t)).toBe('Ines, Omar and Layla of The House');
  expect(namesOf([ines, omar], translate('ar'))).toBe('Ines وOmar');
});
