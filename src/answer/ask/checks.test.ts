import { describe, expect, test } from 'vitest';
import type { Body } from '../body/model.ts';
import { verdictOf } from './check.ts';
import { checksOf } from './checks.ts';
import type { Bundled, Facts } from './facts.ts';

const body = (id: string, more: Partial<Body> = {}): Body => ({
  id,
  kind: 'operator',
  name: { en: 'City Trams', ar: 'ترام المدينة' },
  mail: 'asks@trams.example',
  parent: null,
  basis: null,
  publicDuty: true,
  ...more,
});

let made = 0;
const report = (more: Partial<Bundled> = {}): Bundled => ({
  id: `r${made++}`,
  kinds: ['followed', 'words'],
  week: '2026-11-09',
  consents: { ask: 'this_one' },
  said: new Map(),
  worksThere: false,
  under18: false,
  read: true,
  twice: false,
  standing: { offices: new Set(['trams']), answers: new Set(['trams']) },
  lies: { places: ['harbour', 'tram-1'], areas: ['old-town', 'city'] },
  ...more,
});

const light = { id: 'light', text: { en: 'Light', ar: 'ضوء' }, inUse: true };
function facts(changes: Partial<Omit<Facts, 'draft'>> & { draft?: Partial<Facts['draft']> } = {}): Facts {
  const draft: Facts['draft'] = {
    body: 'trams',
    about: { place: 'harbour' },
    kinds: ['followed'],
    from: '2026-10',
    to: '2026-11',
    wishes: ['light'],
    words: { en: '', ar: '' },
    ...changes.draft,
  };
  return {
    reports: [report(), report(), report()],
    bodies: new Map([
      ['trams', body('trams')],
      ['cafe', body('cafe', { kind: 'shop', publicDuty: false, mail: null })],
    ]),
    about: { kind: 'stop', name: { en: 'Harbour', ar: 'الميناء' } },
    wishes: [light, { ...light, id: 'old', inUse: false }],
    others: [],
    mailWaits: false,
    by: 'mail',
    canMail: true,
    today: '2026-11-22',
    ...changes,
    draft,
  };
}

const of = (changes: Parameters<typeof facts>[0]) =>
  checksOf(facts(changes)).flatMap(({ check, says, why }) =>
    says === 'pass' ? [] : [`${check} ${says} ${why}`],
  );
const words = (en: string, ar = 'كلام') => ({ draft: { words: { en, ar } } });
const three = (more: Partial<Bundled>) => ({ reports: [report(), report(), report(more)] });

test('three who agree about one place pass everything, in the order in which it is looked at', () => {
  expect(of({})).toEqual([]);
  expect(
    checksOf(facts())
      .map(({ check }) => check)
      .slice(0, 4),
  ).toEqual(['read', 'consents', 'enough', 'minors']);
});

describe('each check refuses what it is for', () => {
  test.each([
    ['a report nobody has read', three({ read: false }), ['read fail unread']],
    ['one who wants nobody asked', three({ consents: { ask: null } }), ['consents fail no']],
    ['one who wants to be asked first', three({ consents: { ask: 'each_time' } }), ['consents fail ask_her']],
    ['what happened at home', three({ kinds: ['known', 'followed'] }), ['consents fail known']],
    ['two', { reports: [report(), report()] }, ['enough fail few']],
    ['one sent twice', three({ twice: true }), ['enough fail twice']],
    ['none', { reports: [] }, ['enough fail none', 'kinds fail untold']],
    [
      'a minor with one other, though both said yes',
      { reports: [report({ said: yes, under18: true }), report({ said: yes })] },
      ['minors fail alone'],
    ],
    [
      'a place it did not happen at',
      three({ lies: { places: ['depot'], areas: [] } }),
      ['place fail elsewhere'],
    ],
    ['a place nobody knows', { about: null }, ['place fail unknown']],
    ['a kind nobody told', { draft: { kinds: ['exposed'] as const } }, ['kinds fail untold']],
    ['a kind one alone told', three({ kinds: ['followed', 'hurt'] }), []],
    [
      'the same, named',
      { ...three({ kinds: ['followed', 'hurt'] }), draft: { kinds: ['followed', 'hurt'] as const } },
      ['kinds needs_second single'],
    ],
    ['another kind altogether', three({ kinds: ['filmed'] }), ['kinds fail others']],
    ['an end before the beginning', { draft: { from: '2026-11', to: '2026-10' } }, ['months fail order']],
    ['a month to come', { draft: { to: '2026-12' } }, ['months fail future']],
    ['other months', { draft: { from: '2026-08', to: '2026-09' } }, ['months fail outside']],
    ['three years', { draft: { from: '2023-12' } }, ['months fail long']],
    ['nothing asked for', { draft: { wishes: [] } }, ['wishes fail none']],
    ['what is not asked any more', { draft: { wishes: ['old'] } }, ['wishes fail not_in_use']],
    ['words in one language', words('Please', ''), ['wishes fail one_language']],
    ['a phone in our words', words('Call 0100 123 4567'), ['personal fail found']],
    ['words that accuse', words('your staff are criminals'), ['risk needs_second found']],
    ['what may be a name', words('it was Karim there'), ['risk needs_second found']],
    ['names of the body and the place', words('the City Trams at Harbour'), []],
    ['a new address that waits', { mailWaits: true }, ['reach fail mail_waits']],
    ['a server that has nowhere to hand mail to', { canMail: false }, ['reach fail no_post']],
  ])('%s', (_, changes, expected) => {
    expect(of(changes)).toEqual(expected);
  });
});

