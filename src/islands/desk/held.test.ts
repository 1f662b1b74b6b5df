import { describe, expect, test } from 'vitest';
import { type Told as Scene, told } from '../../../test/sealed.ts';
import type { Me } from '../../casework/wire.ts';
import { newReaderSeed, type Reader, type ReaderList } from '../../platform/keys/index.ts';
import { checkedOwn, heldFrom } from './held.ts';

const listOf = (...active: Reader[]): ReaderList => ({ active, waiting: [], left: [], number: 1, head: '' });
const meAs = (reader: Me['reader'], waiting: Reader | null = null) => ({ reader, waiting }) as Me;
const scene: Scene = await told();

describe('Ines unlocks', () => {
  test('keys the signed list names', () => {
    const { reader, ines } = scene;
    expect(checkedOwn({ me: meAs(reader), list: listOf(reader) }, ines)).toBe(ines);
  });

  test('keys of her own that wait for signatures', () => {
    const { reader, ines } = scene;
    expect(checkedOwn({ me: meAs(null, reader), list: listOf() }, ines)).toBe(ines);
  });

  test('but no other keys, also when the server says they are hers', async () => {
    const other = await heldFrom(newReaderSeed());
    const said = { ...scene.reader, recipient: other.recipient, signer: other.signer };
    expect(() => checkedOwn({ me: meAs(said), list: listOf(scene.reader) }, other)).toThrow('swapped');
    expect([...other.seed].every((byte) => byte === 0)).toBe(true);
  });
});
