import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { exchange, holiday, postfix } from '../../test/bounce.ts';
import { testDatabase } from '../../test/database.ts';
import { readConfig } from '../platform/config.ts';
import { createInstallation } from '../platform/installation.ts';
import { makeRoot } from '../platform/keys/root.ts';
import { command } from './mail-in.ts';

const id = 'AAAAAAAAAAAAAAAAAAAA_-';
const secret = 'a line of the mail that came back';

async function organisation() {
  await using started = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'upstander-mail-in-'));
  started.defer(() => rm(data, { recursive: true }));
  const database = started.use(await testDatabase());
  const name = { en: 'Door', ar: 'باب' };
  const root = makeRoot().public;
  await createInstallation(data, { kind: 'real', root, name, zone: 'Africa/Cairo', country: 'XX' });
  await sql`insert into mail (id, ask, template, state, day) values (${id}, 'abcdefghijklmnop', 'ask', 'sent', '2026-11-22')`.execute(
    database.db,
  );
  const run = async (mail: string | null) => {
    const file = join(data, 'report.eml');
    if (mail !== null) await writeFile(file, mail);
    const config = readConfig({ UPSTANDER_DATA: data, DATABASE_URL: database.url });
    const note = (line: string) => expect(line).toBe('');
    const progress = () => ({ step: () => {}, [Symbol.dispose]: () => {} });
    return command.run({
      args: [mail === null ? join(data, 'none') : file],
      options: {},
      json: false,
      config,
      note,
      progress,
    });
  };
  const ended = started.move();
  return { run, db: database.db, [Symbol.asyncDispose]: () => ended.disposeAsync() };
}

test('says what was done, hands it on, and never says what was in it', async () => {
  await using here = await organisation();
  const said = [
    await here.run(postfix({ id, action: 'delayed', secret })),
    await here.run(exchange({ id: id.replace('A', 'B'), secret })),
    await here.run(holiday({ id, secret })),
    await here.run(''),
    await here.run(postfix({ id, secret })),
    await here.run(exchange({ id, secret })),
  ];
  expect(said.map(({ data }) => (data as { what: string }).what)).toEqual([
    'delayed',
    'unknown',
    'no_report',
    'no_report',
    'bounced',
    'again',
  ]);
  expect(said.some(({ failed }) => failed)).toBe(false);
  expect(JSON.stringify(said)).not.toMatch(/a line of|ferries/);
  const { rows } = await sql`select event, subject from outbox`.execute(here.db);
  expect(rows).toEqual([{ event: 'mail.bounced', subject: 'abcdefghijklmnop' }]);
});

test('refuses what is not there and what is too large', async () => {
  await using here = await organisation();
  await expect(here.run(null)).rejects.toMatchObject({ code: 'mail_unreadable' });
  await expect(here.run('x'.repeat(10_000_001))).rejects.toMatchObject({ code: 'mail_unreadable' });
});
