import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  active,
  ask,
  bothSign,
  by,
  founders,
  hours,
  ines,
  listOf,
  nadia,
  omar,
  type Person,
  refused,
  type Step,
  start,
  tarek,
  theRoot,
} from './chain.testing.ts';
import { type ChainFault, clockSlack, waitingTime } from './chain.ts';
import type { ReaderEntry } from './statement.ts';

const together = (one: Person): Person => ({ ...one, reader: { ...one.reader, together: true } });

describe('an illegal history is refused by name', () => {
  const step = (more: Partial<Step>): ReaderEntry[] =>
    listOf(...founders, { at: hours(2), who: nadia, signers: bothSign, ...more });
  const nadiaIn: Step = { at: hours(2), who: nadia, signers: bothSign };
  const cases: [string, ChainFault, ReaderEntry[]][] = [
    ['a number left out', 'number', step({ twist: { number: 4 } })],
    ['a number again', 'number', step({ twist: { number: 2 } })],
    ['a broken link', 'previous', step({ twist: { previous: 'f'.repeat(64) } })],
    [
      'a first statement with a past',
      'previous',
      listOf({ at: start, who: ines, signers: [theRoot], twist: { previous: 'a' } }),
    ],
    ['another installation', 'installation', step({ twist: { installation: 'elsewhere' } })],
    ['a date before the last', 'date_decreases', step({ at: hours(1) - 1 })],
    [
      'a founding after ordinary ones',
      'not_founding',
      listOf(...founders, nadiaIn, { at: hours(3), who: tarek, signers: [theRoot], founding: true }),
    ],
    [
      'a founding that removes',
      'not_founding',
      step({ who: omar, change: 'remove', signers: [theRoot], founding: true }),
    ],
    ['a third founding caseworker', 'not_founding', step({ signers: [theRoot], founding: true })],
    ['a founding by caseworkers', 'not_founding', step({ founding: true })],
    ['adding who is there', 'already_reader', step({ who: omar })],
    [
      'somebody for whom two need not open, beside those for whom they must',
      'not_together',
      listOf(...founders.map((one) => ({ ...one, who: together(one.who) })), {
        at: hours(2),
        who: nadia,
        signers: bothSign,
      }),
    ],
    [
      'somebody for whom two must open, beside those for whom they need not',
      'not_together',
      step({ who: together(nadia) }),
    ],
    ['adding who waits', 'already_reader', listOf(...founders, nadiaIn, { ...nadiaIn, at: hours(3) })],
    [
      'a colleague’s opening key',
      'key_used_before',
      step({ who: { ...nadia, reader: { ...nadia.reader, recipient: omar.reader.recipient } } }),
    ],
    [
      'a colleague’s signing key',
      'key_used_before',
      step({ who: { ...nadia, reader: { ...nadia.reader, signer: omar.reader.signer } } }),
    ],
    [
      'a key given up',
      'key_used_before',
      listOf(
        ...founders,
        { at: hours(2), change: 'remove', who: omar, signers: [by(omar)] },
        { at: hours(3), who: omar, signers: [theRoot] },
      ),
    ],
    [
      'a colleague’s name',
      'name_taken',
      step({ who: { ...nadia, reader: { ...nadia.reader, name: omar.reader.name } } }),
    ],
    [
      'the name of one who waits',
      'name_taken',
      listOf(...founders, nadiaIn, {
        at: hours(3),
        who: { ...tarek, reader: { ...tarek.reader, name: nadia.reader.name } },
        signers: bothSign,
      }),
    ],
    ['removing who is not there', 'not_a_reader', step({ change: 'remove' })],
    [
      'removing under another name',
      'reader_changed',
      step({ change: 'remove', who: { ...omar, reader: { ...omar.reader, name: 'Omer' } } }),
    ],
    [
      'one colleague removing another',
      'not_enough_signers',
      step({ change: 'remove', who: omar, signers: [by(ines)] }),
    ],
    [
      'a caseworker who still waits signing',
      'not_enough_signers',
      listOf(...founders, nadiaIn, { at: hours(73), who: tarek, signers: [by(ines), by(nadia)] }),
    ],
    [
      'a removed caseworker signing',
      'signer_unknown',
      listOf(
        ...founders,
        { at: hours(2), change: 'remove', who: omar, signers: [by(omar)] },
        { at: hours(3), who: nadia, signers: bothSign },
      ),
    ],
    ['adding oneself', 'signer_unknown', step({ signers: [by(nadia)] })],
  ];
  it.each(cases)('%s: %s', (_, why, entries) => {
    expect(refused(entries)).toBe(why);
  });
  it('a date later than the phone’s clock allows', () => {
    const list = listOf(...founders);
    expect(refused(list, hours(1) - clockSlack)).toBe('accepted');
    expect(refused(list, hours(1) - clockSlack - 1)).toBe('date_in_future');
  });
  it('says which statement it was', () => {
    expect(() => ask(step({ who: omar }), hours(1000))).toThrow(
      expect.objectContaining({ code: 'chain_broken', params: { number: 3, why: 'already_reader' } }),
    );
  });
  it('a new key of one who left, or of one who bears the same name elsewhere, is none', () => {
    const renewed = { ...nadia, reader: { ...nadia.reader, name: omar.reader.name } };
    const gone: Step = { at: hours(2), who: omar, change: 'remove', signers: [by(omar)] };
    expect(refused(listOf(...founders, gone, { at: hours(3), who: renewed, signers: [theRoot] }))).toBe(
      'accepted',
    );
    const elsewhere = { place: 'outside', organisation: 'The other house' } as const;
    const namesake = { ...renewed, reader: { ...renewed.reader, ...elsewhere } };
    expect(refused(step({ who: namesake }))).toBe('accepted');
  });
  it('two colleagues may sign once the younger has waited', () => {
    const list = listOf(...founders, nadiaIn, { at: hours(74), who: tarek, signers: [by(omar), by(nadia)] });
    expect(active(list, hours(74) + waitingTime)).toEqual(['ines', 'omar', 'nadia', 'tarek']);
  });
});

