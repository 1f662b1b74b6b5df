/**
 * What stands around the server on Debian 13, with Debian's own packages and the guide's lines: what systemd makes of the unit,
 * and Caddy and nginx with the files of deploy/. Ours are ports, and certificates nobody has to give. No systemd runs here.
 */
import { cpSync, readFileSync } from 'node:fs';
import { request as plain } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../src/platform/db/index.ts';
import { randomBytes, toBase64url } from '../../src/platform/keys/index.ts';
import { built } from '../built.ts';
import { dataFolder, start } from '../house/house.ts';
import { debian, fileOf, type Machine, missing, writeOn } from './debian/machine.ts';
import { typist } from './debian/typist.ts';
import { tell } from './kept-folder.ts';

const lacking = missing();
if (lacking !== null) tell(`What stands around the server is not tried: ${lacking}.`);

const name = 'tell.example.org';
const made = new AsyncDisposableStack();
let machine: Machine;
let ports: { ours: number; http: number; https: number };
let data: string;

beforeAll(async () => {
  if (lacking !== null) return;
  await built();
  machine = made.use(await debian());
  cpSync('deploy', join(machine.folder, 'opt/upstander/deploy'), { recursive: true });
  await machine.line('apt-get update');
  ports = { ours: await freePort(), http: await freePort(), https: await freePort() };
  data = made.use(await dataFolder()).path;
}, 600_000);
afterAll(() => made.disposeAsync());

test.runIf(lacking === null)(
  'the unit is one systemd understands, and leaves open no more than the guide says',
  async () => {
    await machine.line('apt-get install --yes --no-install-recommends systemd');
    const unit = '/etc/systemd/system/upstander.service';
    await machine.line('useradd --system upstander');
    await machine.line('install -D /bin/true /opt/upstander/node_modules/.bin/node');
    await machine.line(`install --mode=0644 /opt/upstander/deploy/upstander.service ${unit}`);
    // Not the shim that stands before it.
    const analyze = '/usr/bin/systemd-analyze --no-pager';
    expect(await machine.line(`${analyze} verify --man=no ${unit}`)).toBe('');
    const judged = await machine.line(`${analyze} security --offline=yes ${unit}`);
    const [, figure, word] = /exposure level for upstander\.service: (\S+) (\w+)/.exec(judged) ?? [];
    tell(`systemd-analyze security: ${figure} ${word}`);
    const guide = readFileSync('docs/operator.md', 'utf8');
    expect(guide).toContain(`calls what it leaves open ${figure} of 10, "${word}"`);
  },
  300_000,
);

test.runIf(lacking === null)(
  'Caddy with our file: the page, its headers and http sent on; a large body, a false address and any trace refused',
  async () => {
    const guide = typist(machine, 'On an empty Debian 13');
    await guide.step('5');
    const path = '/etc/caddy/Caddyfile';
    const own = (await fileOf(machine, path))
      .replace(
        '{\n',
        `{\n\tlocal_certs\n\tskip_install_trust\n\thttp_port ${ports.http}\n\thttps_port ${ports.https}\n`,
      )
      .replace('127.0.0.1:3000', `127.0.0.1:${ports.ours}`);
    writeOn(machine, path, own);
    await machine.line(`caddy validate --config ${path}`);
    await behind('caddy', `env HOME=/var/lib/caddy caddy run --environ --config ${path}`);
  },
  300_000,
);

test.runIf(lacking === null)(
  'nginx with our file: the same (the line that fetches a certificate is not tried)',
  async () => {
    const guide = typist(machine, 'On an empty Debian 13');
    const live = `/etc/letsencrypt/live/${name}`;
    const certificate = `mkdir --parents ${live} && openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=${name} -keyout ${live}/privkey.pem -out ${live}/fullchain.pem`;
    const [fetching = ''] = guide
      .lines('nginx instead of Caddy')
      .filter((line) => line.startsWith('certbot '));
    guide.instead.set(fetching, certificate);
    await guide.step('nginx instead of Caddy');
    const path = '/etc/nginx/conf.d/upstander.conf';
    const own = (await fileOf(machine, path))
      .replaceAll(/(listen (?:\[::\]:)?)80;/g, `$1${ports.http};`)
      .replaceAll(/(listen (?:\[::\]:)?)443 /g, `$1${ports.https} `)
      .replace('127.0.0.1:3000', `127.0.0.1:${ports.ours}`);
    writeOn(machine, path, own);
    await machine.line('nginx -t');
    await behind('nginx', "nginx -g 'daemon off;'");
  },
  300_000,
);

