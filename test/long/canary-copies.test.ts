/** What Amal typed stands in no copy: not in a backup that is opened, no list beside it, nowhere a restore is tried. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copiesOfRooms } from '../../src/backup.ts';
import { readApart, readThrough, rehearse } from '../../src/platform/backup/index.ts';
import { deriveReceipt, sign, toBase64url, toHex } from '../../src/platform/keys/index.ts';
import { nodeScrypt } from '../../src/platform/keys/node-scrypt.ts';
import { randomBytes } from '../../src/platform/keys/random.ts';
import { foundIn, tracesOf } from '../attacks/trace.ts';
import { browse } from '../browse.ts';
import { amalTells, cast } from '../cast.ts';
import { office } from '../restored.ts';
import { world } from '../world.ts';

test('a phrase typed by Amal is in no opened backup, no list of withdrawals, no file or log of a tried restore', async () => {
  const logged: string[] = [];
  await using here = await world({ staging: { log: (entry) => void logged.push(JSON.stringify(entry)) } });
  await cast(here);
  const bird = `canary${toHex(randomBytes(8))}`;
  const amal = await amalTells(here, { words: `${bird} he followed me`, identifies: `${bird} a scar` });
  const gone = await amalTells(here, { words: `${bird} taken back` });
  await here.settle();
  await using archive = await office(here);
  const { file } = await archive.backup();
  const keys = await deriveReceipt(gone.code, here.installation.salt, { scrypt: nodeScrypt });
  const signature = sign('withdrawal', [here.installation.id, gone.id], keys.signSecret);
  await browse(here).post('/api/back/withdraw', { lookup: toBase64url(keys.lookup), signature });
  const list = await archive.list();

  const traces = [...tracesOf('the phrase', bird), ...tracesOf('the lookup value', keys.lookup)];
  const open = tracesOf('an id', amal.id);
  const { identity } = archive;
  const backup = await opened(file, identity);
  expect(foundIn(backup, traces)).toEqual([]);
  expect(foundIn(backup, open)).toContain('an id, plain');
  const apart = await readApart([list], { identity, installation: here.installation.id });
  expect(foundIn(Buffer.from(JSON.stringify(apart)), traces)).toEqual([]);
  expect(JSON.stringify(apart)).toContain(gone.id);

  const within = mkdtempSync(join(tmpdir(), 'upstander-test-canary-'));
  const seen: { traces: string[]; ids: string[] }[] = [];
  const look = () => {
    const all = filesBelow(within).map((path) => readFileSync(path));
    seen.push({
      traces: all.flatMap((one) => foundIn(one, traces)),
      ids: all.flatMap((one) => foundIn(one, open)),
    });
    return () => {};
  };
  try {
    const rooms = copiesOfRooms(here.clock);
    await rehearse({ file, identity, apart: [list], rooms, within, progress: look, proving: look });
    expect(readdirSync(within)).toEqual([]);
  } finally {
    rmSync(within, { recursive: true });
  }
  expect(seen.map((one) => one.traces)).toEqual([[], []]);
  // The search sees what does lie there while it is tried.
  expect(seen.at(-1)?.ids).toContain('an id, plain');
  expect(foundIn(Buffer.from(logged.join('\n')), traces)).toEqual([]);
}, 120_000);

/** Everything in a backup, as whoever holds its key would have it. */
async function opened(file: string, identity: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  const keep = async (content: AsyncIterable<Buffer>) => {
    let rows = 0;
    for await (const part of content) {
      parts.push(part);
      for (const byte of part) if (byte === 10) rows++;
    }
    return rows;
  };
  const taking = {
    manifest: (manifest: unknown) => void parts.push(Buffer.from(JSON.stringify(manifest))),
    file: async (_: string, content: AsyncIterable<Buffer>) => void (await keep(content)),
    table: (_: unknown, content: AsyncIterable<Buffer>) => keep(content),
  };
  await readThrough(file, identity, { taking });
  return Buffer.concat(parts);
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
