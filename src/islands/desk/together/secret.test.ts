import { expect, test } from 'vitest';
import { fromBase64url } from '../../../platform/keys/bytes.ts';
import {
  newReaderSeed,
  type Reader,
  randomId,
  sealTogether,
  takeShare,
  toBase64url,
} from '../../../platform/keys/index.ts';
import { newReportKey } from '../../../platform/keys/item.ts';
import { forget, type Held, heldFrom } from '../held.ts';
import { joined, openSecret, passedTo } from './secret.ts';

const place = { installation: 'aW5zdGFsbGF0aW9uLWZvcg', report: 'cmVwb3J0LW9mLUFtYWxzLQ' };

async function reader(name: string): Promise<{ held: Held; reader: Reader }> {
  const held = await heldFrom(newReaderSeed());
  const { recipient, signer } = held;
  const own = { id: randomId(), name, place: 'ours' as const, childTrained: false, together: true as const };
  return { held, reader: { ...own, recipient, signer } };
}

test('a lock lies beside the key of who joined it, goes with it, and fits nothing that was sealed anew', async () => {
  const [ines, omar, hanan] = [await reader('Ines'), await reader('Omar'), await reader('Hanan')];
  const { identity } = await newReportKey();
  const bound = { told: 'a'.repeat(64), readers: [ines.reader.id, omar.reader.id] };
  const seal = () => sealTogether({ ...place, identity, bound }, [ines.reader, omar.reader]);
  const file = await seal();
  const secret = toBase64url(file);
  await expect(openSecret(file, ines.held, place)).rejects.toThrow('needs_two');

  const by = { secret, reader: omar.reader.id, held: omar.held };
  // Whoever is not in the proved list, or was never a reader of this one, gets nothing, whatever a server says.
  await expect(passedTo(undefined, by, place)).rejects.toThrow('swapped');
  await expect(passedTo(hanan.reader, by, place)).rejects.toThrow('swapped');
  const share = await passedTo(ines.reader, by, place);
  const omars = { id: omar.reader.id, identity: omar.held.identity };
  await expect(takeShare(fromBase64url(share), omars, place)).rejects.toThrow('not_for_you');

  await joined({ secret, share }, { held: ines.held, reader: ines.reader.id }, place);
  expect(await openSecret(file, ines.held, place)).toEqual({ identity, bound });
  await expect(openSecret(await seal(), ines.held, place)).rejects.toThrow('needs_two');
  // A lock that fits no more is dropped; one of another report is left alone.
  expect(ines.held.locks.size).toBe(0);
  await joined({ secret, share }, { held: ines.held, reader: ines.reader.id }, place);
  forget(ines.held);
  expect(ines.held.locks.size).toBe(0);
});