const yes = new Map([['trams', 'yes' as const]]);

describe('who counts as enough', () => {
  test('one alone whose own word is yes to this very body', () => {
    expect(of({ reports: [report({ said: yes })] })).toEqual([]);
    expect(of({ reports: [report({ said: new Map([['city', 'yes']]) })] })).toEqual(['enough fail few']);
  });

  test('a minor among three', () => {
    expect(of(three({ under18: true }))).toEqual([]);
  });
});

test('a café without a public duty is asked by somebody who knows it, and by a letter', () => {
  const standing = { offices: new Set(['cafe']), answers: new Set(['cafe']) };
  const reports = [report({ standing }), report({ standing }), report({ standing })];
  const cafe = { reports, draft: { body: 'cafe' } };
  expect(of(cafe)).toEqual(['basis fail none', 'reach fail no_mail']);
  const known = new Map([
    ['cafe', body('cafe', { kind: 'shop', publicDuty: false, basis: 'visited', mail: null })],
  ]);
  expect(of({ ...cafe, bodies: known, by: 'letter' })).toEqual([]);
});

describe('where the person works there', () => {
  const standing = { offices: new Set(['depot']), answers: new Set(['depot', 'trams']) };
  const there = { standing, worksThere: true, lies: { places: ['harbour'], areas: ['old-town'] } };
  const one = { reports: [report({ standing }), report({ standing }), report(there)] };

  test('never the office itself, never her own stop, never a single month, never signed by one', () => {
    const bodies = new Map([
      ['trams', body('trams')],
      ['depot', body('depot')],
    ]);
    const area = { about: { area: 'old-town' } };
    expect(of({ ...one, bodies, draft: { body: 'depot' } })).toEqual([
      'consents fail no',
      'works_there fail office',
    ]);
    expect(of({ ...one, bodies })).toEqual(['works_there fail finer']);
    expect(of({ ...one, bodies, draft: area })).toEqual(['works_there fail months']);
    expect(of({ ...one, bodies, draft: { ...area, from: '2026-09' } })).toEqual([
      'works_there needs_second above',
    ]);
  });
});

describe('what else runs at the body', () => {
  const other = { id: 'before', about: { place: 'harbour' }, wishes: ['light'], sent: '2026-11-01' };

  test('an open ask about the same place, and one that was answered lately', () => {
    expect(of({ others: [{ ...other, standing: 'waiting' }] })).toEqual([
      'open_already fail open',
      'recently fail asked',
    ]);
    expect(of({ others: [{ ...other, standing: 'confirmed' }] })).toEqual(['recently fail asked']);
    expect(of({ others: [{ ...other, sent: '2026-10-20', standing: 'confirmed' }] })).toEqual([]);
    expect(of({ others: [{ ...other, about: { area: 'harbour' }, standing: 'waiting' }] })).toEqual([]);
    expect(of({ others: [{ ...other, sent: '2026-07-01', standing: 'silent' }] })).toEqual([]);
  });
});

test('what needs a second goes out when there is one; what fails never does', () => {
  expect(verdictOf([{ says: 'pass' }], false)).toBe('send');
  expect(verdictOf([{ says: 'needs_second' }], false)).toBe('second');
  expect(verdictOf([{ says: 'needs_second' }], true)).toBe('send');
  expect(verdictOf([{ says: 'needs_second' }, { says: 'fail' }], true)).toBe('no');
});
