import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, type ChainFault, clockSlack, type ReaderList, readers, waitingTime } from './chain.ts';
import { newReaderSeed, readerKeys } from './reader.ts';
import { KeyRefusal } from './refusal.ts';
import { makeRoot } from './root.ts';
import { type Reader, type ReaderEntry, type Statement, signStatement, statementHash } from './statement.ts';

const installation = 'house';
const root = makeRoot();
const start = Date.parse('2026-11-01T09:00:00Z');
const hours = (n: number) => start + n * 3_600_000;

interface Person {
  reader: Reader;
  secret: Uint8Array;
}
async function person(id: string, more: Partial<Reader> = {}): Promise<Person> {
  const { recipient, signer, signSecret } = await readerKeys(newReaderSeed());
  const reader: Reader = { id, name: id, place: 'ours', recipient, signer, childTrained: false, ...more };
  return { reader, secret: signSecret };
}
const [ines, omar, nadia, tarek, lina, mallory] = await Promise.all([
  person('ines'),
  person('omar'),
  person('nadia'),
  person('tarek'),
  person('lina', { place: 'outside', organisation: 'The other house' }),
  person('mallory'),
]);
const theRoot = { id: 'root', secret: root.secret };
const by = ({ reader, secret }: Person) => ({ id: reader.id, secret });
type Signer = ReturnType<typeof by>;

interface Step {
  at: number;
  change?: 'add' | 'remove';
  who: Person;
  signers: readonly Signer[];
  founding?: boolean;
  /** Whatever is changed before signing. */
  twist?: Partial<Statement>;
}
/** A list as honest software writes it, but for the twists. */
function listOf(...steps: readonly Step[]): ReaderEntry[] {
  const entries: ReaderEntry[] = [];
  for (const { at, change = 'add', who, signers, founding = false, twist } of steps) {
    const last = entries[entries.length - 1]?.statement;
    const statement: Statement = {
      number: entries.length + 1,
      previous: last ? statementHash(last) : '',
      installation,
      date: new Date(at).toISOString(),
      founding,
      change,
      reader: who.reader,
      ...twist,
    };
    entries.push({
      statement,
      signatures: signers.map((one) => signStatement(statement, one.id, one.secret)),
    });
  }
  return entries;
}
const founders: readonly Step[] = [
  { at: hours(0), who: ines, signers: [theRoot], founding: true },
  { at: hours(1), who: omar, signers: [theRoot], founding: true },
];
const bothSign = [by(ines), by(omar)];

function ask(entries: readonly unknown[], at: number, more: Partial<Asked> = {}): ReaderList {
  return readers({ entries, root: root.public, installation, now: new Date(at), ...more });
}
const active = (entries: readonly unknown[], at: number) => ask(entries, at).active.map(({ id }) => id);
function refused(entries: readonly unknown[], at = hours(1000), more: Partial<Asked> = {}): unknown {
  try {
    ask(entries, at, more);
  } catch (error) {
    if (error instanceof KeyRefusal) return error.code === 'chain_broken' ? error.params.why : error.code;
    throw error;
  }
  return 'accepted';
}

