/**
 * Everything a browser loads besides pages, held in memory under names that carry a hash of the content. The root's
 * public key and the installation's id are written into the scripts here, once, before they are hashed: that is what
 * "built into the script file" means.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../keys/digest.ts';
import { compress, type Encoding } from './compress.ts';

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
};

/** Files a browser asks for by a fixed name; they are revalidated instead of kept. */
const fixed: Readonly<Record<string, string>> = {
  '/favicon.ico': 'favicon.svg',
  '/favicon.svg': 'favicon.svg',
  '/reconsider.js': 'reconsider.js',
  '/robots.txt': 'robots.txt',
  '/sw.js': 'sw.js',
};

export interface File {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
  readonly sha256: string;
  /** The content in an encoding; undefined where it would not get smaller. */
  encoded(encoding: Encoding): Promise<Buffer> | undefined;
}

export interface ScriptHash {
  readonly name: string;
  readonly url: string;
  /** Hexadecimal SHA-256 of the served bytes, as `sha256sum` prints it. */
  readonly sha256: string;
}

export interface Assets {
  /** 'tell' is 'tell.js'. Throws for a name that was not built: a page without its script must not go out. */
  url(name: string): string;
  /** What stands under a path, with `immutable` for hashed names. */
  at(path: string): { file: File; immutable: boolean } | undefined;
  scriptHashes(): readonly ScriptHash[];
}

const squeezable = /^(text|image\/svg|application\/(json|wasm))/;

function fileOf(name: string, content: Buffer): File {
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const made = new Map<Encoding, Promise<Buffer>>();
  return {
    name,
    type,
    content,
    sha256: sha256Hex(content),
    encoded(encoding) {
      if (!squeezable.test(type) && type !== types.js) return undefined;
      const ready = made.get(encoding) ?? compress(content, encoding, 11);
      made.set(encoding, ready);
      return ready;
    },
  };
}

interface Served {
  file: File;
  path: string;
}

/** A file under the name that carries its hash. */
function served(name: string, content: Buffer): Served {
  const file = fileOf(name, content);
  const dot = name.lastIndexOf('.');
  return { file, path: `/assets/${name.slice(0, dot)}-${file.sha256.slice(0, 12)}${name.slice(dot)}` };
}

const isName = /^[\w.-]+\.\w+$/;
/** What may be the name of another file, with the folders before it, in quotes or brackets. */
const mention = /(?<=["'`(])(?:[\w.-]*\/)*([\w-][\w.-]*\.\w+)(?=["'`)])/g;

/**
 * Reads a flat folder of built files. A file that names another (an island its chunk, a style sheet its font) gets the
 * hashed name written in; names in a circle throw, because then no hash exists.
 */
export function readAssets(folder: string, written: Readonly<Record<string, string>>): Assets {
  const names = new Set(existsSync(folder) ? readdirSync(folder).filter((name) => isName.test(name)) : []);
  const done = new Map<string, Served>();
  const open = new Set<string>();

  function finish(name: string): Served {
    const before = done.get(name);
    if (before !== undefined) return before;
    if (open.has(name)) throw new Error(`The built file ${name} names itself through others`);
    open.add(name);
    const raw = readFileSync(join(folder, name));
    const content = /\.(js|css)$/.test(name) ? Buffer.from(rewrite(name, raw.toString('utf8'))) : raw;
    const result = served(name, content);
    done.set(name, result);
    return result;
  }

  function rewrite(name: string, text: string): string {
    let result = text;
    for (const [mark, value] of Object.entries(written)) result = result.replaceAll(mark, value);
    return result.replace(mention, (found, other: string) =>
      other !== name && names.has(other) ? finish(other).path : found,
    );
  }

  for (const name of names) finish(name);
  const byPath = new Map([...done.values()].map(({ file, path }) => [path, file]));
  return {
    url(name) {
      const found = done.get(name) ?? done.get(`${name}.js`);
      if (found === undefined) throw new Error(`Nothing called ${name} was built`);
      return found.path;
    },
    at(path) {
      const hashed = byPath.get(path);
      if (hashed !== undefined) return { file: hashed, immutable: true };
      const plain = done.get(fixed[path] ?? '');
      return plain === undefined ? undefined : { file: plain.file, immutable: false };
    },
    scriptHashes: () =>
      [...done.entries()]
        .filter(([name]) => name.endsWith('.js'))
        .map(([name, { file, path }]) => ({ name, url: path, sha256: file.sha256 }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The same and files of the organisation's own, under hashed names too. */
export function withFiles(assets: Assets, files: readonly { name: string; content: Buffer }[]): Assets {
  const added = new Map(files.map(({ name, content }) => [name, served(name, content)]));
  const byPath = new Map([...added.values()].map(({ file, path }) => [path, file]));
  return {
    ...assets,
    url: (name) => added.get(name)?.path ?? assets.url(name),
    at(path) {
      const file = byPath.get(path);
      return file === undefined ? assets.at(path) : { file, immutable: true };
    },
  };
}

/** For tests without a build: every name has a URL, nothing stands behind it. */
export const unbuiltAssets: Assets = {
  url: (name) => `/assets/${name.includes('.') ? name : `${name}.js`}`,
  at: () => undefined,
  scriptHashes: () => [],
};
