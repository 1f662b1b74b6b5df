/** Two of the three papers are tried before anybody needs them. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { world } from '../../test/world.ts';
import { codeList, splitRoot } from '../platform/keys/index.ts';
import { rehearse } from './rehearse.ts';
import type { Talk } from './terminal.ts';

const typing = (shares: readonly string[]): Talk => {
  let at = 0;
  return { ask: async () => shares[at++ % shares.length] ?? '', say() {}, wipe() {}, [Symbol.dispose]() {} };
};

test('papers that bring the root back are written down with their day; others are not', async () => {
  await using here = await world({ kind: 'real' });
  const { database, installation, clock, config } = here;
  const place = {
    db: database.db,
    installation,
    clock,
    publicUrl: config.publicUrl,
    [Symbol.asyncDispose]: async () => {},
  };
  const list = codeList('en');
  const said = async () =>
    (await sql`select what, said, by_name, day from set_up_said`.execute(database.db)).rows;
  const [one = '', two = ''] = splitRoot(here.root, list);
  await expect(rehearse(place, typing([one, one]), list)).rejects.toMatchObject({ code: 'share_wrong' });
  expect(await said()).toEqual([]);
  expect((await rehearse(place, typing([one, two]), list)).data).toMatchObject({ rehearsed: true });
  expect(await said()).toEqual([
    {
      what: 'root.rehearsed',
      said: { root: installation.root },
      by_name: 'upstander readers rehearse',
      day: '2026-11-22',
    },
  ]);
});