describe('what is no list', () => {
  const [first] = listOf(...founders);
  const statement = first?.statement;
  it.each<[string, unknown]>([
    ['null', null],
    ['a word', 'entry'],
    ['no signatures', { statement }],
    ['a third part', { ...first, seen: 3 }],
    ['signatures that are none', { statement, signatures: ['root'] }],
    ['a statement with more in it', { ...first, statement: { ...statement, note: 'hello' } }],
    ['a statement with less in it', { ...first, statement: { ...statement, founding: undefined } }],
    ['a date that is none', { ...first, statement: { ...statement, date: '2026-13-40T99:00:00Z' } }],
    ['a local date', { ...first, statement: { ...statement, date: '2026-11-01T09:00:00+02:00' } }],
    ['another change', { ...first, statement: { ...statement, change: 'replace' } }],
    [
      'a reader called root',
      { ...first, statement: { ...statement, reader: { ...ines.reader, id: 'root' } } },
    ],
    [
      'a key of another kind',
      { ...first, statement: { ...statement, reader: { ...ines.reader, recipient: 'age1pq1' } } },
    ],
    [
      'outside without an organisation',
      { ...first, statement: { ...statement, reader: { ...ines.reader, place: 'outside' } } },
    ],
    [
      'ours with one',
      { ...first, statement: { ...statement, reader: { ...ines.reader, organisation: 'x' } } },
    ],
  ])('%s', (_, entry) => {
    expect(refused([entry])).toBe('malformed');
  });
  it('any change of any byte of a valid list is refused', () => {
    const text = JSON.stringify(listOf(...founders, { at: hours(2), who: nadia, signers: bothSign }));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'aZ5-{":'), (at, letter) => {
        fc.pre(text[at] !== letter);
        let changed: unknown;
        try {
          changed = JSON.parse(text.slice(0, at) + letter + text.slice(at + 1));
        } catch {
          return;
        }
        expect(refused(Array.isArray(changed) ? changed : [changed])).not.toBe('accepted');
      }),
      { numRuns: 150 },
    );
  });
});
