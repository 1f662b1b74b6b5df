import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cast } from '../../../test/cast.ts';
import { world } from '../../../test/world.ts';
import { type Config, readConfig } from '../../platform/config.ts';
import { freePort } from '../../platform/db/index.ts';
import { newInstallation } from '../../platform/installation.ts';
import { makeRoot } from '../../platform/keys/root.ts';
import { fromOutside } from '../doctor.ts';
import { command as health } from '../health.ts';
import type { Finding } from './finding.ts';
import { limitsIn } from './limits.ts';
import { remote } from './remote.ts';
import { served } from './served.ts';

const said = (findings: readonly Finding[], what: string) => {
  const found = findings.find((finding) => finding.what === what);
  return found && `${found.state}: ${found.found}`;
};

const healthOf = async (config: Config) => {
  const called = {
    args: [],
    options: {},
    json: false,
    config,
    note: () => {},
    progress: () => ({ step() {}, [Symbol.dispose]() {} }),
  };
  const { failed, text } = await health.run(called);
  return [failed, text];
};

test('a server of ours, looked at from outside: all but TLS, which a proxy brings', async () => {
  await using here = await world({
    browsers: true,
    env: { SECURITY_CONTACT: 'security@example.org' },
  });
  here.clock.set(new Date().toISOString());
  await cast(here);
  const url = new URL(await here.listen());
  const found = await remote(url, here.clock);
  expect(said(found, 'from outside')).toMatch(/^fine/);
  expect(said(found, 'headers')).toMatch(/^fine/);
  expect(said(found, 'says of itself')).toBe('fine: nothing');
  expect(said(found, 'clock outside')).toMatch(/^fine/);
  expect(said(found, 'healthz')).toBe('fine: well');
  expect(said(found, 'security.txt')).toBe('fine: mailto:security@example.org');
  expect(said(found, 'TLS')).toMatch(/^wrong/);

  expect(await healthOf(here.config)).toEqual([false, 'It is well.']);

  const { installation, clock, files } = here;
  const same = await served(url, { installation, clock, files });
  expect(said(same, 'readers shown')).toMatch(/^fine: 3 entries/);
  expect(said(same, 'scripts shown')).toMatch(/^fine: \d+, byte for byte/);

  const other = newInstallation({
    ...installation,
    root: makeRoot().public,
  });
  const differs = await served(url, { installation: other, clock, files });
  expect(said(differs, 'readers shown')).toMatch(/^wrong: the list it shows does not hold/);
  expect(said(differs, 'scripts shown')).toMatch(/^wrong: not those of this build/);
});

test('a proxy that takes headers away, names itself and has another time is told on', async () => {
  const proxy = createServer((request, response) => {
    response.writeHead(request.url === '/en' ? 200 : 404, {
      server: 'proxy/1.0',
      date: 'Mon, 01 Jan 2024 00:00:00 GMT',
      'x-content-type-options': 'nosniff',
    });
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((done) => proxy.once('listening', done));
  const url = new URL(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  const found = await remote(url, { now: () => new Date('2026-11-22T10:00:00Z') });
  proxy.close();
  expect(said(found, 'headers')).toContain('wrong: missing or changed on the way: content-security-policy');
  expect(said(found, 'headers')).not.toContain('x-content-type-options');
  expect(said(found, 'says of itself')).toContain('mind: server');
  expect(said(found, 'clock outside')).toMatch(/^wrong/);
  expect(said(found, 'healthz')).toMatch(/^wrong: 404/);
  expect(said(found, 'security.txt')).toMatch(/^mind: not there/);
});

test('nobody there is one sentence, and what is no address is refused by name', async () => {
  const data = await mkdtemp(join(tmpdir(), 'upstander-outside-'));
  const config = readConfig({ UPSTANDER_DATA: data });
  expect((await healthOf({ ...config, port: await freePort() }))[0]).toBe(true);
  const nobody = await fromOutside(config, `http://127.0.0.1:${await freePort()}`);
  expect(nobody).toHaveLength(1);
  expect(nobody[0]?.found).toContain('ECONNREFUSED');
  await expect(fromOutside(config, 'tell.example.org')).rejects.toMatchObject({ code: 'config' });
  await rm(data, { recursive: true });
});

test('what the system allows is read: too few open files, core files', () => {
  const head = 'Limit                     Soft Limit           Hard Limit           Units     \n';
  const text = (files: string, core: string) =>
    `${head}Max core file size        ${core}                    unlimited            bytes     \nMax open files            ${files}                 524288               files     \n`;
  expect(limitsIn(text('1024', 'unlimited')).map(({ state }) => state)).toEqual(['mind', 'wrong']);
  expect(limitsIn(text('65536', '0')).map(({ state }) => state)).toEqual(['fine', 'fine']);
});
