import { describe, expect, test } from 'vitest';
import { bodies, dry, organisation } from '../../test/importing.ts';
import { bodyReader } from '../answer/index.ts';

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