/** What is true of either, once it runs; then it is stopped. Each has a server whose allowances nobody has used yet. */
async function behind(proxy: string, command: string): Promise<void> {
  const env = { PORT: String(ports.ours), PUBLIC_URL: `https://${name}`, TRUST_PROXY: '127.0.0.1' };
  await using server = start({ data, env });
  await server.url;
  const pid = `/run/${proxy}-test.pid`;
  const said = `/var/log/${proxy}-said.log`;
  await machine.line(
    `start-stop-daemon --start --background --make-pidfile --pidfile ${pid} --output ${said} --startas /usr/bin/env -- ${command.replace('env ', '')}`,
  );
  try {
    const mark = `mark${toBase64url(randomBytes(9))}`;
    const first = await upright(`/en?${mark}=1`);
    expect(first.status).toBe(200);
    expect(first.text).toContain('<html lang="en"');
    expect(first.headers['content-security-policy']).toContain("default-src 'none'");
    expect(first.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(first.headers['referrer-policy']).toBe('same-origin');
    expect([first.headers.via, first.headers.server]).toEqual([
      undefined,
      proxy === 'nginx' ? 'nginx' : undefined,
    ]);

    const open = await heard({ secure: false, path: `/en?${mark}=2` });
    expect([301, 308]).toContain(open.status);
    expect(open.headers.location).toMatch(new RegExp(`^https://${name}(:\\d+)?/en\\?${mark}=2$`));

    const sent = { 'content-type': 'application/json', origin: `https://${name}` };
    const back = { path: '/api/back', method: 'POST' } as const;
    const large = await heard({ ...back, headers: sent, body: Buffer.alloc(60_000_000) });
    expect(large.status).toBe(413);

    // One visitor who claims to be many is one.
    const statuses: number[] = [];
    for (let n = 0; n < 31; n++) {
      const body = Buffer.from(JSON.stringify({ lookup: toBase64url(randomBytes(32)) }));
      const headers = { ...sent, 'x-forwarded-for': `198.51.100.${n}` };
      statuses.push((await heard({ ...back, body, headers })).status);
    }
    expect(new Set(statuses.slice(0, 20))).toEqual(new Set([404]));
    expect(statuses.at(-1)).toBe(429);

    const files = await machine.line(
      `grep --recursive --files-with-matches --text ${mark} /var /etc /tmp /run /root /home || true`,
    );
    expect(files).toBe('');
    expect(await fileOf(machine, said)).not.toMatch(/198\.51\.100|192\.0\.2|api\/back|remote_ip/);
  } finally {
    await machine.line(`start-stop-daemon --stop --pidfile ${pid} --retry TERM/10`);
  }
}

async function upright(path: string): Promise<Heard> {
  for (let left = 60; ; left--) {
    const answer = await heard({ path }).catch(() => null);
    if (answer?.status === 200 || (answer && left === 0)) return answer;
    if (left === 0) throw new Error('The proxy does not answer');
    await pause(500);
  }
}

interface Heard {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
}

interface Asking {
  path: string;
  secure?: boolean;
  method?: 'GET' | 'POST';
  body?: Buffer;
  headers?: Readonly<Record<string, string>>;
}

/** By name, as from outside; whoever signed the certificate is believed. */
function heard({ path, secure = true, method = 'GET', body, headers = {} }: Asking): Promise<Heard> {
  const port = secure ? ports.https : ports.http;
  const about = { host: '127.0.0.1', port, path, method, agent: false } as const;
  const all = { host: name, ...headers, ...(body && { 'content-length': String(body.length) }) };
  return new Promise((done, failed) => {
    const asked = secure
      ? request({ ...about, headers: all, servername: name, rejectUnauthorized: false })
      : plain({ ...about, headers: all });
    let answered = false;
    asked.on('response', (answer) => {
      answered = true;
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      const end = () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      answer.on('end', end);
      answer.on('error', end);
    });
    // Whoever refuses a body may close before all of it was sent.
    asked.on('error', (error) => {
      if (!answered) failed(error);
    });
    asked.end(body);
  });
}
