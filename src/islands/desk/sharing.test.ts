import { describe, expect, test } from 'vitest';
import { type Told, told } from '../../../test/sealed.ts';
import type { Unshared } from '../../casework/wire.ts';
import {
  fromBase64url,
  isTogether,
  joinShares,
  newReaderSeed,
  openSecret,
  openShare,
  type Reader,
  type ReaderEntry,
  type ReaderList,
  randomId,
  sealTogether,
  toBase64url,
} from '../../platform/keys/index.ts';
import { newReportKey } from '../../platform/keys/item.ts';
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
  arrived: '2026-12-01',
  isMinors: false,
});

const known = (scene: Told, readers: readonly Reader[], ever: readonly Reader[]) => ({
  installation: scene.installation,
  zone: 'Africa/Cairo',
  list: {
    active: [scene.reader, ...readers],
    waiting: [],
    left: [],
    number: 3,
    head: '',
  } satisfies ReaderList,
  entries: ever.map((reader, i) => signedAs(reader, i + 1)),
});

describe('Ines shares with a new key', () => {
  test('of the same person, and again with the one after it: it opens, and hers still does', async () => {
    const [first, second, third] = await Promise.all([key('Omar'), key('Omar'), key('Omar')]);
    const scene = await told([first.reader]);
    const ever = [first, second, third].map(({ reader }) => reader);
    const shared = await shareAgain(
      line(scene, { old: first.reader, new: second.reader }),
      scene.ines,
      known(scene, [second.reader], ever),
    );
    const again = await shareAgain(
      { ...line(scene, { old: second.reader, new: third.reader }), secret: shared.secret },
      scene.ines,
      known(scene, [third.reader], ever),
    );
    const place = { installation: scene.installation, report: scene.report.line.id };
    const opened = await Promise.all([
      openSecret(fromBase64url(shared.secret), second.held.identity, place),
      openSecret(fromBase64url(again.secret), third.held.identity, place),
      openSecret(fromBase64url(again.secret), scene.ines.identity, place),
    ]);
    expect(new Set(opened).size).toBe(1);
  });

  test('but not with a key that is not in the signed list', async () => {
    const [before, after] = await Promise.all([key('Omar'), key('Omar')]);
    const scene = await told([before.reader]);
    const asked = line(scene, { old: before.reader, new: after.reader });
    await expect(
      shareAgain(asked, scene.ines, known(scene, [], [before.reader, after.reader])),
    ).rejects.toMatchObject({ code: 'not_for_you' });
  });

  test('and not with another person, whoever the server says it stands for', async () => {
    const [omar, hassan] = await Promise.all([key('Omar'), key('Hassan')]);
    const scene = await told([omar.reader]);
    const asked = line(scene, { old: omar.reader, new: hassan.reader });
    await expect(
      shareAgain(asked, scene.ines, known(scene, [hassan.reader], [omar.reader, hassan.reader])),
    ).rejects.toMatchObject({ code: 'swapped' });
  });
});

describe('whom Amal left out stays left out, whatever the server says', () => {
  test('with a new key, said to stand for one that held a wrap', async () => {
    const [scene, before, after] = await Promise.all([told(), key('Omar'), key('Omar')]);
    const asked = line(scene, { old: before.reader, new: after.reader });
    await expect(
      shareAgain(asked, scene.ines, known(scene, [after.reader], [before.reader, after.reader])),
    ).rejects.toMatchObject({ code: 'swapped' });
  });

  test('with the old key, said to be no news', async () => {
    const [scene, omar] = await Promise.all([told(), key('Omar')]);
    const asked = { ...line(scene, { old: omar.reader, new: omar.reader }), missing: [], instead: [] };
    await expect(
      shareAgain(asked, scene.ines, known(scene, [omar.reader], [scene.reader, omar.reader])),
    ).rejects.toMatchObject({ code: 'swapped' });
  });
});

test('what two must open is never sealed to one, whomever the server leaves out of its answer', async () => {
  const [one, two] = await Promise.all([key('Ines'), key('Omar')]);
  const [ines, omar] = [one.reader, two.reader].map((reader): Reader => ({ ...reader, together: true }));
  if (!ines || !omar) throw new Error('Nobody opens it');
  const place = { installation: 'aW5zdGFsbGF0aW9uLWZvcg', report: randomId() };
  const { identity } = await newReportKey();
  const bound = { told: 'a'.repeat(64), readers: [ines.id, omar.id] };
  const file = await sealTogether({ ...place, identity, bound }, [ines, omar]);
  const shareOf = ({ held, reader: { id } }: NewKey) =>
    openShare(file, { id, identity: held.identity }, place);
  const lock = await joinShares(file, [await shareOf(one), await shareOf(two)], place);
  one.held.locks.set(place.report, lock);
  const list = { active: [ines, omar], waiting: [], left: [], number: 2, head: '' };
  const here = { ...place, zone: 'Africa/Cairo', list, entries: [ines, omar].map(signedAs) };
  const asked = { arrived: '2026-12-01', isMinors: false, missing: [], instead: [] };
  const shared = (readers: string[]) =>
    shareAgain({ id: place.report, secret: toBase64url(file), readers, ...asked }, one.held, here);
  await expect(shared([omar.id])).rejects.toMatchObject({ code: 'swapped' });
  await expect(shared([omar.id, randomId()])).rejects.toMatchObject({ code: 'swapped' });
  expect(isTogether(fromBase64url((await shared([ines.id, omar.id])).secret))).toBe(true);
});

describe('somebody who came later', () => {
  /** Ines and, where she is not left out, Omar counted from the beginning; Hanan from 25 November. */
  async function scene(leftOut: boolean) {
    const [omar, hanan] = await Promise.all([key('Omar'), key('Hanan')]);
    const scene = await told(leftOut ? [] : [omar.reader]);
    const entries = [scene.reader, omar.reader, hanan.reader].map((reader, i) => {
      const { statement, signatures } = signedAs(reader, i + 1);
      return { statement: { ...statement, founding: i < 2 }, signatures };
    });
    const asked: Unshared = {
      id: scene.report.line.id,
      secret: scene.report.secret,
      arrived: '2026-11-22',
      isMinors: false,
      readers: [scene.reader.id, omar.reader.id, hanan.reader.id],
      missing: [hanan.reader.id],
      instead: [],
    };
    return {
      ...scene,
      omar,
      hanan,
      asked,
      known: { ...known(scene, [omar.reader, hanan.reader], []), entries },
    };
  }

  test('opens what was told to everybody', async () => {
    const { asked, ines, hanan, installation, known } = await scene(false);
    const { secret, report } = await shareAgain(asked, ines, known);
    await openSecret(fromBase64url(secret), hanan.held.identity, { installation, report });
  });

  test('and not what arrived when the key counted already, nor with everybody who was left out named again', async () => {
    const told = await scene(false);
    const late = shareAgain({ ...told.asked, arrived: '2026-11-26' }, told.ines, told.known);
    await expect(late).rejects.toMatchObject({ code: 'swapped' });
    const { asked, ines, reader, hanan, known } = await scene(true);
    await expect(shareAgain(asked, ines, known)).rejects.toMatchObject({ code: 'swapped' });
    // The server says nobody else was there: the secret says who was.
    const alone = { ...asked, readers: [reader.id, hanan.reader.id] };
    await expect(shareAgain(alone, ines, known)).rejects.toMatchObject({ code: 'swapped' });
  });
});
