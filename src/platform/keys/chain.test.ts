import { describe, expect, it } from 'vitest';
import {
  active,
  ask,
  bothSign,
  by,
  founders,
  hours,
  ines,
  lina,
  listOf,
  mallory,
  nadia,
  omar,
  person,
  refused,
  type Step,
  start,
  theRoot,
} from './chain.testing.ts';
import { clockSlack, waitingTime } from './chain.ts';
import { makeRoot } from './root.ts';
import { type ReaderEntry, statementHash } from './statement.ts';

describe('who counts as a reader', () => {
  it('nobody, in an empty list', () => {
    expect(ask([], start)).toEqual({ active: [], waiting: [], left: [], number: 0, head: '' });
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
  it('who has left, with the time they counted, and nobody who was objected to in time', () => {
    const list = listOf(
      ...founders,
      { at: hours(2), who: nadia, signers: bothSign },
      { at: hours(3), change: 'remove', who: nadia, signers: [by(ines)].concat(by(omar)) },
      { at: hours(4), change: 'remove', who: omar, signers: [by(omar)] },
    );
    expect(ask(list, hours(900)).left).toEqual([
      { reader: omar.reader, from: new Date(0), until: new Date(hours(4)) },
    ]);
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
  it('cannot shorten the wait by an old date, on a device that saw the list without it', () => {
    const backdated = later({ who: mallory, signers: bothSign });
    const saw = { seen: 2, seenAt: new Date(hours(500)) };
    const from = hours(500) + waitingTime;
    expect(ask(backdated, from - 1, saw)).toMatchObject({ waiting: [{ from: new Date(from) }] });
    expect(ask(backdated, from, saw).active).toContainEqual(mallory.reader);
    expect(ask(backdated, from - 1, { ...saw, seen: 3 }).waiting).toEqual([]);
  });
  it('nor is an honest list refused by such a device because of who signed later', () => {
    const list = listOf(
      ...founders,
      { at: hours(2), who: nadia, signers: bothSign },
      { at: hours(80), change: 'remove', who: omar, signers: [by(ines), by(nadia)] },
    );
    expect(refused(list, hours(90), { seen: 2, seenAt: new Date(hours(79)) })).toBe('accepted');
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
