import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { areaReader, bodyReader } from '../answer/index.ts';
import { readConfig } from '../platform/config.ts';
import { createInstallation } from '../platform/installation.ts';
import { makeRoot } from '../platform/keys/root.ts';
import { placeReader } from '../platform/place/index.ts';
import { command } from './import.ts';

interface Said {
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  refused: number;
  names_wanted: number;
  cells?: { whole: number; border: number };
  ids: { new: string[]; changed: { id: string; fields: { field: string; from: string; to: string }[] }[] };
  refusals: { line: number; id: string | null; why: string; said: string }[];
}

async function organisation() {
  await using started = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'upstander-import-'));
  started.defer(() => rm(data, { recursive: true }));
  const database = started.use(await testDatabase());
  const config = readConfig({ UPSTANDER_DATA: data, DATABASE_URL: database.url });
  const name = { en: 'Door', ar: 'باب' };
  const root = makeRoot().public;
  await createInstallation(data, { kind: 'real', root, name, zone: 'Africa/Cairo', country: 'XX' });
  const bars: [string, number][] = [];
  const run = async (line: string, options: Record<string, string | boolean> = {}) => {
    const answer = await command.run({
      args: line.split(' '),
      options,
      json: false,
      config,
      note: () => {},
      progress: (label, total) => {
        bars.push([label, total]);
        return { step: () => {}, [Symbol.dispose]: () => {} };
      },
    });
    return { ...answer, said: answer.data as Said };
  };
  const file = async (name: string, text: string | Uint8Array) => {
    await writeFile(join(data, name), text);
    return join(data, name);
  };
  const ended = started.move();
  return { db: database.db, run, file, bars, [Symbol.asyncDispose]: () => ended.disposeAsync() };
}

const bodies = [
  'id,kind,name_en,name_ar,mail,parent,basis,public_duty',
  'trams,operator,City Trams,ترام المدينة,asks@trams.example,council,,yes',
  'council,municipality,Council,المجلس,,,,yes',
  'pharmacy,shop,Pharmacy,صيدلية,,,spoken,no',
].join('\n');

const dry = { 'dry-run': true };

describe('bodies', () => {
  test('Salma looks first, takes them, and taking them again changes nothing', async () => {
    await using here = await organisation();
    const path = await here.file('bodies.csv', bodies);
    const looked = await here.run(`bodies ${path}`, dry);
    expect(looked.text).toContain('nothing was written');
    expect(looked.said).toMatchObject({ rows: 3, new: 3, refused: 0 });
    expect(await bodyReader(here.db).all()).toEqual([]);
    const took = await here.run(`bodies ${path}`);
    expect({ ...took.said, dry_run: true }).toEqual(looked.said);
    expect(took.failed).toBe(false);
    expect(await bodyReader(here.db).byId('trams')).toMatchObject({ parent: 'council', publicDuty: true });
    expect((await here.run(`bodies ${path}`)).said).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(here.bars).toEqual(Array(3).fill(['Bodies', 3]));
  });

  test('what differs is shown field by field; a column that is not there changes nothing', async () => {
    await using here = await organisation();
    await here.run(`bodies ${await here.file('bodies.csv', bodies)}`);
    const path = await here.file(
      'again.csv',
      'id;kind;name_en;public_duty;mail\ntrams;operator;Trams;yes;new@trams.example',
    );
    const { said, text } = await here.run(`bodies ${path}`, dry);
    expect(said.ids.changed).toEqual([
      {
        id: 'trams',
        fields: [
          { field: 'name_en', from: 'City Trams', to: 'Trams' },
          { field: 'mail', from: 'asks@trams.example', to: 'new@trams.example' },
        ],
      },
    ]);
    expect(text).toContain('mail: asks@trams.example → new@trams.example');
    await here.run(`bodies ${path}`);
    expect(await bodyReader(here.db).byId('trams')).toMatchObject({
      name: { en: 'Trams', ar: 'ترام المدينة' },
      parent: 'council',
    });
  });

  test('what cannot be taken is left out, with its line and the reason', async () => {
    await using here = await organisation();
    const path = await here.file(
      'bodies.csv',
      [
        'id,kind,name_en,name_ar,mail,parent,public_duty',
        'Trams!,operator,Trams,ترام,,,yes',
        'a,metro,Trams,ترام,,,yes',
        'b,operator,,ترام,,,yes',
        'c,operator,Trams,,,,yes',
        'd,operator,Trams,ترام,not a mail,,yes',
        'e,operator,Trams,ترام,,nobody,yes',
        'f,operator,Trams,ترام,,g,yes',
        'g,operator,Trams,ترام,,f,yes',
        'h,operator,Trams,ترام,,e,yes',
        'i,operator,Trams,ترام,,,perhaps',
        'j,operator,Trams,ترام,,yes',
        'k,operator,Trams,ترام,,,yes',
        'k,operator,Trams,ترام,,,no',
      ].join('\n'),
    );
    const { said, failed, text } = await here.run(`bodies ${path}`);
    expect(failed).toBe(true);
    expect(said.refusals.map(({ line, why }) => [line, why])).toEqual([
      [2, 'id'],
      [3, 'kind'],
      [4, 'name_en'],
      [5, 'name_ar'],
      [6, 'mail'],
      [7, 'parent'],
      [8, 'circle'],
      [9, 'circle'],
      [10, 'parent'],
      [11, 'public_duty'],
      [12, 'columns'],
      [14, 'id_twice'],
    ]);
    expect(text).toContain('line 6 (d): “not a mail” is no mail address');
    expect(said).toMatchObject({ rows: 13, new: 1, refused: 12 });
    expect((await bodyReader(here.db).all()).map(({ id }) => id)).toEqual(['k']);
  });
});

