/** `npm run talk:train [en|ar …]`: see src/talk/train/main.ts. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, install, node, root } from './lib/house.mjs';

install();
const line = [join(root, 'src/talk/train/main.ts'), ...process.argv.slice(2)];
const { status } = spawnSync(node, line, { cwd: root, stdio: 'inherit', env: environment() });
process.exitCode = status ?? 1;
