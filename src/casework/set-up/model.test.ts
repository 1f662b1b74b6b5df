import { describe, expect, test } from 'vitest';
import type { Line } from '../../report/index.ts';
import { confirmed, type Facts, hearsMinors, type Saying, stateOf, tasks } from './model.ts';

const house: Facts['house'] = {
  name: { en: 'Door', ar: 'باب' },
  address: 'https://tell.example.org',
  zone: 'Africa/Cairo',
  country: 'eg',
  languages: ['en', 'ar'],
  root: 'root',
  exit: 'https://www.example.org/weather',
  mailFrom: 'asks@tell.example.org',
};
const line = (id: string, tested?: Line['tested'], kind: Line['kind'] = 'support') =>
  ({ id, kind, number: '1', ...(tested ? { tested } : {}) }) as Line;
let number = 0;
const saying = (said: unknown): Saying => ({
  number: ++number,
  said,
  by: 'salma',
  byName: 'Salma',
  day: '2026-11-20',
});
const yes = { verdict: 'allowed', number: '', decidedBy: 'Mona', decidedOn: '2026-11-19' };

const alone: Facts['together'] = { is: false, may: 'choose' };
const ready = (): Facts => {
  const { name, place, exit, cards } = confirmed(house);
  return {
    today: '2026-11-22',
    house,
    agreed: 2,
    said: new Map(
      Object.entries({
        name,
        place: { languages: place.languages, zone: place.zone, country: place.country },
        exit,
        cards,
        'root.rehearsed': { root: 'root' },
        'lawful.intake': yes,
        'lawful.encryption': { ...yes, verdict: 'approval', number: '7' },
        'lawful.data': yes,
        'lawful.minors': yes,
        'backup.rehearsed': { who: 'Noor', on: '2026-11-20' },
        'mail.arrived': { from: 'asks@tell.example.org' },
        'text.privacy': { en: 'We keep little.', ar: 'نحتفظ بالقليل.' },
      }).map(([what, said]) => [what, saying(said)]),
    ),
    profile: { country: 'eg', fiveDays: [], duty: null },
    lines: [line('night', { on: '2026-11-20', answered: true }), line('police', undefined, 'emergency')],
    caseworkers: 3,
    copied: true,
    together: { is: true, may: 'signed' },
    bodies: 1,
    areas: 1,
  };
};
const without = (...what: string[]): Partial<Facts> => ({
  said: new Map([...ready().said].filter(([key]) => !what.includes(key))),
});
const said = (what: string, value: unknown): Partial<Facts> => ({
  said: new Map([...ready().said, [what, saying(value)]]),
});

test('with everything done every task is done', () => {
  expect(tasks.map((task) => stateOf(task, ready()))).toEqual(tasks.map(() => 'done'));
});

describe('a task is open', () => {
  test.each<[string, (typeof tasks)[number], Partial<Facts>]>([
    ['without a confirmed name', 'name', without('name')],
    [
      'with another address than was confirmed',
      'name',
      { house: { ...house, address: 'https://women.example.org' } },
    ],
    ['with another zone', 'place', { house: { ...house, zone: 'Europe/Paris' } }],
    ['with one language more', 'place', { house: { ...house, languages: ['en', 'ar', 'fr'] } }],
    ['with another way out', 'exit', { house: { ...house, exit: 'https://www.example.org' } }],
    ['without a table of the country', 'country', { profile: null }],
    ['where one answer about law is missing', 'lawful', without('lawful.data')],
    ['where an answer is no', 'lawful', said('lawful.encryption', { ...yes, verdict: 'not_here' })],
    ['where one caseworker agreed', 'lawful', { agreed: 1 }],
    ['without a line', 'lines', { lines: [] }],
    [
      'with an emergency number alone',
      'lines',
      { lines: [line('police', { on: '2026-11-20', answered: true }, 'emergency')] },
    ],
    ['with a line nobody called', 'lines', { lines: [...ready().lines, line('day')] }],
    ['with a call of 91 days ago', 'lines', { lines: [line('night', { on: '2026-08-23', answered: true })] }],
    ['where no line answers', 'lines', { lines: [line('night', { on: '2026-11-20', answered: false })] }],
    ['with papers nobody tried', 'root', without('root.rehearsed')],
    ['with the papers of another root', 'root', said('root.rehearsed', { root: 'other' })],
    ['with two caseworkers where two must open', 'caseworkers', { caseworkers: 2 }],
    ['with one caseworker', 'caseworkers', { caseworkers: 1, together: alone }],
    ['with no copy elsewhere', 'backup', { copied: false }],
    ['with a backup nobody brought back', 'backup', without('backup.rehearsed')],
    ['with mail nobody tried', 'mail', without('mail.arrived')],
    ['with another sender than was tried', 'mail', said('mail.arrived', { from: 'old@tell.example.org' })],
    ['without a word on privacy', 'texts', said('text.privacy', { en: '', ar: '' })],
  ])('%s', (_, task, changes) => {
    expect(stateOf(task, { ...ready(), ...changes })).toBe('open');
  });
});

test('what nobody set up is off, and keeps nothing closed', () => {
  const facts = { ...ready(), bodies: 0, areas: 0, house: { ...house, mailFrom: null } };
  expect(tasks.filter((task) => stateOf(task, { ...facts, together: alone }) === 'off')).toEqual([
    'together',
    'mail',
    'bodies',
    'areas',
  ]);
  expect(stateOf('caseworkers', { ...facts, together: alone, caseworkers: 2 })).toBe('done');
});

test('people under 18 are heard only after a yes to that, and two who agree', () => {
  expect(hearsMinors(ready())).toBe(true);
  expect(hearsMinors({ ...ready(), agreed: 1 })).toBe(false);
  expect(hearsMinors({ ...ready(), ...without('lawful.minors') })).toBe(false);
  expect(stateOf('lawful', { ...ready(), ...without('lawful.minors') })).toBe('done');
});
