import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { post } from '../../../test/mail.ts';
import { mailServer } from '../../../test/smtp.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { freePort } from '../db/index.ts';
import { forgetMail } from './send.ts';
import { connectionTo } from './smtp.ts';

const login = { user: 'us', password: 'p@ss/word' };
const from = 'Asks <asks@organisation.example>';

const real = (port: number, env: Record<string, string> = {}) =>
  world({
    kind: 'real',
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: from, ...env },
    staging: { mailRests: 0 },
  });

interface Row {
  id: string;
  state: string;
  recipient: string | null;
  params: unknown;
  locale: string | null;
  tries: number;
  problem: string | null;
  day: string | null;
}

async function rows({ database }: TestWorld): Promise<Row[]> {
  return (await sql<Row>`select * from mail order by id`.execute(database.db)).rows;
}

/** As if the time until the next try had passed. */
async function soon({ database }: TestWorld): Promise<void> {
  await sql`update pgboss.job set start_after = now() where name = 'mail.written'`.execute(database.db);
}

describe('a mail', () => {
  test('is taken by a real server, once, with its headers, and nothing of it is kept but its id', async () => {
    await using server = await mailServer({ login });
    await using here = await real(server.port, {
      SMTP_URL: `smtp://us:p%40ss%2Fword@127.0.0.1:${server.port}`,
      MAIL_RETURN: 'returned@organisation.example',
    });
    const id = await post(here, 'ask', { about: { ask: 'abcdefghijklmnop' } });
    await here.settle();
    await here.settle();
    expect(server.taken).toHaveLength(1);
    const [taken] = server.taken;
    expect(taken).toMatchObject({
      from: 'returned@organisation.example',
      to: ['asks@ferries.example'],
      user: 'us',
      dsn: { ret: 'HDRS', envid: id },
    });
    const mail = await PostalMime.parse(taken?.raw ?? '');
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
    expect(mail.messageId).toBe(`<${id}@organisation.example>`);
    expect(mail.from).toMatchObject({ name: 'Asks', address: 'asks@organisation.example' });
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('list-unsubscribe')).toBeUndefined();
    expect(header('x-mailer')).toBeUndefined();
    expect(mail.date).toBe('2026-11-22T10:00:00.000Z');
    expect(mail.attachments).toEqual([]);
    expect(await rows(here)).toEqual([
      expect.objectContaining({
        id,
        state: 'sent',
        recipient: null,
        params: null,
        locale: null,
        day: '2026-11-22',
      }),
    ]);
  });

  test('waits for a server that is away, and is sent when it is back', async () => {
    const port = await freePort();
    await using here = await real(port);
    await post(here, 'code');
    await expect(here.settle()).rejects.toThrow();
    expect(await rows(here)).toEqual([
      expect.objectContaining({ state: 'waiting', tries: 1, problem: 'ESOCKET' }),
    ]);
    await using server = await mailServer({ port });
    await soon(here);
    await here.settle();
    expect(server.taken).toHaveLength(1);
    expect(await rows(here)).toEqual([expect.objectContaining({ state: 'sent', problem: null })]);
  });

  test('waits while the server says "later", and while our own login is wrong', async () => {
    await using server = await mailServer({ login });
    await using here = await real(server.port, { SMTP_URL: `smtp://us:wrong@127.0.0.1:${server.port}` });
    await post(here, 'code');
    await expect(here.settle()).rejects.toThrow();
    expect(await rows(here)).toEqual([expect.objectContaining({ state: 'waiting', problem: 'EAUTH 535' })]);

    await using busy = await mailServer();
    await using there = await real(busy.port);
    busy.refuse({ code: 451, text: '4.3.0 asks@ferries.example: try later' });
    await post(there, 'code');
    await expect(there.settle()).rejects.toThrow();
    busy.refuse({ code: 550, text: '5.7.1 relaying denied' });
    await soon(there);
    await expect(there.settle()).rejects.toThrow();
    expect(await rows(there)).toEqual([
      expect.objectContaining({ state: 'waiting', tries: 2, problem: 'EENVELOPE 550' }),
    ]);
    busy.refuse(null);
    await soon(there);
    await there.settle();
    expect(busy.taken).toHaveLength(1);
  });

  test('to an address that is not there is refused at once, and its ask hears of it', async () => {
    await using server = await mailServer();
    await using here = await real(server.port);
    server.refuse({ code: 550, text: '5.1.1 no such mailbox' });
    const told: string[] = [];
    here.jobs.on('mail.bounced', async (asks) => void told.push(...asks));
    await post(here, 'ask', { about: { ask: 'abcdefghijklmnop' } });
    await post(here, 'code');
    await here.settle();
    expect(told).toEqual(['abcdefghijklmnop']);
    const all = await rows(here);
    expect(all.map(({ state, recipient, params }) => [state, recipient, params])).toEqual([
      ['refused', null, null],
      ['refused', null, null],
    ]);
  });

  test('of one that cannot be sent holds up no other', async () => {
    await using server = await mailServer();
    await using here = await real(server.port);
    server.refuse({ code: 451, text: 'later' });
    await post(here, 'code');
    await expect(here.settle()).rejects.toThrow();
    server.refuse(null);
    await post(here, 'ask');
    await here.settle();
    expect(server.taken).toHaveLength(1);
  });

  test('is never sent where no server was named, nor by a demonstration that has one', async () => {
    await using without = await world({ kind: 'real' });
    await post(without, 'code');
    await expect(without.settle()).rejects.toThrow();
    expect(await rows(without)).toEqual([expect.objectContaining({ state: 'waiting' })]);

    await using server = await mailServer();
    await using shown = await world({
      env: { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: from },
    });
    await post(shown, 'code');
    await shown.settle();
    expect(server.taken).toEqual([]);
    expect(await rows(shown)).toEqual([expect.objectContaining({ state: 'sent' })]);
  });

  test('that was sent leaves an id, and ids are forgotten after two months', async () => {
    await using server = await mailServer();
    await using here = await real(server.port);
    await post(here, 'code');
    await here.settle();
    here.clock.pass({ days: 61 });
    const last = await post(here, 'code');
    await here.settle();
    const { database, clock, installation } = here;
    expect(await forgetMail({ db: database.db, clock, installation })).toBe(1);
    expect((await rows(here)).map(({ id }) => id)).toEqual([last]);
  });
});

describe('over the network', () => {
  const far = connectionTo({ host: 'mail.organisation.example', port: 587, secure: false, login });
  const send = (port: number) =>
    createTransport({ ...far, host: '127.0.0.1', port }).sendMail({
      from,
      to: 'asks@ferries.example',
      text: '.',
    });

  test('nothing goes without TLS, nor to a certificate nobody knows: neither password nor mail', async () => {
    await using open = await mailServer({ login });
    await expect(send(open.port)).rejects.toMatchObject({ code: 'ETLS' });
    await using unsigned = await mailServer({ login, tls: true });
    await expect(send(unsigned.port)).rejects.toMatchObject({ code: expect.stringMatching(/ETLS|ESOCKET/) });
    expect([...open.taken, ...unsigned.taken]).toEqual([]);
  });

  test('to this machine nobody stands between, so any certificate will do', async () => {
    await using server = await mailServer({ login, tls: true });
    await using here = await real(server.port, {
      SMTP_URL: `smtp://us:p%40ss%2Fword@127.0.0.1:${server.port}`,
    });
    await post(here, 'code');
    await here.settle();
    expect(server.taken).toEqual([expect.objectContaining({ secure: true, user: 'us' })]);
  });
});
