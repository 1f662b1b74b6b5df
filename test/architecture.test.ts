/** ARCHITECTURE.md as tests: each would fail if its sentence stopped being true. */
import { describe, expect, test } from 'vitest';
import { filesBelow, findings, type Import, read, type Source, sources } from './architecture/source.ts';

const all = sources();
const byPath = new Map(all.map((source) => [source.path, source]));

/** The folders directly below src; files there (app.ts, main.ts, ...) know every room. */
const roomOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : 'house');

/** An arrow points down only. */
const knows: Readonly<Record<string, readonly string[]>> = {
  platform: ['locales'],
  web: ['platform'],
  report: ['platform', 'web'],
  answer: ['report', 'platform', 'web'],
  talk: ['platform', 'web'],
  casework: ['answer', 'report', 'platform', 'web'],
  islands: ['answer', 'casework', 'report', 'talk', 'platform', 'web', 'locales'],
  demo: ['answer', 'casework', 'report', 'talk', 'platform', 'web', 'house'],
  cli: ['answer', 'casework', 'report', 'talk', 'platform', 'web', 'demo', 'house', 'locales'],
  house: ['answer', 'casework', 'report', 'talk', 'platform', 'web', 'demo', 'cli'],
};

function across(room: string): { from: Source; to: Import }[] {
  return all
    .filter(({ path }) => roomOf(path) === room)
    .flatMap((from) => from.imports.filter((to) => !to.isPackage).map((to) => ({ from, to })))
    .filter(({ to }) => targetRoom(to) !== room);
}

function targetRoom({ what }: Import): string {
  return what.startsWith('../') ? (what.replaceAll('../', '').split('/')[0] ?? '') : roomOf(what);
}

const arrow = ({ from, to }: { from: Source; to: Import }) => `${from.path} -> ${to.what}`;

