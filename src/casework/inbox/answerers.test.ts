import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amalTells, type Cast, cast } from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { furnishBodies } from '../../demo/bodies.ts';
import { places } from '../../demo/content/places.ts';
import { placeWriter } from '../../platform/place/index.ts';
import type { Answerers } from '../wire.ts';

let here: TestWorld;
let people: Cast;
beforeAll(async () => {
  here = await world();
  people = await cast(here);
  await placeWriter(here.database.db).put(places);
  await furnishBodies(here.database.db);
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

async function answerers(told: Parameters<typeof amalTells>[1], marks: readonly string[] = []) {
  const { id: report } = await amalTells(here, told);
  await here.settle();
  const ines = await people.as(people.ines);
  if (marks.length > 0) {
    await ines.post('/desk/api/claim', { report });
    await ines.post('/desk/api/mark', { report, marks });
  }
  return (await ines.get(`/desk/api/answerers/${report}`)).json<Answerers>();
}

describe('who answers where Amal was', () => {
  it('is named with the reason, nearest first, and nobody is asked', async () => {
    const { none, bodies } = await answerers({ where: { place: 'tram-1' } });
    expect(none).toBeNull();
    expect(bodies[0]).toMatchObject({ why: 'line' });
  });

  it('is somebody above, once a caseworker has marked that the person works there', async () => {
    const where = { place: 'tram-1' };
    const [office] = (await answerers({ where })).bodies;
    const { bodies } = await answerers({ where }, ['above_office']);
    expect(bodies.map(({ name }) => name.en)).not.toContain(office?.name.en);
    expect(bodies[0]).toMatchObject({ why: 'above', about: office?.name });
  });

  it('is nobody yet, no place, or not to be asked about: each is said', async () => {
    expect(await answerers({ where: { place: 'orchards' } })).toEqual({ none: 'nobody', bodies: [] });
    expect(await answerers({ where: null })).toEqual({ none: 'no_place', bodies: [] });
    expect(await answerers({ where: { place: 'tram-1' }, kinds: ['known'] })).toEqual({
      none: 'known',
      bodies: [],
    });
  });

  it('is for those alone who may read the report', async () => {
    const { id } = await amalTells(here);
    await here.settle();
    const salma = await people.as(people.salma);
    expect((await salma.get(`/desk/api/answerers/${id}`)).status).toBe(403);
    const ines = await people.as(people.ines);
    expect((await ines.get('/desk/api/answerers/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
  });
});
