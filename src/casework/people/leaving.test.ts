import { describe, expect, it } from 'vitest';
import {
  amalTells,
  arrive,
  type Cast,
  cast,
  nextStatement,
  signature,
  signedByRoot,
} from '../../../test/cast.ts';
import { sharer, shares } from '../../../test/sharing.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import type { Leaving } from '../wire.ts';

/** Ines signs herself off. */
async function inesLeaves(here: TestWorld, people: Cast) {
  const statement = await nextStatement(here, 'remove', people.ines.reader);
  const entry = { statement, signatures: [signature(statement, people.ines)] };
  const ines = await people.as(people.ines);
  return { ines, heard: await ines.post('/desk/api/leaving', { entry }) };
}

describe('whoever alone opens a report', () => {
  it('cannot leave before a colleague opens it too', async () => {
    await using here = await world();
    const people = await cast(here);
    // Omar is away when it comes, and nobody is left out of it.
    await signedByRoot(here, 'remove', people.omar.reader);
    here.clock.pass({ days: 2 });
    const { id } = await amalTells(here);
    await here.settle();
    here.clock.pass({ days: 2 });
    // Told to Ines alone, who is trained for it, it may be a minor’s.
    const hanan = await arrive(here, { name: 'Hanan', roles: ['caseworker'], childTrained: true });
    await signedByRoot(here, 'add', hanan.reader);
    here.clock.pass({ hours: 73 });

    const { ines, heard } = await inesLeaves(here, people);
    expect([heard.status, heard.json()]).toMatchObject([
      409,
      { code: 'last_holder', params: { name: 'Ines', n: 1 } },
    ]);
    await ines.post('/desk/api/claim', { report: id });
    expect((await ines.get('/desk/api/leaving')).json<Leaving>()).toMatchObject({
      alone: 1,
      lines: [{ id }],
      claimed: 1,
    });
    await shares(await sharer(here, ines, people.ines), hanan.reader.id);
    expect((await ines.get('/desk/api/leaving')).json()).toEqual({ alone: 0, lines: [], claimed: 1 });
    const gone = await inesLeaves(here, people);
    expect(gone.heard.status).toBe(200);
    expect((await ines.get('/desk/api/me')).status).toBe(401);
  });

  it('is not removed by two colleagues either; Lock now and the root pass over it', async () => {
    await using here = await world();
    const people = await cast(here);
    const hanan = await arrive(here, { name: 'Hanan', roles: ['caseworker'] });
    await signedByRoot(here, 'add', hanan.reader);
    here.clock.pass({ hours: 73 });
    const leaveOut = [people.ines.reader.id, hanan.reader.id];
    await amalTells(here, { worksWithUs: 'yes', leaveOut });
    await here.settle();
    const statement = await nextStatement(here, 'remove', people.omar.reader);
    const sign = async (who: typeof hanan) =>
      (await people.as(who)).post('/desk/api/entries/sign', {
        statement,
        signature: signature(statement, who).signature,
      });
    expect((await sign(people.ines)).json()).toEqual({ complete: false });
    expect((await sign(hanan)).json()).toMatchObject({ code: 'last_holder', params: { name: 'Omar', n: 1 } });
    await signedByRoot(here, 'remove', people.omar.reader);
  });
});

describe('leaving', () => {
  it('is one’s own: nobody is signed off by another’s entry', async () => {
    await using here = await world();
    const people = await cast(here);
    const statement = await nextStatement(here, 'remove', people.omar.reader);
    const entry = { statement, signatures: [signature(statement, people.ines)] };
    const heard = await (await people.as(people.ines)).post('/desk/api/leaving', { entry });
    expect(heard.json()).toMatchObject({ code: 'forbidden' });
  });

  it('is not for the last caseworker', async () => {
    await using here = await world();
    const people = await cast(here);
    await signedByRoot(here, 'remove', people.omar.reader);
    const { heard } = await inesLeaves(here, people);
    expect(heard.json()).toMatchObject({ code: 'last_reader' });
  });
});
