/**
 * P4: public pages, who answers and the same by place, beside a server of Node's own that sends the same bytes under the
 * same headers from memory and looks at nothing. 16 readers over connections that stay open.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { newInstallation } from '../src/platform/installation.ts';
import { inventAsks } from '../test/invented.ts';
import { demonstration } from './lib/demonstration.ts';
import { readPages } from './lib/pages.ts';
import { alternating, median, note, round, sayBest } from './lib/say.ts';

const paths = ['/en/answers', '/ar/areas'];
const clients = 16;
const count = 20_000;
const pairs = 5;

await pages();

async function pages(): Promise<void> {
  await using house = await demonstration();
  const name = { en: 'Bench', ar: 'قياس' };
  const installation = newInstallation({
    kind: 'demonstration',
    root: '',
    name,
    zone: 'Africa/Cairo',
    country: 'demo',
  });
  const database = { db: house.db, url: house.databaseUrl, [Symbol.asyncDispose]: async () => {} };
  await inventAsks({ database, installation, clock: { now: () => new Date() } });
  const bare = spawn(process.execPath, [resolve('bench/lib/bare-pages.ts'), house.url, ...paths], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(bare.stdout, 'data')) as [Buffer];
  const bareUrl = `http://127.0.0.1:${port.toString().trim()}`;

  const ours = async () => (await readPages(house.url, { paths, clients, count })).rate;
  const theirs = async () => (await readPages(bareUrl, { paths, clients, count })).rate;
  await ours();
  await theirs();
  const runs = await alternating(pairs, ours, theirs);
  for (const [one, other] of runs) note(`ours ${round(one)}/s, bare ${round(other)}/s`);
  bare.kill();
  await once(bare, 'close');
  const middle = (side: 0 | 1) => round(median(runs.map((pair) => pair[side])));
  sayBest({
    budget: 'P4',
    what: 'public pages, beside `node:http` that sends the same bytes from memory',
    ratios: runs.map(([one, other]) => one / other),
    must: { least: 0.8 },
    figures: `${middle(0)} and ${middle(1)} pages a second, 16 readers`,
  });
}
