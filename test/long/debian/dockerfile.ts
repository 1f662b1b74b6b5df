/** The steps of deploy/Dockerfile, each carried out in a Debian of its own as an engine would; one it does not know is an error. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { tell } from '../kept-folder.ts';
import { bare, type Machine } from './machine.ts';

interface Step {
  what: string;
  text: string;
}

/** What the last stage says of the container made from it. */
export interface Image extends AsyncDisposable {
  machine: Machine;
  workdir: string;
  env: Readonly<Record<string, string>>;
  /** Of each instruction the last one, as it stands there: USER, VOLUME, CMD, … */
  said: ReadonlyMap<string, string>;
}

/** Lines as the engine reads them: without comments, those that go on in the next as one. */
export const stepsOf = (file: string): Step[] =>
  file
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ what: line.split(' ')[0] ?? '', text: line.slice(line.indexOf(' ') + 1).trim() }));

export async function image(file: string): Promise<Image> {
  await using stack = new AsyncDisposableStack();
  const context = stack.adopt(contextOf(), (folder) => rmSync(folder, { recursive: true }));
  const stages = new Map<string, Machine>();
  let now: Omit<Image, keyof AsyncDisposable> | null = null;
  for (const { what, text } of stepsOf(readFileSync(file, 'utf8'))) {
    tell(`${what} ${text}`);
    if (what === 'FROM') {
      const [base = '', , name = ''] = text.split(' ');
      const machine = stack.use(await bare());
      await prepare(machine, base);
      stages.set(name, machine);
      now = { machine, workdir: '/', env: {}, said: new Map() };
      continue;
    }
    if (now === null) throw new Error(`${what} before FROM`);
    const { machine, workdir } = now;
    if (what === 'WORKDIR') {
      now.workdir = posix.resolve(workdir, text);
      mkdirSync(join(machine.folder, now.workdir), { recursive: true });
    } else if (what === 'RUN') await machine.line(`cd ${workdir} && ${text}`);
    else if (what === 'COPY') copy(text, now, { context, stages });
    else if (what === 'ENV')
      now.env = { ...now.env, ...Object.fromEntries(text.split(' ').map((pair) => pair.split('=', 2))) };
    else if (known.has(what)) now.said = new Map([...now.said, [what, text]]);
    else throw new Error(`${what} is not known here`);
  }
  if (now === null) throw new Error(`${file} makes nothing`);
  const ended = stack.move();
  return { ...now, [Symbol.asyncDispose]: () => ended.disposeAsync() };
}

const known = new Set(['USER', 'VOLUME', 'EXPOSE', 'STOPSIGNAL', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD']);

/** What is committed, less what .dockerignore names. */
function contextOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'upstander-context-'));
  const archive = execFileSync('git', ['archive', 'HEAD'], { maxBuffer: 1e9 });
  execFileSync('tar', ['--extract', '--directory', folder], { input: archive });
  for (const line of readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean)) {
    const [, deep] = /^\*\*\/(.+)$/.exec(line) ?? [];
    if (deep === undefined) rmSync(join(folder, line), { recursive: true, force: true });
    else execFileSync('find', [folder, '-name', deep, '-delete']);
  }
  return folder;
}

/** What the base has beyond a Debian: of an image with Node this repository's Node, and npm. */
async function prepare({ folder }: Machine, base: string): Promise<void> {
  if (base === 'debian:trixie-slim') return;
  if (base !== 'node:24-trixie-slim') throw new Error(`${base} is not known here`);
  execFileSync('cp', ['-L', 'node_modules/.bin/node', join(folder, 'usr/local/bin/node')]);
  const modules = join(folder, 'usr/local/lib/node_modules');
  mkdirSync(modules, { recursive: true });
  const global = execFileSync('npm', ['root', '--global'], { stdio: ['ignore', 'pipe', 'ignore'] });
  execFileSync('cp', ['-aL', join(global.toString().trim(), 'npm'), modules]);
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(folder, 'usr/local/bin/npm'));
}

interface From {
  context: string;
  stages: ReadonlyMap<string, Machine>;
}

/** Of a folder what is in it, as the engine does. */
function copy(
  text: string,
  { machine, workdir }: Pick<Image, 'machine' | 'workdir'>,
  { context, stages }: From,
): void {
  const [, stage, rest = ''] = /^(?:--from=(\S+) )?(.*)$/.exec(text) ?? [];
  const paths = rest.split(' ');
  const to = join(machine.folder, posix.resolve(workdir, paths.pop() ?? ''));
  const from = stage === undefined ? context : stages.get(stage)?.folder;
  if (from === undefined) throw new Error(`There is no stage ${stage}`);
  for (const path of paths) {
    const source = join(from, path);
    const isFolder = statSync(source).isDirectory();
    mkdirSync(to, { recursive: true });
    execFileSync('cp', ['-a', '--reflink=auto', isFolder ? `${source}/.` : source, `${to}/`]);
  }
}
