/** `npm run bench [name...]`: each script in bench/ prints its ratio beside what it is compared with. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, environment, fail, install, node, root } from './lib/house.mjs';

install();
build();
const folder = join(root, 'dist', 'bench');
const wanted = process.argv.slice(2);
// The source names the benchmarks; what several of them share is built beside them under other names.
const found = readdirSync(join(root, 'bench'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replace(/\.ts$/, '.js'))
  .sort();
const chosen = found.filter((name) => wanted.length === 0 || wanted.includes(name.replace(/\.js$/, '')));
if (chosen.length === 0)
  fail(`There is no such benchmark. There are: ${found.map((n) => n.slice(0, -3)).join(', ')}.`);

process.stdout.write('| | what | result | must be | kept | figures |\n|---|---|---|---|---|---|\n');
let failed = 0;
for (const name of chosen) {
  const ran = spawnSync(node, [join(folder, name)], {
    cwd: root,
    stdio: ['ignore', 1, 2],
    env: environment(),
  });
  if (ran.status !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
