import { describe, expect, test } from 'vitest';
import { utf8 } from '../platform/keys/bytes.ts';
import { newReaderSeed, readerKeys } from '../platform/keys/index.ts';
import type { Reader } from '../platform/keys/statement.ts';
import { composeNote, readNote } from './note.ts';
import { composeReply, readReply } from './reply.ts';
import type { Writers } from './signed-text.ts';

const place = { installation: 'house', report: 'amal-1', number: 1, day: '2026-11-22' };
const listed = (...active: Reader[]): Writers => ({ active, left: [] });
const text = 'Thank you, Amal. شكرا.';

async function caseworker(id: string, name: string) {
  const keys = await readerKeys(newReaderSeed());
  const reader: Reader = {
    id,
    name,
    place: 'ours',
    recipient: keys.recipient,
    signer: keys.signer,
    childTrained: false,
  };
  return { reader, signSecret: keys.signSecret };
}

describe('a reply', () => {
  test('is from Ines when her signature holds', async () => {
    const ines = await caseworker('ines', 'Ines');
    const content = composeReply(place, text, { reader: 'ines', signSecret: ines.signSecret });
    expect(readReply(place, content, listed(ines.reader))).toEqual({
      text,
      from: ines.reader,
      withdrawn: null,
    });
  });

  test('is from nobody when another key signed in her name', async () => {
    const ines = await caseworker('ines', 'Ines');
    const omar = await caseworker('omar', 'Omar');
    const content = composeReply(place, text, { reader: 'ines', signSecret: omar.signSecret });
    expect(readReply(place, content, listed(ines.reader, omar.reader)).from).toBeNull();
  });

  test('is from nobody when it was moved to another report or number', async () => {
    const ines = await caseworker('ines', 'Ines');
    const content = composeReply(place, text, { reader: 'ines', signSecret: ines.signSecret });
    expect(readReply({ ...place, number: 2 }, content, listed(ines.reader)).from).toBeNull();
    expect(readReply({ ...place, report: 'amal-2' }, content, listed(ines.reader)).from).toBeNull();
    expect(readReply(place, content, listed()).from).toBeNull();
  });

  describe('signed with a key that was taken off the list since', () => {
    const from = new Date('2026-11-04T08:00:00Z');
    const until = new Date('2026-11-24T09:00:00Z');
    const left = async () => {
      const ines = await caseworker('ines', 'Ines');
      const list = { active: [], left: [{ reader: ines.reader, from, until }] };
      const content = composeReply(place, text, { reader: 'ines', signSecret: ines.signSecret });
      return { ines, list, read: (day: string) => readReply({ ...place, day }, content, list) };
    };

    test.each(['2026-11-04', '2026-11-22', '2026-11-24'])('names her and that day, dated %s', async (day) => {
      const { ines, read } = await left();
      expect(read(day)).toEqual({ text, from: ines.reader, withdrawn: until });
    });

    test.each(['2026-11-01', '2026-11-26', '2027-11-22', 'some day'])(
      'is from nobody when it is dated outside of her time: %s',
      async (day) => expect((await left()).read(day)).toEqual({ text, from: null, withdrawn: null }),
    );

    test('is plainly from her when she came back with another key and signed with that', async () => {
      const { ines, list } = await left();
      const again = await caseworker('ines', 'Ines');
      const both = { ...list, active: [again.reader] };
      const write = (signSecret: Uint8Array) => composeReply(place, text, { reader: 'ines', signSecret });
      expect(readReply(place, write(again.signSecret), both).withdrawn).toBeNull();
      expect(readReply(place, write(ines.signSecret), both).withdrawn).toEqual(until);
    });
  });

  test.each(['', 'no json', '{"text":1}', 'null'])('that we never wrote is refused: %s', (content) => {
    expect(() => readReply(place, utf8(content), listed())).toThrow('damaged');
  });
});

describe('a note', () => {
  test('is from Ines when her signature holds, and from nobody when Omar signed in her name', async () => {
    const [ines, omar] = [await caseworker('ines', 'Ines'), await caseworker('omar', 'Omar')];
    const both = listed(ines.reader, omar.reader);
    const write = (signSecret: Uint8Array) => composeNote(place, text, { reader: 'ines', signSecret });
    expect(readNote(place, write(ines.signSecret), both)).toEqual({
      text,
      from: ines.reader,
      withdrawn: null,
    });
    expect(readNote(place, write(omar.signSecret), both)).toEqual({ text, from: null, withdrawn: null });
    expect(readNote({ ...place, number: 2 }, write(ines.signSecret), both).from).toBeNull();
  });

  test('is no reply, nor a reply a note, though one hand signed both', async () => {
    const ines = await caseworker('ines', 'Ines');
    const by = { reader: 'ines', signSecret: ines.signSecret };
    expect(readReply(place, composeNote(place, text, by), listed(ines.reader)).from).toBeNull();
    expect(readNote(place, composeReply(place, text, by), listed(ines.reader)).from).toBeNull();
  });

  test('without a signature is read, as from nobody', async () => {
    const ines = await caseworker('ines', 'Ines');
    for (const more of [{}, { from: 'ines' }, { from: 'ines', signature: 1 }])
      expect(readNote(place, utf8(JSON.stringify({ text, ...more })), listed(ines.reader))).toEqual({
        text,
        from: null,
        withdrawn: null,
      });
  });
});
