/** The source as architecture tests see it: files, their lines, and what they import. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve } from 'node:path';

const root = resolve('.');

export interface Import {
  /** A path below src, e.g. 'platform/keys/index.ts', or a package's name. */
  what: string;
  /** True where only types are taken, so that no code comes along. */
  isType: boolean;
  isPackage: boolean;
}

export interface Source {
  /** Below the folder, e.g. 'report/submit.ts'. */
  path: string;
  text: string;
  /** Without comments and without lines that only continue one. */
  code: string;
  imports: readonly Import[];
}

/** Every file below a folder of the repository, as paths from its root. */
export function filesBelow(folder: string): string[] {
  const path = join(root, folder);
  if (!statSync(path, { throwIfNoEntry: false })) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Our TypeScript below src, without tests and what only tests use. */
export function sources(): Source[] {
  return filesBelow('src')
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$|\/fixture\.tsx?$/.test(path))
    .map((path) => {
      const text = read(path);
      const inside = relative('src', path);
      return { path: inside, text, code: withoutComments(text), imports: importsOf(inside, text) };
    });
}

const statement =
  /(?:^|\n)\s*(?:import|export)(\s+type)?\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g;

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(statement)].map(([, type, from, dynamic, bare]) => {
    const named = from ?? dynamic ?? bare ?? '';
    const isPackage = !named.startsWith('.') && !named.startsWith('/');
    const what = isPackage ? packageOf(named) : normalize(join(dirname(path), named));
    return { what, isType: type !== undefined, isPackage };
  });
}

function packageOf(named: string): string {
  const parts = named.split('/');
  return parts.slice(0, named.startsWith('@') ? 2 : 1).join('/');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
}

/** 'path: line' for each line of a file that matches. */
export function findings(files: readonly { path: string; code: string }[], pattern: RegExp): string[] {
  return files.flatMap(({ path, code }) =>
    code
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim().slice(0, 100)}`),
  );
}
