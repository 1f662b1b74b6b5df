import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, cast } from '../../../test/cast.ts';
import { bodies as file } from '../../../test/importing.ts';
import { mailsOf } from '../../../test/mail.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { bodyReader } from '../../answer/index.ts';
import { toBase64url, utf8 } from '../../platform/keys/bytes.ts';
import type { BodiesAnswer, BodyForm, ImportForm, ImportState } from './wire.ts';

let here: TestWorld;
let people: Cast;
beforeAll(async () => {
  here = await world();
  people = await cast(here);
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const trams: BodyForm = {
  id: null,
  kind: 'operator',
  nameEn: 'City Trams',
  nameAr: 'ترام المدينة',
  mail: 'asks@trams.example',
  parent: null,
  basis: null,
  publicDuty: true,
};
const mailOf = async (body: string) => (await bodyReader(here.database.db).byId(body))?.mail;

describe('a body at the desk', () => {
  it('is entered by Ines; its address counts when Omar has confirmed it, never by her own word', async () => {
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    const { bodies } = (await ines.post('/desk/api/bodies', trams)).json<BodiesAnswer>();
    expect(bodies.find(({ id }) => id === 'city-trams')).toMatchObject({
      mail: null,
      nameWanted: false,
      newMail: { mail: 'asks@trams.example', by: { name: 'Ines' } },
    });
    const address = { body: 'city-trams', mail: 'asks@trams.example' };
    const own = await ines.post('/desk/api/bodies/confirm', address);
    expect([own.status, own.json<{ code: string }>().code]).toEqual([403, 'same_person']);
    expect(await mailOf('city-trams')).toBeNull();
    expect((await omar.post('/desk/api/bodies/confirm', address)).status).toBe(200);
    expect(await mailOf('city-trams')).toBe('asks@trams.example');
    expect((await omar.post('/desk/api/bodies/confirm', address)).status).toBe(200);
    await here.settle();
    expect((await mailsOf(here)).map(({ to }) => to)).toEqual(['asks@trams.example']);
  });

  it('keeps its old address while a new one waits, and Omar confirms only what he has read', async () => {
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    const edited = { ...trams, id: 'city-trams' };
    await ines.post('/desk/api/bodies', { ...edited, mail: 'first@trams.example' });
    await ines.post('/desk/api/bodies', { ...edited, mail: 'second@trams.example' });
    expect(await mailOf('city-trams')).toBe('asks@trams.example');
    const read = { body: 'city-trams', mail: 'first@trams.example' };
    expect((await omar.post('/desk/api/bodies/confirm', read)).json<{ code: string }>().code).toBe(
      'mail_changed',
    );
    const second = { ...read, mail: 'second@trams.example' };
    await here.settle();
    const before = (await mailsOf(here)).length;
    await omar.post('/desk/api/bodies/drop', { body: 'city-trams' });
    const gone = await omar.post('/desk/api/bodies/confirm', { ...read, mail: 'second@trams.example' });
    expect(gone.status).toBe(409);
    expect(await mailOf('city-trams')).toBe('asks@trams.example');
    await here.settle();
    expect(await mailsOf(here)).toHaveLength(before);
    await ines.post('/desk/api/bodies', { ...edited, mail: second.mail });
    await omar.post('/desk/api/bodies/confirm', second);
    await here.settle();
    const told = (await mailsOf(here)).map(({ to }) => to);
    expect(told.sort()).toEqual(['asks@trams.example', 'asks@trams.example', 'second@trams.example']);
  });

  it('is refused with the sentence an import would say, and keeps its English name until there is an Arabic one', async () => {
    const ines = await people.as(people.ines);
    const refused = await ines.post('/desk/api/bodies', { ...trams, nameEn: 'Other', mail: 'no mail' });
    expect(refused.status).toBe(422);
    expect(refused.json<{ help: string }>().help).toContain('“no mail” is no mail address');
    const circle = await ines.post('/desk/api/bodies', { ...trams, id: 'city-trams', parent: 'city-trams' });
    expect(circle.json<{ code: string }>().code).toBe('body_refused');
    const { bodies } = (
      await ines.post('/desk/api/bodies', { ...trams, nameEn: 'Ferries', nameAr: '', mail: '' })
    ).json<BodiesAnswer>();
    expect(bodies.find(({ id }) => id === 'ferries')).toMatchObject({ nameWanted: true, newMail: null });
  });

  it('two of one name are two bodies', async () => {
    const ines = await people.as(people.ines);
    await ines.post('/desk/api/bodies', { ...trams, mail: '' });
    expect(await bodyReader(here.database.db).byId('city-trams-2')).toMatchObject({ mail: null });
  });

  it('is nothing for outside readers; Salma edits, and confirms nothing', async () => {
    const [layla, salma] = [await people.as(people.layla), await people.as(people.salma)];
    expect((await layla.get('/desk/api/bodies')).status).toBe(403);
    expect((await salma.get('/desk/api/bodies')).status).toBe(200);
    const mail = 'asks@trams.example';
    expect((await salma.post('/desk/api/bodies/confirm', { body: 'city-trams', mail })).status).toBe(403);
  });
});

describe('a file given at the desk', () => {
  const form: ImportForm = {
    what: 'bodies',
    name: 'bodies.csv',
    content: toBase64url(utf8(file)),
    dryRun: true,
    namesLater: false,
    nameEn: '',
    nameAr: '',
    id: '',
  };

  async function taken(given: ImportForm): Promise<ImportState> {
    const salma = await people.as(people.salma);
    expect((await salma.post('/desk/api/bodies/import', given)).json<ImportState>().state).toBe('running');
    for (;;) {
      const now = (await salma.get('/desk/api/bodies/import')).json<ImportState>();
      if (now.state !== 'running') return now;
      await pause(20);
    }
  }

  it('is looked at first, and then taken; what was wrong is said', async () => {
    expect(await taken(form)).toMatchObject({ state: 'done', dryRun: true, figures: { added: 3 } });
    expect(await bodyReader(here.database.db).byId('trams')).toBeNull();
    expect(await taken({ ...form, dryRun: false })).toMatchObject({ state: 'done', figures: { added: 3 } });
    expect(await taken(form)).toMatchObject({ figures: { added: 0, unchanged: 3 } });
    const broken = await taken({ ...form, content: toBase64url(utf8('id,kind\nx,y')) });
    expect(broken).toMatchObject({ state: 'failed' });
  });

  it('leads nobody elsewhere by itself: an address that differs waits for a caseworker', async () => {
    const changed = file.replace('asks@trams.example', 'elsewhere@trams.example');
    await taken({ ...form, dryRun: false, content: toBase64url(utf8(changed)) });
    expect(await mailOf('trams')).not.toBe('elsewhere@trams.example');
    expect(await taken({ ...form, content: toBase64url(utf8(changed)) })).toMatchObject({
      figures: { changed: 0 },
    });
    const omar = await people.as(people.omar);
    await omar.post('/desk/api/bodies/confirm', { body: 'trams', mail: 'elsewhere@trams.example' });
    expect(await mailOf('trams')).toBe('elsewhere@trams.example');
  });
});
