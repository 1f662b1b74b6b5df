import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translate } from '../../platform/i18n/index.ts';
import type { Place } from '../../platform/place/index.ts';
import type { Area, Lying } from '../area/model.ts';
import { above, type Body, type BodyKind, bodyKinds, needsHerWord } from '../body/model.ts';
import { candidates, type Known, standing, type Where, whys } from './candidates.ts';

const name = (id: string) => ({ en: id, ar: id });

const body = (id: string, more: Partial<Body> = {}): Body => ({
  id,
  kind: 'operator',
  name: name(id),
  mail: null,
  parent: null,
  basis: null,
  publicDuty: true,
  ...more,
});
const area = (id: string, more: Partial<Area> = {}): Area => ({
  id,
  name: name(id),
  parent: null,
  body: null,
  outline: '',
  ...more,
});
const place = (id: string, more: Partial<Place> = {}): Place => ({
  id,
  kind: 'stop',
  name: name(id),
  spellings: [],
  directions: [],
  parent: null,
  ...more,
});

const mapOf = <T extends { id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]));

const council = body('council', { kind: 'municipality' });
const north = body('north-office', { kind: 'district', parent: 'council' });
const south = body('south-office', { kind: 'district', parent: 'council' });
const board = body('transport-board');
const trams = body('trams', { parent: 'transport-board' });
const school = body('school', { kind: 'school', parent: 'council' });

const city: Known = {
  bodies: mapOf([council, north, south, board, trams, school]),
  areas: mapOf([
    area('city', { body: 'council' }),
    area('north', { parent: 'city', body: 'north-office' }),
    area('south', { parent: 'city', body: 'south-office' }),
    area('hill', { parent: 'city' }),
  ]),
  places: mapOf([
    place('tram-1', { kind: 'line' }),
    place('square'),
    place('gate', { parent: 'campus' }),
    place('campus', { kind: 'venue' }),
  ]),
  ofPlace: new Map([
    ['tram-1', ['trams']],
    ['square', ['trams']],
    ['campus', ['school']],
  ]),
  lying: [],
};

const at = (lying: readonly Lying[]): Known => ({ ...city, lying });
const where = (id: string | null, more: Partial<Where> = {}): Where => ({
  place: city.places.get(id ?? '') ?? null,
  cell: null,
  above: false,
  ...more,
});
const told = (asked: Where, known: Known) =>
  candidates(asked, known).map((one) => `${one.body.id}: ${one.why}`);

