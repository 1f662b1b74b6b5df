import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { waysFrom } from './ways.ts';

test('from its own folder it is called by npm, with the data where they have to be named', () => {
  const { start, command } = waysFrom();
  expect([start(), start('/srv/it is here')]).toEqual([
    'npm start',
    "UPSTANDER_DATA='/srv/it is here' npm start",
  ]);
  expect(command('doctor')).toBe('npm run -s upstander -- doctor');
});

test('in the image, which has no npm and no scripts, by the guide’s own lines', async () => {
  const image = await mkdtemp(join(tmpdir(), 'upstander-image-'));
  try {
    const { start, command } = waysFrom(image);
    expect(start('/data')).toBe('docker compose -f deploy/compose.yaml up -d');
    expect(command('doctor', '/data')).toBe(
      'docker compose -f deploy/compose.yaml run --rm upstander dist/server/cli.js doctor',
    );
  } finally {
    await rm(image, { recursive: true });
  }
});
