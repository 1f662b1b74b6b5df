import { afterEach, expect, test, vi } from 'vitest';
import {
  isTogether,
  newReaderSeed,
  openShare,
  passShare,
  type Reader,
  randomId,
  sealTogether,
  toBase64url,
} from '../../../platform/keys/index.ts';
import { newReportKey } from '../../../platform/keys/item.ts';
import type { Desk } from '../desk.ts';
import { type Held, heldFrom } from '../held.ts';
import { openSecret } from './secret.ts';
import { lackingOf, takeLock } from './take.ts';

const place = { installation: 'aW5zdGFsbGF0aW9uLWZvcg', report: 'cmVwb3J0LW9mLUFtYWxzLQ' };
afterEach(() => vi.unstubAllGlobals());

async function key(name: string): Promise<{ held: Held; reader: Reader }> {
  const held = await heldFrom(newReaderSeed());
  const { recipient, signer } = held;
  const own = { id: randomId(), name, place: 'ours' as const, childTrained: false, together: true as const };
  return { held, reader: { ...own, recipient, signer } };
}

test('a lock that fits no more stands in nobody’s way: what Omar passed comes first, and without it he is asked', async () => {
  const [ines, omar] = [await key('Ines'), await key('Omar')];
  const { identity } = await newReportKey();
  const bound = { told: 'a'.repeat(64), readers: [ines.reader.id, omar.reader.id] };
  const seal = () => sealTogether({ ...place, identity, bound }, [ines.reader, omar.reader]);
  const passed = async (file: Uint8Array) => {
    const omars = { id: omar.reader.id, identity: omar.held.identity };
    const share = await passShare(await openShare(file, omars, place), ines.reader, place);
    return { secret: toBase64url(file), share: toBase64url(share) };
  };
  /** What a colleague has passed and nobody has taken. */
  let waits: { secret: string; share: string } | null = null;
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith(place.report)) {
      const passed = waits === null ? null : { by: 'Omar', taken: false };
      return Response.json({ asked: { day: '2026-11-20', saidNo: [], passed }, colleagues: ['Omar'] });
    }
    const answer = waits === null ? [{ code: 'needs_two' }, { status: 409 }] : [waits, { status: 200 }];
    waits = null;
    return Response.json(...(answer as [object, object]));
  });
  const me = { reader: ines.reader, installation: { id: place.installation } } as unknown as Desk['me'];
  const desk = { me, held: ines.held };
  await expect(takeLock(desk, place.report)).rejects.toMatchObject({ code: 'needs_two' });

  const first = await seal();
  waits = await passed(first);
  await takeLock(desk, place.report);
  // Nothing waits now: the lock is here, and fits.
  await takeLock(desk, place.report);
  expect(await openSecret(first, ines.held, place)).toEqual({ identity, bound });
  const proof = (file: Uint8Array) => [{ report: place.report, secret: toBase64url(file) }];
  expect(await lackingOf(proof(first), desk)).toEqual([]);

  const anew = await seal();
  expect(isTogether(anew)).toBe(true);
  waits = await passed(anew);
  await takeLock(desk, place.report);
  expect(await openSecret(anew, ines.held, place)).toEqual({ identity, bound });
  // Sealed anew once more, and nobody has passed anything yet.
  expect(await lackingOf(proof(await seal()), desk)).toEqual([place.report]);
});
