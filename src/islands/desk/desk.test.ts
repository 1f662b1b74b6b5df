import { expect, test } from 'vitest';
import type { Me } from '../../casework/wire.ts';
import type { Reader, ReaderList } from '../../platform/keys/index.ts';
import { twoMustOpen } from './desk.ts';

const ines: Reader = {
  id: 'ines',
  name: 'Ines',
  place: 'ours',
  recipient: 'recipient of Ines',
  signer: 'signer of Ines',
  childTrained: true,
};
const list = (active: readonly Reader[], later: readonly Reader[] = []): ReaderList => {
  const waiting = later.map((reader) => ({ reader, from: new Date() }));
  return { active, waiting, left: [], number: active.length + later.length, head: '' };
};
/** What the server answers, true or not. */
const said = (two: boolean) => ({ asReader: two ? { ...ines, together: true } : ines }) as unknown as Me;

test('that two must open stands in the list: a server that says otherwise is not asked once somebody is in it', () => {
  const signed: Reader = { ...ines, together: true };
  for (const two of [true, false]) {
    const me = said(two);
    expect(twoMustOpen({ me, list: list([signed]) })).toBe(true);
    expect(twoMustOpen({ me, list: list([], [signed]) })).toBe(true);
    expect(twoMustOpen({ me, list: list([ines]) })).toBe(false);
    expect(twoMustOpen({ me, list: list([]) })).toBe(two);
  }
});
