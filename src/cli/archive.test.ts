import { expect, test } from 'vitest';
import { placeOf } from '../../test/archiving.ts';
import { cast } from '../../test/cast.ts';
import { world } from '../../test/world.ts';
import { digits, makeRoot, splitRoot } from '../platform/keys/index.ts';
import { archiveStore } from '../report/index.ts';
import { sign } from './archive.ts';
import { readers } from './doctor/readers.ts';
import type { Talk } from './terminal.ts';

/** Somebody types these, one after the other. */
function typing(lines: readonly string[]): Talk {
  const left = [...lines];
  return { ask: async () => left.shift() ?? '', say() {}, wipe() {}, [Symbol.dispose]() {} };
}

test('two papers sign the archive key, those of another root do not, and a second time changes nothing', async () => {
  await using here = await world({ now: '2026-11-22T10:00:00Z' });
  await cast(here);
  const { root: _, ...place } = placeOf(here);
  const found = async () => (await readers(place)).find(({ what }) => what === 'archive key');
  expect(await found()).toMatchObject({ state: 'mind' });
  const [other, another] = splitRoot(makeRoot(), digits);
  const wrong = Array.from({ length: 5 }, () => [other ?? '', another ?? '']).flat();
  await expect(sign(place, typing(wrong), digits)).rejects.toMatchObject({ code: 'share_wrong' });
  expect(await archiveStore(here.database.db).word()).toBeNull();

  const [one, , three] = splitRoot(here.root, digits);
  const signed = await sign(place, typing([three ?? '', one ?? '']), digits);
  expect(signed.data).toEqual({ signed: true, from: '2026-11-25T10:00:00.000Z' });
  const word = await archiveStore(here.database.db).word();
  expect((await sign(place, typing([]), digits)).data).toMatchObject({ signed: false });
  expect(await archiveStore(here.database.db).word()).toEqual(word);
  expect(await found()).toMatchObject({ state: 'fine', found: expect.stringContaining('2026-11-25') });

  // Whoever has the database can hide it, and name no other.
  await archiveStore(here.database.db).putWord({ ...(word as object), signature: 'A'.repeat(86) });
  expect(await found()).toMatchObject({ state: 'wrong' });
});