describe('who might be asked', () => {
  const inNorth = at([
    { area: 'city', border: false },
    { area: 'north', border: false },
  ]);

  test('who runs the line; the stop first, then the quarter, then the city', () => {
    expect(told(where('tram-1'), city)).toEqual(['trams: line']);
    expect(told(where('square'), inNorth)).toEqual(['trams: place', 'north-office: area', 'council: area']);
  });

  test('on a border both, and then what has all of it', () => {
    const between = at([
      { area: 'city', border: false },
      { area: 'north', border: true },
      { area: 'south', border: true },
    ]);
    expect(told(where(null), between)).toEqual([
      'north-office: border',
      'south-office: border',
      'council: area',
    ]);
    expect([...standing(where(null), between).answers]).toEqual(['council']);
  });

  test('a border with nobody on the other side leaves no doubt', () => {
    const shore = at([
      { area: 'city', border: true },
      { area: 'north', border: true },
    ]);
    expect([...standing(where(null), shore).answers]).toEqual(['north-office', 'council']);
  });

  test('an area without a body passes to the one it lies in; where there is none nobody is made up', () => {
    expect(told(where(null), at([{ area: 'hill', border: false }]))).toEqual(['council: area']);
    expect(told(where(null), city)).toEqual([]);
  });

  test('a school is not proposed, also not by its gate', () => {
    expect(told(where('gate'), inNorth)).toEqual(['north-office: area', 'council: area']);
    expect([...standing(where('gate'), inNorth).offices]).toEqual(['school']);
  });

  test('when the person works there, those above the office come first and the office not at all', () => {
    expect(told(where('square', { above: true }), inNorth)).toEqual([
      'transport-board: above',
      'north-office: area',
      'council: area',
    ]);
    expect(told(where(null, { above: true }), inNorth)).toEqual(['council: above']);
    expect(told(where('gate', { above: true }), inNorth)).toEqual(['council: above', 'north-office: area']);
  });

  test('each reason is a sentence in both languages', () => {
    for (const locale of ['en', 'ar'] as const) {
      const t = translate(locale);
      const said = whys.map((why) => t(`answer.why.${why}`, { about: 'ZZ' }));
      expect(new Set(said).size).toBe(whys.length);
      expect(said.every((text) => text.includes('ZZ'))).toBe(true);
      expect(t('answer.nobody').length).toBeGreaterThan(40);
    }
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const id = fc.constantFrom(...ids);
const maybeId = fc.option(id, { nil: null });
const some = <T>(one: (id: string) => fc.Arbitrary<T>) => fc.tuple(...ids.map(one));

/** Any world at all, also with circles, strangers and every kind. */
const anyKnown = fc.record({
  bodies: some((id) =>
    fc
      .record({ kind: fc.constantFrom<BodyKind>(...bodyKinds), parent: maybeId })
      .map((more) => body(id, more)),
  ).map(mapOf),
  areas: some((id) => fc.record({ parent: maybeId, body: maybeId }).map((more) => area(id, more))).map(mapOf),
  places: some((id) =>
    fc
      .record({ kind: fc.constantFrom<Place['kind']>('line', 'stop', 'venue', 'area'), parent: maybeId })
      .map((more) => place(id, more)),
  ).map(mapOf),
  ofPlace: fc.dictionary(id, fc.array(id, { maxLength: 3 })).map((found) => new Map(Object.entries(found))),
  lying: fc.uniqueArray(fc.record({ area: id, border: fc.boolean() }), { selector: ({ area }) => area }),
});
const anyWhere = fc.record({ place: maybeId, above: fc.boolean() });
const asked = (known: Known, { place, above }: { place: string | null; above: boolean }): Where => ({
  place: known.places.get(place ?? '') ?? null,
  cell: null,
  above,
});

describe('whatever the world', () => {
  test('no school, employer, police, prosecution or security is proposed, and nobody twice', () => {
    fc.assert(
      fc.property(anyKnown, anyWhere, (known, it) => {
        const found = candidates(asked(known, it), known).map((one) => one.body);
        const forbidden = ['school', 'employer', 'police', 'prosecution', 'security'];
        expect(found.filter(({ kind }) => forbidden.includes(kind))).toEqual([]);
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 500 },
    );
  });

  test('the order does not depend on the order in which things are known', () => {
    const turned = <V>(map: ReadonlyMap<string, V>) => new Map([...map].reverse());
    fc.assert(
      fc.property(anyKnown, anyWhere, (known, it) => {
        const other: Known = {
          bodies: turned(known.bodies),
          areas: turned(known.areas),
          places: turned(known.places),
          ofPlace: new Map([...known.ofPlace].reverse().map(([id, all]) => [id, [...all].reverse()])),
          lying: [...known.lying].reverse(),
        };
        const first = candidates(asked(known, it), known);
        expect(candidates(asked(other, it), other)).toEqual(first);
        expect(candidates(asked(known, it), known)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  test('a border keeps everybody whose area has a part', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const found = candidates({ place: null, cell: null, above: false }, known).map((one) => one.body.id);
        const theirs = known.lying
          .flatMap(({ area }) => known.bodies.get(known.areas.get(area)?.body ?? '') ?? [])
          .filter((one) => !needsHerWord(one));
        expect(theirs.filter(({ id }) => !found.includes(id))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('the office is never there when the person works in it', () => {
    fc.assert(
      fc.property(anyKnown, anyWhere, (known, it) => {
        const there = asked(known, { ...it, above: true });
        const { offices } = standing(there, known);
        const found = candidates(there, known);
        expect(found.filter((one) => offices.has(one.body.id))).toEqual([]);
        for (const { body, why } of found) {
          if (why !== 'above') continue;
          expect([...offices].some((office) => above(office, known.bodies).includes(body))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