describe('names that are still missing', () => {
  test('are kept in English, counted and listed, until somebody brings the Arabic one', async () => {
    await using here = await organisation();
    const path = await here.file('bodies.csv', 'id,kind,name_en,public_duty\ntrams,operator,Trams,yes');
    expect((await here.run(`bodies ${path}`)).said.refusals[0]?.why).toBe('name_ar');
    const later = { 'names-later': true };
    expect((await here.run(`bodies ${path}`, later)).said).toMatchObject({ new: 1, names_wanted: 1 });
    expect((await here.run('names')).text).toBe('bodies  trams');
    expect((await here.run(`bodies ${path}`, later)).said).toMatchObject({ unchanged: 1, names_wanted: 1 });
    const full = await here.file(
      'full.csv',
      'id,kind,name_en,name_ar,public_duty\ntrams,operator,Trams,ترام,yes',
    );
    expect((await here.run(`bodies ${full}`)).said.ids.changed[0]?.fields).toEqual([
      { field: 'name_ar', from: '', to: 'ترام' },
    ]);
    expect((await here.run('names')).data).toEqual({ bodies: [], areas: [], places: [] });
    expect((await here.run(`bodies ${path}`, later)).said).toMatchObject({ unchanged: 1, names_wanted: 0 });
    expect((await bodyReader(here.db).byId('trams'))?.name.ar).toBe('ترام');
  });
});

describe('places', () => {
  const table = [
    'id\tkind\tname_en\tname_ar\tspellings\tparent\tlat\tlng\tbody\tdirections_en\tdirections_ar',
    'square\tstop\tSquare\tميدان\tmidan|meydan\tmarket\t-47,2\t-122,4\ttrams|council\t\t',
    'market\tvenue\tMarket\tسوق\t\t\t-47.2001\t-122.4\t\t\t',
    'tram-1\tline\tTram 1\tترام 1\t\t\t\t\ttrams\tHill|Sea\tالتل|البحر',
  ];

  test('come with spellings, parents, cells and who answers for them', async () => {
    await using here = await organisation();
    await here.run(`bodies ${await here.file('bodies.csv', bodies)}`);
    const path = await here.file('places.csv', `\ufeff${table.join('\r\n')}`);
    expect((await here.run(`places ${path}`, dry)).said).toMatchObject({ new: 3, refused: 0 });
    expect(await placeReader(here.db).all()).toEqual([]);
    await here.run(`places ${path}`);
    const [market, square, line] = await placeReader(here.db).all();
    expect(square).toMatchObject({ spellings: ['midan', 'meydan'], parent: 'market', cell: market?.cell });
    expect(line).toMatchObject({ cell: null, directions: [{ en: 'Hill', ar: 'التل' }, { en: 'Sea' }] });
    expect(await bodyReader(here.db).ofPlaces()).toEqual(
      new Map([
        ['square', ['council', 'trams']],
        ['tram-1', ['trams']],
      ]),
    );
    expect((await here.run(`places ${path}`)).said).toMatchObject({ unchanged: 3 });
  });

  test('are refused with the reason', async () => {
    await using here = await organisation();
    const path = await here.file(
      'places.csv',
      [
        'id,kind,name_en,name_ar,lat,lng,body,directions_en,directions_ar',
        'a,square,A,أ,1,1,,,',
        'b,stop,B,ب,,,,,',
        'c,stop,C,ت,91,1,,,',
        'd,stop,D,ث,"30,04,5",31,,,',
        'e,line,E,ج,1,1,,,',
        'f,line,F,ح,,,,Hill|Sea,التل',
        'g,stop,G,خ,1,1,trams,,',
      ].join('\n'),
    );
    const { said } = await here.run(`places ${path}`);
    expect(said.refusals.map(({ why }) => why)).toEqual([
      'kind',
      'no_point',
      'point',
      'point',
      'line_point',
      'directions',
      'body',
    ]);
  });
});

