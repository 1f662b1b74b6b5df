import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { post } from '../../../test/mail.ts';
import { nameServer } from '../../../test/name-server.ts';
import { mailServer } from '../../../test/smtp.ts';
import { world } from '../../../test/world.ts';
import { readConfig } from '../../platform/config.ts';
import { freePort } from '../../platform/db/index.ts';
import { askingAt } from '../doctor.ts';
import { lineOf } from './finding.ts';
import { mail, mailWaiting } from './mail.ts';

const data = join(tmpdir(), 'no-such-folder');
const login = { user: 'us', password: 'hidden' };

const examined = async (env: Record<string, string>, kind: 'real' | 'demonstration' = 'real') =>
  (await mail(readConfig({ UPSTANDER_DATA: data, ...env }), { kind })).map(lineOf);

const ours = (port: number, password = 'hidden') => ({
  SMTP_URL: `smtp://us:${password}@127.0.0.1:${port}`,
  MAIL_FROM: 'asks@mail.organisation.example',
  MAIL_DESK: 'desk@organisation.example',
});

test('mail: a demonstration keeps it, and a real installation without a server prints letters', async () => {
  expect(await examined({}, 'demonstration')).toEqual([`✓ mail: none is sent; it lies in ${data}/outbox`]);
  expect((await examined({}))[0]).toMatch(/^! mail: none is sent, letters are printed; SMTP_URL/);
});

test('mail: a server that lets us in with TLS, and a domain that names it', async () => {
  await using server = await mailServer({ login, tls: true });
  await using names = await nameServer({
    'mail.organisation.example': ['v=spf1 mx -all', 'some other text'],
    '_dmarc.organisation.example': [`v=DMARC1; p=reject; rua=mailto:${'a'.repeat(300)}@organisation.example`],
  });
  expect(await examined({ ...ours(server.port), DNS_SERVER: names.address })).toEqual([
    `✓ mail server: 127.0.0.1, port ${server.port}: TLS, logged in`,
    '✓ SPF: mail.organisation.example: v=spf1 mx -all',
    '✓ DMARC: _dmarc.organisation.example: p=reject',
  ]);
});

test('mail: --resolver names the server that is asked, and what is no address is refused by name', async () => {
  await using names = await nameServer({ 'organisation.example': ['v=spf1 -all'] });
  const settings = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}`, MAIL_FROM: 'a@organisation.example' };
  const config = readConfig({ UPSTANDER_DATA: data, ...settings, DNS_SERVER: '127.0.0.1:1' });
  const found = await mail(askingAt(config, names.address), { kind: 'real' });
  expect(found.map(lineOf)).toContain('✓ SPF: organisation.example: v=spf1 -all');
  for (const wrong of ['', 'dns.example', '127.0.0.1:99999'])
    expect(() => askingAt(config, wrong)).toThrow(expect.objectContaining({ code: 'config' }));
});

test('mail: a wrong password, an open domain, a policy that asks for nothing', async () => {
  await using server = await mailServer({ login });
  await using names = await nameServer({
    'returned.example': ['v=spf1 +all'],
    '_dmarc.mail.organisation.example': ['v=DMARC1; p=none'],
  });
  const env = { ...ours(server.port, 'wrong'), MAIL_RETURN: 'a@returned.example', DNS_SERVER: names.address };
  const found = await examined(env);
  expect(found[0]).toContain('✗ mail server:');
  expect(found[0]).toContain('EAUTH 535; it does not take user and password');
  expect(found[1]).toMatch(/^! SPF: returned.example lets everybody/);
  expect(found[2]).toMatch(/^! DMARC: .*p=none; anybody/);
  expect(found.join()).not.toContain('wrong');
});

test('mail: nobody answers, no record, more than one record', async () => {
  await using names = await nameServer({
    '_dmarc.mail.organisation.example': ['v=DMARC1; p=reject', 'v=DMARC1; p=none'],
  });
  const found = await examined({ ...ours(await freePort()), DNS_SERVER: names.address });
  expect(found[0]).toMatch(/^✗ mail server: .*ESOCKET; nobody answers there/);
  expect(found[1]).toMatch(/^✗ SPF: mail.organisation.example has none/);
  expect(found[2]).toMatch(/^✗ DMARC: .* more than one/);
});

test('mail that waits is counted, with the kind of the last failure', async () => {
  const env = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}`, MAIL_FROM: 'asks@organisation.example' };
  await using here = await world({ kind: 'real', env });
  const ground = { db: here.database.db, installation: here.installation, clock: here.clock };
  expect(await mailWaiting(ground)).toEqual([]);
  await post(here, 'code');
  await expect(here.settle()).rejects.toThrow();
  expect((await mailWaiting(ground)).map(lineOf)[0]).toMatch(/^! mail waiting: 1, last ESOCKET;/);
});
