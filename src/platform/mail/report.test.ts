import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { exchange, holiday, postfix } from '../../../test/bounce.ts';
import { post } from '../../../test/mail.ts';
import { world } from '../../../test/world.ts';
import { fileReport } from './bounced.ts';
import { readReport } from './report.ts';

const id = 'AAAAAAAAAAAAAAAAAAAA_-';
const read = (text: string) => readReport(Buffer.from(text));

describe('a delivery report', () => {
  test.each([
    ['Postfix', postfix],
    ['Exchange', exchange],
  ] as const)('of %s names our mail and says what became of it', async (_, write) => {
    expect(await read(write({ id }))).toEqual({ action: 'failed', ids: [id] });
    expect(await read(write({ id, action: 'delayed' }))).toMatchObject({ action: 'delayed' });
    expect(await read(write({ id, action: 'Relayed' }))).toMatchObject({ action: 'relayed' });
    expect(await read(write({ id, action: 'invented' }))).toBeNull();
  });

  test('is not a holiday notice, an empty file, noise, or a mail nested beyond reason', async () => {
    expect(await read(holiday({ id }))).toBeNull();
    expect(await read('')).toBeNull();
    expect(await readReport(Uint8Array.from({ length: 5_000 }, (_, n) => (n * 37) % 256))).toBeNull();
    const part = (n: number) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`;
    expect(await read(Array.from({ length: 2_000 }, (_, n) => part(n)).join(''))).toBeNull();
  });
});

test('what is reported is marked once, and only a failure is; the ask hears of it', async () => {
  await using here = await world();
  const told: string[] = [];
  here.jobs.on('mail.bounced', async (asks) => void told.push(...asks));
  const about = { ask: 'abcdefghijklmnop' };
  const [mail, other] = [await post(here, 'ask', { about }), await post(here, 'code')];
  const { db } = here.database;
  const file = (text: string) => fileReport(db, Buffer.from(text));
  await here.settle();

  expect(await file(postfix({ id: mail, action: 'delayed' }))).toEqual({ what: 'delayed' });
  expect(await file(postfix({ id: mail, action: 'delivered' }))).toEqual({ what: 'passed_on' });
  expect(await file(postfix({ id }))).toEqual({ what: 'unknown' });
  expect(await file(holiday({ id: mail }))).toEqual({ what: 'no_report' });
  expect(await file(exchange({ id: mail }))).toEqual({ what: 'bounced', ask: about.ask });
  expect(await file(postfix({ id: mail }))).toEqual({ what: 'again' });
  expect(await file(postfix({ id: other }))).toEqual({ what: 'bounced', ask: null });
  await here.settle();
  expect(told).toEqual([about.ask]);
  const { rows } = await sql<{ state: string }>`select state from mail`.execute(db);
  expect(rows.map(({ state }) => state)).toEqual(['bounced', 'bounced']);
});
