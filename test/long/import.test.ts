import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createInstallation } from '../../src/platform/installation.ts';
import { makeRoot } from '../../src/platform/keys/root.ts';
import { built } from '../built.ts';
import { dataFolder, start } from '../house/house.ts';

beforeAll(async () => {
  await built();
}, 120_000);

/** Megabytes for everything that lives longer than a moment; the command needs 30 to be there at all. */
const MOST = 48;

test('a file of half a million old rows is imported in the memory a small one takes', async () => {
  await using folder = await dataFolder();
  const name = { en: 'Door', ar: 'باب' };
  await createInstallation(folder.path, {
    kind: 'real',
    root: makeRoot().public,
    name,
    zone: 'Africa/Cairo',
    country: 'EG',
  });
  const total = 500_000;
  const file = join(folder.path, 'old.csv');
  const out = createWriteStream(file);
  out.write(
    'report_number,incident_date,report_date_time,governorate,city/town,location,categories,intervention\n',
  );
  for (let n = 1; n <= total; n++) {
    const line = `${n},09/29/2012 9:15,09/30/2012 10:00,Cairo,Cairo,"30,063,31,2${(n % 60) + 10}",Touching,\n`;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  const node = [process.execPath, `--max-old-space-size=${MOST}`, '--max-semi-space-size=4'];
  const words = ['import', 'reports', file, '--map', 'harassmap', '--json'];
  await using done = start({ data: folder.path, run: [...node, resolve('dist/server/cli.js'), ...words] });
  expect(await done.ended).toBe(0);
  expect(done.said()).toContain(`"rows":${total},"imported":${total}`);
}, 600_000);