describe('who may import whom', () => {
  test('every folder below src is a room the table knows', () => {
    const rooms = new Set(all.map(({ path }) => roomOf(path)));
    expect([...rooms].filter((room) => !(room in knows))).toEqual([]);
  });

  test.each(Object.entries(knows))('%s looks down only', (room, below) => {
    expect(
      across(room)
        .filter(({ to }) => !below.includes(targetRoom(to)))
        .map(arrow),
    ).toEqual([]);
  });

  test('the web knows of the platform its texts only', () => {
    const known = /^platform\/i18n\/index\.ts$/;
    expect(
      across('web')
        .filter(({ to }) => !known.test(to.what))
        .map(arrow),
    ).toEqual([]);
  });

  test('another room is entered by its door; shapes may be looked at from outside', () => {
    // Each file of keys is a door of its own: a phone loads only what it uses.
    const door = /^[\w-]+\/index\.tsx?$|^platform\/([\w-]+\.ts|[\w-]+\/index\.ts|keys\/[\w-]+\.ts)$/;
    const shapes = /\/(model|wire|answers|questions)\.ts$/;
    const rooms = ['web', 'report', 'answer', 'casework', 'talk'];
    const wrong = rooms
      .flatMap(across)
      .filter(({ to }) => !door.test(to.what) && !(to.isType && shapes.test(to.what)));
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('what a browser loads is pure: whatever an island reaches knows no Node, no database, no server', () => {
    const forbidden = /^(node:|kysely$|pg$|pg-boss$|fastify$|@fastify\/)/;
    const server =
      /(^|\/)(store|routes)\.ts$|^platform\/(db|http|jobs|outbox|config|installation)\b|^platform\/i18n\/(index|languages|catalogues)\.ts$|^(report|answer|casework|talk|web)\/index\.ts$/;
    const seen = new Set<string>();
    const wrong: string[] = [];
    const walk = (source: Source) => {
      if (seen.has(source.path)) return;
      seen.add(source.path);
      for (const to of source.imports.filter(({ isType }) => !isType)) {
        if ((to.isPackage ? forbidden : server).test(to.what)) wrong.push(arrow({ from: source, to }));
        const next = byPath.get(to.what);
        if (next !== undefined) walk(next);
      }
    };
    for (const source of all) if (roomOf(source.path) === 'islands') walk(source);
    expect(seen.size).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });
});

describe('what is in one place only', () => {
  const outside = (pattern: RegExp) => all.filter(({ path }) => !pattern.test(path));

  test('SQL is in store.ts and in platform/db', () => {
    const speaks =
      /\bsql`|\bsql\.(raw|lit|ref)\b|\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\.executeQuery\(/;
    expect(findings(outside(/(^|\/)(store|store-[\w-]+|[\w-]+-store)\.ts$|^platform\/db\//), speaks)).toEqual(
      [],
    );
  });

  test('the environment is read in platform/config.ts', () => {
    expect(findings(outside(/^platform\/config\.ts$/), /process\.env/)).toEqual([]);
  });

  test('what time it is, platform/clock.ts says', () => {
    const asks = /\bDate\.now\(|new Date\(\)|\.timeOrigin\b/;
    expect(findings(outside(/^platform\/clock\.ts$/), asks)).toEqual([]);
  });

  test('randomness and ciphers are in platform/keys', () => {
    const draws =
      /getRandomValues|randomUUID|Math\.random|crypto\.subtle|'node:crypto'|'@noble\/|'age-encryption'/;
    expect(findings(outside(/^platform\/keys\//), draws)).toEqual([]);
  });

  test('the server speaks to the network in platform/http and to its own database; config only reads addresses', () => {
    const speaks = /\bfetch\(|'node:(http|https|http2|net|tls|dgram|dns)'|WebSocket|XMLHttpRequest/;
    expect(
      findings(outside(/^platform\/((http|mail|push|live|db)\/|config(-values)?\.ts$)|^islands\//), speaks),
    ).toEqual([]);
  });

  test('platform/mail alone speaks SMTP and reads mail', () => {
    const mail = all.filter(({ imports }) =>
      imports.some(({ what }) => what === 'nodemailer' || what === 'postal-mime'),
    );
    expect(mail.map(({ path }) => path).filter((path) => !path.startsWith('platform/mail/'))).toEqual([]);
  });

  test('no page, script or style names anybody else’s address', () => {
    const ours =
      /https?:\/\/(localhost|www\.w3\.org\/|([\w-]+\.)*example(\.(org|com|net))?\b|[\w-]+\.(test|invalid)\b|$|\.\.\.|…)/;
    const elsewhere = outside(/^platform\/config(-values)?\.ts$/).concat(styles());
    const named = findings(elsewhere, /https?:\/\/[\w.[]/).filter((line) => !ours.test(line));
    expect(named).toEqual([]);
  });
});

function styles(): Source[] {
  return filesBelow('src')
    .filter((path) => path.endsWith('.css'))
    .map((path) => ({
      path,
      text: read(path),
      code: read(path).replace(/\/\*[\s\S]*?\*\//g, ''),
      imports: [],
    }));
}

describe('size and shape', () => {
  test('no file is longer than 300 lines', () => {
    const written = ['src', 'test', 'scripts', 'bench', 'migrations'].flatMap(filesBelow);
    const long = written
      .filter((path) => /\.(tsx?|mjs|css|sql|md)$/.test(path))
      .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  test('each room has a door and a README of at most 40 lines', () => {
    const readmes = filesBelow('src').filter((path) => path.endsWith('README.md'));
    for (const room of ['report', 'answer', 'casework', 'talk']) {
      expect(byPath.has(`${room}/index.ts`), room).toBe(true);
      expect(readmes, room).toContain(`src/${room}/README.md`);
    }
    const long = readmes.filter(
      (path) => !/\/(fonts|static)\//.test(path) && read(path).trim().split('\n').length > 40,
    );
    expect(long).toEqual([]);
  });

  test('styles know a beginning and an end, not a left and a right', () => {
    const sides = /(^|[\s;{-])(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b/;
    expect(findings(styles(), sides)).toEqual([]);
  });

  test('nothing is left for later and nothing is waved through', () => {
    const written = [...filesBelow('src'), ...filesBelow('test'), ...filesBelow('scripts')]
      .filter((path) => /\.(tsx?|mjs|css)$/.test(path) && path !== 'test/architecture.test.ts')
      .map((path) => ({ path, code: read(path) }));
    expect(
      findings(
        written,
        /\bTODO\b|\bFIXME\b|biome-ignore|@ts-(ignore|expect-error|nocheck)|\b(it|test|describe)\.(skip|only|todo)\b/,
      ),
    ).toEqual([]);
  });
});

test('how a command of ours is typed stands in one place, which knows the container', () => {
  const texts = filesBelow('locales').filter((path) => path.endsWith('.json'));
  const inTexts = texts.filter((path) => read(path).includes('npm run -s'));
  const inCode = all.filter(({ code }) => code.includes('npm run -s')).map(({ path }) => path);
  expect([...inTexts, ...inCode]).toEqual(['platform/ways.ts']);
});

describe('dependencies', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));

  test('at most 24 on the server, where the database and Node count one each', () => {
    const users = (name: string) => all.filter(({ imports }) => imports.some(({ what }) => what === name));
    const server = Object.keys(dependencies).filter((name) => {
      const rooms = users(name).map(({ path }) => roomOf(path));
      return rooms.length === 0 || rooms.some((room) => room !== 'islands');
    });
    expect(server.length + 2, server.join(', ')).toBeLessThanOrEqual(24);
  });

  test('at most 7 in the browser', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const walk = (source: Source) => {
      if (seen.has(source.path)) return;
      seen.add(source.path);
      for (const to of source.imports.filter(({ isType }) => !isType)) {
        if (to.isPackage) packages.add(to.what);
        const next = byPath.get(to.what);
        if (next !== undefined) walk(next);
      }
    };
    for (const source of all) if (roomOf(source.path) === 'islands') walk(source);
    expect(packages.size, [...packages].join(', ')).toBeLessThanOrEqual(7);
    expect([...packages].filter((name) => !(name in dependencies))).toEqual([]);
  });

  test('each has one exact version and is explained', () => {
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))).toEqual([]);
    const explained = read('docs/dependencies.md');
    expect(Object.keys(dependencies).filter((name) => !explained.includes(name))).toEqual([]);
  });

  test('what the source imports is declared', () => {
    const used = new Set(all.flatMap(({ imports }) => imports.filter((i) => i.isPackage).map((i) => i.what)));
    const undeclared = [...used].filter((name) => !name.startsWith('node:') && !(name in dependencies));
    expect(undeclared).toEqual([]);
  });
});
