import { describe, expect, test } from 'vitest';
import { type Told, told } from '../../../test/sealed.ts';
import type { Unshared } from '../../casework/wire.ts';
import {
  fromBase64url,
  newReaderSeed,
  openSecret,
  type Reader,
  type ReaderEntry,
  type ReaderList,
  randomId,
} from '../../platform/keys/index.ts';
import { type Held, heldFrom } from './held.ts';
import { shareAgain } from './sharing.ts';

interface NewKey {
  held: Held;
  reader: Reader;
}

async function key(name: string): Promise<NewKey> {
  const held = await heldFrom(newReaderSeed());
  const { recipient, signer } = held;
  return { held, reader: { id: randomId(), name, place: 'ours', recipient, signer, childTrained: false } };
}

const signedAs = (reader: Reader, number: number): ReaderEntry => ({
  statement: {
    number,
    previous: '',
    installation: 'any',
    date: '2026-11-22T10:00:00.000Z',
    founding: false,
    change: 'add',
    reader,
  },
  signatures: [],
});

const line = (scene: Told, pair: { old: Reader; new: Reader }): Unshared => ({
  id: scene.report.line.id,
  secret: scene.report.secret,
  readers: [scene.reader.id, pair.new.id],
  missing: [pair.new.id],
  instead: [{ old: pair.old.id, new: pair.new.id }],
});

const known = (scene: Told, readers: readonly Reader[], ever: readonly Reader[]) => ({
  installation: scene.installation,
  list: { active: [scene.reader, ...readers], waiting: [], number: 3, head: '' } satisfies ReaderList,
  entries: ever.map((reader, i) => signedAs(reader, i + 1)),
});

describe('Ines shares with a new key', () => {
  test('of the same person: it opens, and hers still does', async () => {
    const [scene, before, after] = await Promise.all([told(), key('Omar'), key('Omar')]);
    const shared = await shareAgain(
      line(scene, { old: before.reader, new: after.reader }),
      scene.ines,
      known(scene, [after.reader], [before.reader, after.reader]),
    );
    const place = { installation: scene.installation, report: scene.report.line.id };
    const file = fromBase64url(shared.secret);
    const [his, hers] = await Promise.all([
      openSecret(file, after.held.identity, place),
      openSecret(file, scene.ines.identity, place),
    ]);
    expect(his).toBe(hers);
  });

  test('but not with a key that is not in the signed list', async () => {
    const [scene, before, after] = await Promise.all([told(), key('Omar'), key('Omar')]);
    const asked = line(scene, { old: before.reader, new: after.reader });
    await expect(
      shareAgain(asked, scene.ines, known(scene, [], [before.reader, after.reader])),
    ).rejects.toMatchObject({ code: 'not_for_you' });
  });

  test('and not with another person, whoever the server says it stands for', async () => {
    const [scene, omar, hassan] = await Promise.all([told(), key('Omar'), key('Hassan')]);
    const asked = line(scene, { old: omar.reader, new: hassan.reader });
    await expect(
      shareAgain(asked, scene.ines, known(scene, [hassan.reader], [omar.reader, hassan.reader])),
    ).rejects.toMatchObject({ code: 'swapped' });
  });
});
