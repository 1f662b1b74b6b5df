import { describe, expect, test } from 'vitest';
import type { Notice } from '../../casework/wire.ts';
import type { ReaderEntry } from '../../platform/keys/index.ts';
import { newsOf } from './news.ts';

const added = (name: string, day: string, founding = false): ReaderEntry => ({
  statement: {
    number: 1,
    previous: '',
    installation: 'here',
    date: `${day}T10:00:00.000Z`,
    founding,
    change: 'add',
    reader: { id: `${name} ${day}`, name, place: 'ours', recipient: '', signer: '', childTrained: false },
  },
  signatures: [],
});
const removed = (name: string, day: string): ReaderEntry => {
  const entry = added(name, day);
  return { ...entry, statement: { ...entry.statement, change: 'remove' } };
};
const entries = [added('Ines', '2026-09-13', true), added('Omar', '2026-09-13', true)];
const installation = { zone: 'Africa/Cairo' };
const reader = { id: 'ines', recipient: '', signer: '' };
const ines = { name: 'Ines', reader, entries, installation };
const notice = (what: Notice['what'], name: string, day: string): Notice => ({ what, name, day });

describe('news at the desk', () => {
  test('are not how the list began, also when Omar came onto it again later', () => {
    const began = notice('reader_added', 'Omar', '2026-09-13');
    const again = notice('reader_added', 'Omar', '2026-11-22');
    expect(newsOf({ ...ines, notices: [began] })).toEqual([]);
    const twice = [...entries, added('Omar', '2026-11-22')];
    expect(newsOf({ ...ines, entries: twice, notices: [began, again] })).toEqual([again]);
  });

  test('say of Omar who left the list and came back only that he is back', () => {
    const off = notice('reader_removed', 'Omar', '2026-11-22');
    const on = notice('reader_added', 'Omar', '2026-11-22');
    const locked = notice('locked', 'Omar', '2026-11-22');
    const back = [...entries, removed('Omar', '2026-11-22'), added('Omar', '2026-11-22')];
    expect(newsOf({ ...ines, entries: back, notices: [on, locked, off] })).toEqual([on, locked]);
    const gone = [...entries, added('Omar', '2026-11-22'), removed('Omar', '2026-11-22')];
    expect(newsOf({ ...ines, entries: gone, notices: [on, off] })).toEqual([off]);
  });

  test('no longer say that a key waits once it is signed', () => {
    const signed = notice('reader_added', 'Mona', '2026-11-22');
    const waited = notice('waiting_for_signature', 'Mona', '2026-11-20');
    expect(newsOf({ ...ines, notices: [waited, signed] })).toEqual([signed]);
    expect(newsOf({ ...ines, notices: [waited] })).toEqual([waited]);
  });

  test('do not tell Mona of her own waiting key, nor Omar that he has locked; of a removal by others they do', () => {
    const waited = notice('waiting_for_signature', 'Mona', '2026-11-20');
    expect(newsOf({ ...ines, name: 'Mona', notices: [waited] })).toEqual([]);
    const removed = notice('reader_removed', 'Omar', '2026-11-22');
    expect(newsOf({ ...ines, name: 'Omar', reader: null, notices: [removed] })).toEqual([]);
    expect(newsOf({ ...ines, notices: [removed] })).toEqual([removed]);
  });
});
