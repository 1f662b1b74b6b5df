/**
 * `npm test`: types, lint and format, then every test. The last line is `N passed, N failed`; each check counts one.
 * `--long` adds test/long, which takes more than minutes. Words after it name the test files to run, and only them.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, install, node, remove, root, tryToBuild } from './lib/house.mjs';

install();

const long = process.argv.includes('--long');
const files = process.argv.slice(2).filter((word) => word !== '--long');
const module = (path) => join(root, 'node_modules', path);
const checks = [
  { name: 'build', check: async () => tryToBuild() },
  { name: 'types', check: () => isFine([module('typescript/bin/tsc'), '--noEmit', '-p', root]) },
  {
    name: 'lint and format',
    check: () => isFine([module('@biomejs/biome/bin/biome'), 'check', '--colors=off', root]),
  },
];

let passed = 0;
let failed = 0;

for (const { name, check } of files.length === 0 ? checks : checks.slice(0, 1)) {
  const fine = await check();
  process.stdout.write(`${fine ? 'passed' : 'FAILED'}: ${name}\n`);
  if (fine) passed++;
  else failed++;
}

const results = join(tmpdir(), `upstander-tests-${process.pid}.json`);
const vitest = [
  module('vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
];
const code = await run([...vitest, ...files], { UPSTANDER_LONG_TESTS: long ? 'yes' : '' });
const counted = read(results);
passed += counted.passed;
// Anything that went wrong outside a test, such as a file that did not load, counts as one failure.
failed += counted.failed === 0 && code !== 0 ? 1 : counted.failed;

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

async function isFine(line) {
  return (await run(line)) === 0;
}

function run(line, more = {}) {
  const child = spawn(node, line, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment(), ...more },
  });
  return new Promise((resolve) => child.on('close', resolve));
}

function read(file) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
  } catch {
    return { passed: 0, failed: 0 };
  } finally {
    remove(file);
  }
}
