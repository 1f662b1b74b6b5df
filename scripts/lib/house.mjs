/** What every script needs first: the packages, Node 24, and a build that fits the source. Runs on Node 20 alone. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const modules = join(root, 'node_modules');
/** The Node that came with the packages; the one on the machine may be too old for some of them. */
export const node = join(modules, '.bin', 'node');

/** Every message goes to standard error: standard output belongs to the command. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** A sentence instead of a stack, and the end. */
export function fail(sentence) {
  say(sentence);
  process.exit(1);
}

/** The environment of everything that runs after the install. */
export function environment() {
  return { ...process.env, PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter) };
}

/** Installs exactly what the lockfile names, if that is not there already. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Upstander needs Node 20.19 or newer to start; this is ${process.versions.node}.`);
  }
  const stamp = join(modules, '.upstander-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node)) return;
  if (existsSync(node) && installedMatches()) {
    writeFileSync(stamp, wanted);
    return;
  }
  say('Installing the packages the lockfile names. This happens once and takes a minute or two.');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: '' },
  });
  if (npm.error || npm.status !== 0) {
    fail(
      'The packages could not be installed: npm said why above. Without a network, run this once where there is one.',
    );
  }
  linkNode();
  if (!existsSync(node)) fail(`There is no Node 24 package for ${process.platform}-${process.arch}.`);
  writeFileSync(stamp, wanted);
}

/** Npm of Debian 13 (9.2) leaves this one link out. */
function linkNode() {
  const came = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  const found = came.find((name) => existsSync(join(modules, name, 'bin', 'node')));
  if (!existsSync(node) && found !== undefined) symlinkSync(join('..', found, 'bin', 'node'), node);
}

/** Packages put there by hand with npm: the same versions as the lockfile's need no second install. */
function installedMatches() {
  const hidden = join(modules, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (optional && !found[path]) || found[path]?.version === version,
  );
}

/** One hash over everything the build is made from. */
export function inputsHash() {
  const hash = createHash('sha256');
  const inputs = [
    'src',
    'locales',
    'migrations',
    'bench',
    'scripts/build.mjs',
    'package-lock.json',
    'tsconfig.json',
  ];
  for (const input of inputs) {
    for (const file of filesIn(join(root, input))) {
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** Builds if the source changed since the last build. */
export function build() {
  if (!tryToBuild()) fail('The build failed; the reason stands above.');
}

/** The same, but says whether it worked. */
export function tryToBuild() {
  if (isBuilt()) return true;
  say('Building.');
  const line = [join(root, 'scripts', 'build.mjs'), '--if-stale'];
  return spawnSync(node, line, { cwd: root, stdio: ['ignore', 2, 2], env: environment() }).status === 0;
}

export function isBuilt() {
  const stamp = join(root, 'dist', '.stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputsHash();
}

/** Runs a program of ours to its end, in its place: its input, output, signals and exit code are ours. */
export function become(script, args = []) {
  const isWindows = process.platform === 'win32';
  // The usual nursery for new objects would hold 35 MB for good after the start; a server here needs a tenth. Source maps
  // would hold 12 MB more; a trace names its functions without, and dist/server/*.map says the lines.
  const flags = ['--max-semi-space-size=4'];
  // A server waits most of its life: a tenth less memory, and a tenth more time for what is only arithmetic.
  if (script === 'main.js') flags.push('--optimize-for-size');
  const line = [node, ...flags, join(root, 'dist', 'server', script), ...args];
  // No core files: a crash must not leave on disk what stood in memory.
  const [command, ...rest] = isWindows ? line : ['/bin/sh', '-c', 'ulimit -c 0; exec "$0" "$@"', ...line];
  const child = spawn(command, rest, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // One heap for each of a dozen threads, as glibc would have it, keeps 10 MB nobody uses.
    env: { MALLOC_ARENA_MAX: '2', ...environment() },
  });
  child.on('error', (error) => fail(`It could not be started: ${error.message}.`));
  // From the keyboard, Ctrl-C reaches the child by itself; it takes the same signal twice for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm that is killed tells nobody.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)));
}

export function remove(path) {
  rmSync(path, { recursive: true, force: true });
}
