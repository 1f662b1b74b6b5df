/**
 * PostgreSQL 16 and 17 beside the 18 that comes along: what is told, signed, asked, copied and brought back there passes the same tests;
 * and 15 is refused in words.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { examine } from '../../src/cli/doctor.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openDatabase } from '../../src/platform/db/index.ts';
import { built } from '../built.ts';
import { tell } from './kept-folder.ts';
import { binariesOf, serverOf } from './majors/server.ts';

/** Migrations, backup and restore, the queue, notices, a report that is sent, the signed list; asks, mails and pages in a browser. */
const story = [
  'src/platform/backup',
  'src/platform/db',
  'src/platform/jobs',
  'src/report/submit.test.ts',
  'src/casework/list',
  'src/casework/inbox',
  'src/report/back',
  'src/answer/ask',
  'src/platform/mail',
  'test/e2e/story.test.ts',
];
const fewest = 200;

test.for([16, 17] as const)(
  'on PostgreSQL %i the same tests pass, and a backup made on 18 comes back',
  { timeout: 1_200_000 },
  async (major, { skip }) => {
    const binaries = await binariesOf(major);
    if (binaries === null) return skip();
    await built();
    await using server = await serverOf(binaries);
    const { passed, failed } = await passing(server.url);
    tell(`PostgreSQL ${major}: ${passed} tests passed, ${failed.length} failed.`);
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(fewest);
  },
);

test('PostgreSQL 15 is refused by name, and the doctor says which will do', { timeout: 120_000 }, async ({
  skip,
}) => {
  const binaries = await binariesOf(15);
  if (binaries === null) return skip();
  await using server = await serverOf(binaries);
  const data = await mkdtemp(join(tmpdir(), 'upstander-fifteen-'));
  const config = readConfig({ UPSTANDER_DATA: data, DATABASE_URL: server.url });
  await expect(openDatabase(config)).rejects.toMatchObject({
    code: 'database_version',
    params: { major: 15 },
  });
  const found = (await examine(config)).find(({ what }) => what === 'database');
  expect(found).toMatchObject({ state: 'wrong', found: expect.stringMatching(/15.*16.*18/) });
  await rm(data, { recursive: true });
});

interface Ran {
  passed: number;
  failed: string[];
}

/** The story's tests, in a run of their own whose database is this server's. */
async function passing(url: string): Promise<Ran> {
  const results = join(await mkdtemp(join(tmpdir(), 'upstander-majors-')), 'results.json');
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|UPSTANDER)/.test(name));
  const line = [
    resolve('node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=json',
    `--outputFile=${results}`,
  ];
  const child = spawn(process.execPath, [...line, ...story], {
    env: { ...Object.fromEntries(own), UPSTANDER_TEST_POSTGRES: url },
    stdio: 'ignore',
  });
  await new Promise((done) => child.once('exit', done));
  const { testResults } = JSON.parse(await readFile(results, 'utf8')) as Results;
  await rm(resolve(results, '..'), { recursive: true });
  const each = testResults.flatMap((file) => [
    ...file.assertionResults,
    ...(file.status === 'failed' && file.assertionResults.length === 0
      ? [{ status: 'failed', fullName: file.name }]
      : []),
  ]);
  return {
    passed: each.filter(({ status }) => status === 'passed').length,
    failed: each.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  };
}

interface Results {
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}