const square = (west: number, south: number, more: object) => ({
  type: 'Feature',
  properties: more,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 0.1, south],
        [west + 0.1, south + 0.1],
        [west, south + 0.1],
        [west, south],
      ],
    ],
  },
});
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('areas', () => {
  test('are drawn, drawn again only where the outline differs, and answered for by one body', async () => {
    await using here = await organisation();
    await here.run(`bodies ${await here.file('bodies.csv', bodies)}`);
    const city = await here.file(
      'city.geojson',
      collection(square(-122.5, -47.3, { shapeName: 'The City', ar: 'المدينة' })),
    );
    const named = { 'name-ar': 'ar' };
    const looked = await here.run(`areas ${city}`, { ...named, ...dry });
    expect(await areaReader(here.db).all()).toEqual([]);
    const took = await here.run(`areas ${city}`, { ...named, body: 'council' });
    expect(took.said.cells).toEqual(looked.said.cells);
    expect(took.said.cells?.border).toBeGreaterThan(20);
    const hill = { shapeName: 'Old Hill', ar: 'التل', code: 'hill-1' };
    const parts = await here.file('parts.geojson', collection(square(-122.5, -47.3, hill)));
    await here.run(`areas ${parts}`, { ...named, id: 'code', parent: 'the-city' });
    expect(await areaReader(here.db).all()).toMatchObject([
      { id: 'hill-1', parent: 'the-city', body: null },
      { id: 'the-city', parent: null, body: 'council' },
    ]);
    const again = await here.run(`areas ${parts}`, { id: 'code' });
    expect(again.said).toMatchObject({ unchanged: 1, cells: { whole: 0, border: 0 } });
    const moved = await here.file('moved.geojson', collection(square(-122.4, -47.3, hill)));
    const change = (await here.run(`areas ${moved}`, { id: 'code' })).said.ids.changed[0];
    expect(change?.fields.map(({ field }) => field)).toEqual(['outline']);
  });

  test('are refused with the number of the feature and the reason', async () => {
    await using here = await organisation();
    const good = square(-122.5, -47.3, { shapeName: 'Hill' });
    const path = await here.file(
      'areas.geojson',
      collection(
        { ...good, geometry: { type: 'Point', coordinates: [0, 0] } },
        square(331_000, 3_300_000, { shapeName: 'Metres' }),
        square(-122.5, -47.3, { shapeName: 'التل' }),
        square(-122.5, -47.3, {}),
        good,
        good,
      ),
    );
    const { said, failed } = await here.run(`areas ${path}`, { 'names-later': true });
    expect(failed).toBe(true);
    expect(said.refusals.map(({ line, why }) => [line, why])).toEqual([
      [1, 'geometry'],
      [2, 'degrees'],
      [3, 'no_id'],
      [4, 'no_id'],
      [6, 'id_twice'],
    ]);
    expect((await here.run('names')).data).toMatchObject({ areas: ['hill'] });
  });

  test('a body or a parent that is not there stops the whole file', async () => {
    await using here = await organisation();
    const path = await here.file('areas.geojson', collection(square(-122.5, -47.3, { shapeName: 'Hill' })));
    await expect(here.run(`areas ${path}`, { body: 'nobody' })).rejects.toMatchObject({
      code: 'import_unknown',
      params: { option: '--body', got: 'nobody' },
    });
    await expect(here.run(`areas ${path}`, { parent: 'nowhere' })).rejects.toMatchObject({
      params: { option: '--parent', got: 'nowhere' },
    });
  });
});

describe('a file that is something else', () => {
  test('is refused whole, with what was expected', async () => {
    await using here = await organisation();
    const refused = async (line: string) => here.run(line).catch(({ code, params }) => [code, params.why]);
    expect(await refused('bodies /nowhere/bodies.csv')).toEqual(['import_file', 'ENOENT']);
    const latin = await here.file('latin.csv', Uint8Array.of(0x69, 0x64, 0xe3, 0xc8));
    expect((await refused(`bodies ${latin}`)) as string[]).toContain('import_file');
    const torn = await here.file('torn.csv', 'id,kind,name_en,public_duty\n"a,operator');
    expect((await refused(`bodies ${torn}`)) as string[]).toContain('import_file');
    const text = await here.file('areas.geojson', 'no geojson');
    expect((await refused(`areas ${text}`)) as string[]).toContain('import_file');
    const object = await here.file('object.geojson', '{"type":"Topology"}');
    expect((await refused(`areas ${object}`)) as string[]).toContain('import_file');
    const other = await here.file('other.csv', 'id,kind,name_en,public_duty,email\n');
    await expect(here.run(`bodies ${other}`)).rejects.toMatchObject({ code: 'import_columns' });
    const empty = await here.file('empty.csv', '');
    await expect(here.run(`bodies ${empty}`)).rejects.toMatchObject({ code: 'import_columns' });
    expect((await here.run('everything')).text).toContain('upstander import bodies');
    expect((await here.run('names too')).failed).toBe(true);
  });
});
