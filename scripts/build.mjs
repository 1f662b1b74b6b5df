/**
 * Builds everything that runs: dist/server (server, command line, workers), dist/assets (each island one file that
 * needs no other, style sheets, fonts), dist/bench. Made beside and then put in place, so that it is whole or absent.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'vite';
import { inputsHash, isBuilt, remove, root } from './lib/house.mjs';

const unfinished = join(root, 'node_modules', '.cache', `upstander-build-${process.pid}`);
/** Phones of 2016 run a browser of 2020 or later; the keys need whole numbers of any size, which came before that. */
const phones = ['chrome80', 'firefox78', 'safari14'];

/** In kB. What a page may weigh is held by test/budget.test.ts; a server's file may be large. */
const chunkSizeWarningLimit = 2_000;

const common = {
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
};

/** Top-level files of a folder that are programs of their own. */
function entries(folder, pattern = /^[^.].*\.tsx?$/) {
  const path = join(root, folder);
  const names = existsSync(path) ? readdirSync(path).sort() : [];
  return names
    .filter((name) => pattern.test(name) && !/\.(test|d)\.tsx?$/.test(name))
    .map((name) => join(path, name));
}

const named = (files) =>
  Object.fromEntries(files.map((file) => [basename(file).replace(/\.tsx?$/, ''), file]));

function workers(folder = join(root, 'src')) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.worker\.ts$/.test(entry.name) && !entry.parentPath.includes('/islands'),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The parts of the age library that no key of ours can reach weigh a third of an island. */
const x25519Only = join(root, 'src/platform/keys/x25519-only.ts');
const ageWithout = { '@noble/post-quantum/hybrid.js': x25519Only, '@noble/curves/nist.js': x25519Only };

async function server(input, to) {
  if (Object.keys(input).length === 0) return;
  await build({
    ...common,
    // A module that is loaded from its package keeps its source in memory, comments and all, some of them twice.
    ssr: { target: 'node', noExternal: ['age-encryption', 'h3-js', 'kysely', 'pg-boss', 'typebox'] },
    resolve: { alias: ageWithout },
    build: {
      chunkSizeWarningLimit,
      ssr: true,
      outDir: join(unfinished, to),
      emptyOutDir: false,
      target: 'node24',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input,
        // Flat, so that a worker lies beside whoever starts it: new URL('./seed.worker.js', import.meta.url).
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          minify: { compress: false, mangle: false, codegen: true },
        },
      },
    },
  });
}

async function island(name, file) {
  await build({
    ...common,
    resolve: { alias: ageWithout },
    build: {
      chunkSizeWarningLimit,
      outDir: join(unfinished, 'assets'),
      emptyOutDir: false,
      target: phones,
      minify: true,
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { [name]: file },
        // Islands are loaded with import() by others: without this their exports are taken for unused.
        preserveEntrySignatures: 'exports-only',
        output: { format: 'es', codeSplitting: false, entryFileNames: '[name].js' },
      },
    },
  });
}

async function styles() {
  const input = {};
  if (existsSync(join(root, 'src/web/style/index.css'))) input.style = join(root, 'src/web/style/index.css');
  if (existsSync(join(root, 'src/web/style/answers.css')))
    input.answers = join(root, 'src/web/style/answers.css');
  if (existsSync(join(root, 'src/web/style/desk.css'))) input.desk = join(root, 'src/web/style/desk.css');
  for (const [name, file] of Object.entries(input)) {
    await build({
      ...common,
      base: '/assets/',
      build: {
        chunkSizeWarningLimit,
        outDir: join(unfinished, 'assets'),
        emptyOutDir: false,
        assetsDir: '',
        assetsInlineLimit: 0,
        cssTarget: phones,
        cssMinify: 'lightningcss',
        reportCompressedSize: false,
        rolldownOptions: {
          input: { [name]: file },
          output: {
            assetFileNames: (asset) =>
              asset.names?.[0]?.endsWith('.css') ? `${name}.css` : '[name][extname]',
          },
        },
      },
    });
  }
}

/** Icons, the service worker: served as they are. */
function copyStatic() {
  const from = join(root, 'src/web/static');
  if (existsSync(from)) cpSync(from, join(unfinished, 'assets'), { recursive: true });
}

/** Another build of the same source may get there first; then its result is as good. */
function putInPlace() {
  remove(join(root, 'dist'));
  try {
    renameSync(unfinished, join(root, 'dist'));
  } catch (error) {
    if (!isBuilt()) throw error;
  }
}

const lock = join(root, 'node_modules', '.cache', 'upstander-build.lock');

/** Two builds at a time on a small machine help nobody: the second waits, and then mostly finds it done. */
async function myTurn() {
  mkdirSync(dirname(lock), { recursive: true });
  for (let waited = 0; waited < 60_000; waited += 100) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch {
      if (isDead(lock)) remove(lock);
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function isDead(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')) || process.pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

if (process.argv.includes('--if-stale') && isBuilt()) process.exit(0);
await myTurn();
if (process.argv.includes('--if-stale') && isBuilt()) {
  remove(lock);
  process.exit(0);
}

const inputs = inputsHash();
const islands = Object.entries(named(entries('src/islands')));
mkdirSync(join(unfinished, 'assets'), { recursive: true });
try {
  const programs = { main: 'src/main.ts', cli: 'src/cli/main.ts' };
  const present = Object.entries(programs).filter(([, file]) => existsSync(join(root, file)));
  await Promise.all([
    server(
      { ...Object.fromEntries(present.map(([n, f]) => [n, join(root, f)])), ...named(workers()) },
      'server',
    ),
    server(named(entries('bench')), 'bench'),
    styles(),
    ...islands.map(([name, file]) => island(name, file)),
  ]);
  copyStatic();
  writeFileSync(join(unfinished, '.stamp'), inputs);
  putInPlace();
} finally {
  remove(unfinished);
  remove(lock);
}
