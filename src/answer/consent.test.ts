import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Body, BodyKind } from './body/model.ts';
import { bodyKinds } from './body/model.ts';
import { type Consenting, maySend } from './consent.ts';

const body = (id: string, kind: BodyKind, parent: string | null = null): [string, Body] => [
  id,
  { id, kind, name: { en: id, ar: id }, mail: null, parent, basis: null, publicDuty: true },
];

const bodies = new Map([
  body('board', 'operator'),
  body('trams', 'operator', 'board'),
  body('council', 'municipality'),
  body('police', 'police'),
  body('school', 'school', 'council'),
]);

const report = (ask: Consenting['consents']['ask'], more: Partial<Consenting> = {}): Consenting => ({
  consents: { ask },
  said: new Map(),
  worksThere: false,
  standing: { offices: new Set(['trams']), answers: new Set(['trams']) },
  ...more,
});

const may = (told: Consenting) => (to: string) => maySend(told, to, bodies);
const all = ['trams', 'board', 'council', 'police', 'nobody'];

describe('may it be sent there', () => {
  test.each([
    [null, ['no', 'no', 'no', 'no', 'no']],
    ['each_time', ['ask_her', 'ask_her', 'ask_her', 'ask_her', 'no']],
    ['this_one', ['yes', 'ask_her', 'ask_her', 'ask_her', 'no']],
    ['above_too', ['yes', 'yes', 'ask_her', 'ask_her', 'no']],
  ] as const)(
    'she said %s: to the one responsible, above it, elsewhere, the police, nobody',
    (ask, expected) => {
      expect(all.map(may(report(ask)))).toEqual(expected);
    },
  );

  test('her word about one body counts for that one, and not once she wants nobody asked', () => {
    const said = new Map([
      ['police', 'yes'],
      ['trams', 'no'],
    ] as const);
    expect(all.map(may(report('above_too', { said })))).toEqual(['no', 'yes', 'ask_her', 'yes', 'no']);
    expect(all.map(may(report(null, { said })))).toEqual(['no', 'no', 'no', 'no', 'no']);
  });

  test('where the person works nothing goes, whatever was said', () => {
    const said = new Map([['trams', 'yes']] as const);
    const told = report('above_too', { worksThere: true, said });
    expect(all.map(may(told))).toEqual(['no', 'yes', 'ask_her', 'ask_her', 'no']);
    expect(may(report('this_one', { worksThere: true }))('board')).toBe('ask_her');
  });

  test('a school that answers for its own gate waits for her word', () => {
    const standing = { offices: new Set(['school']), answers: new Set(['school']) };
    expect(may(report('above_too', { standing }))('school')).toBe('ask_her');
    expect(may(report('above_too', { standing }))('council')).toBe('yes');
  });
});

test('nothing is ever sent outside what she agreed to', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'] as const;
  const id = fc.constantFrom(...ids);
  const set = fc.array(id).map((found) => new Set<string>(found));
  const world = fc
    .tuple(
      ...ids.map((one) =>
        fc
          .tuple(fc.constantFrom<BodyKind>(...bodyKinds), fc.option(id, { nil: null }))
          .map(([kind, parent]) => body(one, kind, parent)),
      ),
    )
    .map((all) => new Map(all));
  const told = fc.record({
    consents: fc.record({ ask: fc.constantFrom(null, 'each_time', 'this_one', 'above_too') }),
    said: fc.dictionary(id, fc.constantFrom('yes', 'no')).map((said) => new Map(Object.entries(said))),
    worksThere: fc.boolean(),
    standing: fc.record({ offices: set, answers: set }),
  });
  let sent = 0;
  fc.assert(
    fc.property(told, world, id, (report, world, to) => {
      if (maySend(report, to, world) !== 'yes') return;
      sent += 1;
      const { consents, said, worksThere, standing } = report;
      const kind = world.get(to)?.kind ?? 'police';
      expect(consents.ask).not.toBeNull();
      expect(said.get(to)).not.toBe('no');
      expect(worksThere && standing.offices.has(to)).toBe(false);
      if (said.get(to) === 'yes') return;
      expect(['school', 'employer', 'police', 'prosecution', 'security']).not.toContain(kind);
      expect(consents.ask).not.toBe('each_time');
      if (standing.answers.has(to)) return;
      expect(consents.ask).toBe('above_too');
      const below = [...standing.answers].filter((one) => reaches(one, to, world));
      expect(below.length).toBeGreaterThan(0);
    }),
    { numRuns: 3000 },
  );
  expect(sent).toBeGreaterThan(100);
});

/** Another way to say "stands above": up step by step, at most as often as there are bodies. */
function reaches(from: string, to: string, world: ReadonlyMap<string, Body>): boolean {
  let at = world.get(from)?.parent ?? null;
  for (let step = 0; step < world.size && at !== null; step += 1) {
    if (at === to) return true;
    at = world.get(at)?.parent ?? null;
  }
  return false;
}