describe('who counts as a reader', () => {
  it('nobody, in an empty list', () => {
    expect(ask([], start)).toEqual({ active: [], waiting: [], number: 0, head: '' });
  });
  it('founding caseworkers at once, by the root alone', () => {
    expect(active(listOf(...founders), hours(1))).toEqual(['ines', 'omar']);
    expect(active(listOf(...founders), hours(1) - clockSlack)).toEqual(['ines', 'omar']);
  });
  it('others 72 hours after their signed date, to the millisecond of the phone’s clock', () => {
    const list = listOf(...founders, { at: hours(2), who: nadia, signers: bothSign });
    const from = hours(2) + waitingTime;
    expect(active(list, from - 1)).toEqual(['ines', 'omar']);
    expect(ask(list, from - 1).waiting).toEqual([{ reader: nadia.reader, from: new Date(from) }]);
    expect(active(list, from)).toEqual(['ines', 'omar', 'nadia']);
  });
  it('also those the root adds later wait', () => {
    const list = listOf(...founders, { at: hours(2), who: nadia, signers: [theRoot] });
    expect(active(list, hours(3))).toEqual(['ines', 'omar']);
  });
  it('no longer, at once, when two caseworkers, the root, or they themselves say so', () => {
    for (const signers of [bothSign, [theRoot], [by(lina)]]) {
      const list = listOf(
        ...founders,
        { at: hours(2), who: lina, signers: bothSign },
        { at: hours(90), change: 'remove', who: lina, signers },
      );
      expect(active(list, hours(90))).toEqual(['ines', 'omar']);
    }
  });
  it('not those who were removed while they waited', () => {
    const list = listOf(
      ...founders,
      { at: hours(2), who: nadia, signers: bothSign },
      { at: hours(3), change: 'remove', who: nadia, signers: [by(nadia)] },
    );
    expect(ask(list, hours(4))).toMatchObject({ waiting: [], number: 4 });
  });
  it('again with a new key, after a removal', async () => {
    const inesAgain = await person('ines');
    const list = listOf(
      ...founders,
      { at: hours(2), change: 'remove', who: ines, signers: [by(ines)] },
      { at: hours(3), who: inesAgain, signers: [theRoot] },
    );
    expect(active(list, hours(3) + waitingTime)).toEqual(['omar', 'ines']);
    expect(ask(list, hours(900)).active[1]?.recipient).toBe(inesAgain.reader.recipient);
  });
  it('outside readers, who sign for nobody else', () => {
    const list = listOf(
      ...founders,
      { at: hours(2), who: lina, signers: bothSign },
      { at: hours(90), who: nadia, signers: [by(ines), by(lina)] },
    );
    expect(refused(list)).toBe('not_enough_signers');
  });
  it('the number and head the next statement must name', () => {
    const list = listOf(...founders);
    const last = list[1]?.statement;
    expect(ask(list, hours(5))).toMatchObject({ number: 2, head: last ? statementHash(last) : '' });
  });
});

describe('an organiser with full control of the server', () => {
  const later = (step: Omit<Step, 'at'>): ReaderEntry[] => listOf(...founders, { at: hours(2), ...step });
  it('cannot found a list with a root of their own', () => {
    const own = makeRoot();
    const list = listOf({
      at: hours(0),
      who: mallory,
      signers: [{ id: 'root', secret: own.secret }],
      founding: true,
    });
    expect(refused(list)).toBe('signature');
    expect(refused(list, hours(1000), { root: own.public })).toBe('accepted');
  });
  it('cannot append a reader by such a root, by nobody, by one caseworker, or by one twice', () => {
    const own = makeRoot();
    const [again] = [by(ines)];
    expect(refused(later({ who: mallory, signers: [{ id: 'root', secret: own.secret }] }))).toBe('signature');
    expect(refused(later({ who: mallory, signers: [] }))).toBe('not_enough_signers');
    expect(refused(later({ who: mallory, signers: [by(ines)] }))).toBe('not_enough_signers');
    expect(refused(later({ who: mallory, signers: [by(ines), again] }))).toBe('signer_twice');
    expect(refused(later({ who: mallory, signers: [by(ines), by(mallory)] }))).toBe('signer_unknown');
    expect(
      refused(later({ who: mallory, signers: [by(ines), { id: 'omar', secret: mallory.secret }] })),
    ).toBe('signature');
  });
  it('cannot move a signature to another statement', () => {
    const honest = later({ who: nadia, signers: bothSign });
    const taken = honest[2]?.signatures ?? [];
    const forged = later({ who: mallory, signers: [] }).map((entry, i) =>
      i === 2 ? { ...entry, signatures: taken } : entry,
    );
    expect(refused(forged)).toBe('signature');
  });
  it('cannot leave out a removal that was seen, nor any entry but the last', () => {
    const list = listOf(
      ...founders,
      { at: hours(2), change: 'remove', who: omar, signers: [by(omar)] },
      { at: hours(3), who: nadia, signers: [theRoot] },
    );
    expect(refused(list.slice(0, 2), hours(1000), { seen: 4 })).toBe('older_list');
    expect(refused(list, hours(1000), { seen: 4 })).toBe('accepted');
    expect(refused([list[0], list[1], list[3]])).toBe('number');
    expect(refused([list[1]])).toBe('number');
  });
  it('cannot show a list of another installation', () => {
    expect(refused(listOf(...founders), hours(1000), { installation: 'elsewhere' })).toBe('installation');
  });
});

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
    ['a founding by caseworkers', 'not_founding', step({ founding: true })],
    ['adding who is there', 'already_reader', step({ who: omar })],
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
