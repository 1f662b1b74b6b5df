import { describe, expect, test } from 'vitest';
import { bodies, dry, organisation } from '../../test/importing.ts';
import { areaReader, bodyReader } from '../answer/index.ts';
import { placeReader } from '../platform/place/index.ts';

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
