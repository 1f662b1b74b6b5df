import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSettings, readConfig, variables } from './config.ts';
import { Refusal } from './refusal.ts';

function refused(env: Record<string, string>): Refusal {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('configuration', () => {
  test('without any variable it runs on this machine, in ./var', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      data: resolve('var'),
      port: 3000,
      host: 'localhost',
      publicUrl: 'http://localhost:3000',
      trustProxy: false,
      logLevel: 'info',
    });
    expect(config.databaseUrl).toBeUndefined();
  });

  test('example.env names exactly the variables there are, with the values they have anyway', () => {
    const written = parseSettings(readFileSync('example.env', 'utf8'));
    expect(Object.keys(written).sort()).toEqual(Object.keys(variables).sort());
    for (const [name, { standard }] of Object.entries(variables)) {
      expect(written[name as keyof typeof written], name).toBe(standard);
    }
    expect(readConfig(written)).toEqual(readConfig({}));
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['HOST', 'example.org'],
    ['PUBLIC_URL', 'http://tell.example.org'],
    ['PUBLIC_URL', 'https://tell.example.org/path'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['TRUST_PROXY', 'yes'],
    ['LEAVE_URL', 'javascript:alert(1)'],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'mail.example.org:587'],
    ['SMTP_URL', 'smtp://mail.example.org/inbox'],
    ['SMTP_URL', 'smtp://us:%zz@mail.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'a@example.org, b@example.org'],
    ['MAIL_FROM', 'Us\nBcc: c@example.org <a@example.org>'],
    ['MAIL_RETURN', 'a@localhost'],
    ['MAIL_DESK', '<desk@example.org>'],
    ['MAIL_LANGUAGE', 'xx'],
    ['POST_ADDRESS', 'one line\nand another'],
    ['DNS_SERVER', 'ns.example.org'],
    ['DNS_SERVER', '127.0.0.1:99999'],
  ] as const)('%s=%s is refused, naming variable, value and what is allowed', (variable, value) => {
    const refusal = refused({ [variable]: value });
    expect(refusal.code).toBe('config');
    expect(refusal.params).toEqual({ variable, value, allowed: variables[variable].allowed });
  });

  test('the public address may be https or localhost, and loses its slash', () => {
    expect(readConfig({ PUBLIC_URL: 'https://tell.example.org/' }).publicUrl).toBe(
      'https://tell.example.org',
    );
    expect(readConfig({ PUBLIC_URL: 'http://localhost:8080' }).publicUrl).toBe('http://localhost:8080');
  });

  test('mail: a server, whom it is from, and what it needs with it', () => {
    const said = {
      SMTP_URL: 'smtps://us%40org:p%2Fw@mail.example.org',
      MAIL_FROM: 'The House <asks@example.org>',
      MAIL_LANGUAGE: 'ar',
      DNS_SERVER: '[::1]:5353',
    };
    expect(readConfig(said).mail).toEqual({
      smtp: { host: 'mail.example.org', port: 465, secure: true, login: { user: 'us@org', password: 'p/w' } },
      from: { name: 'The House', address: 'asks@example.org' },
      returnTo: null,
      desk: null,
      language: 'ar',
      nameServer: '[::1]:5353',
    });
    expect(readConfig({ ...said, SMTP_URL: 'smtp://127.0.0.1:25' }).mail.smtp).toEqual({
      host: '127.0.0.1',
      port: 25,
      secure: false,
      login: null,
    });
    expect(readConfig({ MAIL_FROM: 'asks@example.org' }).mail.from?.name).toBe('Upstander');
    expect(refused({ SMTP_URL: 'smtp://mail.example.org' }).params).toMatchObject({ variable: 'MAIL_FROM' });
  });

  test('proxies are addresses', () => {
    expect(readConfig({ TRUST_PROXY: '10.0.0.1, 10.1.0.0/16' }).trustProxy).toEqual([
      '10.0.0.1',
      '10.1.0.0/16',
    ]);
  });

  test('settings.env in the data folder counts, and the environment wins over it', () => {
    const data = mkdtempSync(join(tmpdir(), 'upstander-config-'));
    try {
      writeFileSync(join(data, 'settings.env'), '# ours\nPORT=4000\nLOG_LEVEL=warn\n');
      const config = readConfig({ UPSTANDER_DATA: data, LOG_LEVEL: 'error' });
      expect(config).toMatchObject({ data, port: 4000, logLevel: 'error' });

      writeFileSync(join(data, 'settings.env'), 'PROT=4000\n');
      expect(refused({ UPSTANDER_DATA: data }).params).toMatchObject({
        variable: 'settings.env',
        value: 'PROT=4000',
      });
    } finally {
      rmSync(data, { recursive: true });
    }
  });
});
