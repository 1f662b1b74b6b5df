import { describe, expect, test } from 'vitest';
import { utf8 } from '../platform/keys/bytes.ts';
import { newReaderSeed, readerKeys } from '../platform/keys/index.ts';
import type { Reader } from '../platform/keys/statement.ts';
import { composeNote, readNote } from './note.ts';
import { composeReply, readReply } from './reply.ts';

const place = { installation: 'house', report: 'amal-1', number: 1 };
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
    expect(readReply(place, content, [ines.reader])).toEqual({ text, from: ines.reader });
  });

  test('is from nobody when another key signed in her name', async () => {
    const ines = await caseworker('ines', 'Ines');
    const omar = await caseworker('omar', 'Omar');
    const content = composeReply(place, text, { reader: 'ines', signSecret: omar.signSecret });
    expect(readReply(place, content, [ines.reader, omar.reader]).from).toBeNull();
  });

  test('is from nobody when it was moved to another report or number, or its writer has left', async () => {
    const ines = await caseworker('ines', 'Ines');
    const content = composeReply(place, text, { reader: 'ines', signSecret: ines.signSecret });
    expect(readReply({ ...place, number: 2 }, content, [ines.reader]).from).toBeNull();
    expect(readReply({ ...place, report: 'amal-2' }, content, [ines.reader]).from).toBeNull();
    expect(readReply(place, content, []).from).toBeNull();
  });

  test.each(['', 'no json', '{"text":1}', 'null'])('that we never wrote is refused: %s', (content) => {
    expect(() => readReply(place, utf8(content), [])).toThrow('damaged');
  });
});

describe('a note', () => {
  test('is from Ines when her signature holds, and from nobody when Omar signed in her name', async () => {
    const [ines, omar] = [await caseworker('ines', 'Ines'), await caseworker('omar', 'Omar')];
    const both = [ines.reader, omar.reader];
    const write = (signSecret: Uint8Array) => composeNote(place, text, { reader: 'ines', signSecret });
    expect(readNote(place, write(ines.signSecret), both)).toEqual({ text, from: ines.reader });
    expect(readNote(place, write(omar.signSecret), both)).toEqual({ text, from: null });
    expect(readNote({ ...place, number: 2 }, write(ines.signSecret), both).from).toBeNull();
  });

  test('is no reply, nor a reply a note, though one hand signed both', async () => {
    const ines = await caseworker('ines', 'Ines');
    const by = { reader: 'ines', signSecret: ines.signSecret };
    expect(readReply(place, composeNote(place, text, by), [ines.reader]).from).toBeNull();
    expect(readNote(place, composeReply(place, text, by), [ines.reader]).from).toBeNull();
  });

  test('without a signature is read, as from nobody', async () => {
    const ines = await caseworker('ines', 'Ines');
    for (const more of [{}, { from: 'ines' }, { from: 'ines', signature: 1 }])
      expect(readNote(place, utf8(JSON.stringify({ text, ...more })), [ines.reader])).toEqual({
        text,
        from: null,
      });
  });
});
