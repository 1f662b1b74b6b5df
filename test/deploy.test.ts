/** The files under deploy/ fit the server they are for. Whether they work, test/long tries where it can. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (name: string) => readFileSync(name, 'utf8');

/** Lines that say something: comments and empty ones are passed over. */
const lines = (name: string) =>
  read(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

const largestBody = Math.max(
  ...[...read('src/casework/bodies/routes.ts').matchAll(/= (\d+) \* 1024 \* 1024/g)].map(([, mb]) =>
    Number(mb),
  ),
);

describe('the container', () => {
  const docker = read('deploy/Dockerfile');
  const last = docker.slice(docker.lastIndexOf('\nFROM '));

  test('has two stages; the second runs nothing that builds, as nobody in particular', () => {
    expect(docker.match(/^FROM /gm)).toHaveLength(2);
    expect(docker).toContain('npm prune --omit=dev');
    expect(last).not.toMatch(/npm |COPY (?!--from=build)/);
    expect(last).toMatch(/^USER 10001:10001$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last.indexOf('USER 10001')).toBeGreaterThan(last.indexOf('RUN '));
  });

  test('copies what exists, and leaves out what it must not hold', () => {
    const copied = [...last.matchAll(/--from=build \/upstander\/(\S+)/g)].map(([, path]) => path);
    expect(copied).toEqual(['package.json', 'node_modules', 'dist']);
    expect(lines('.dockerignore')).toEqual(expect.arrayContaining(['.git', 'node_modules', 'var', 'dist']));
  });

  test('is started read-only, without capabilities, core files and ways to more rights', () => {
    const server = read('deploy/compose.yaml').split('\n  postgres:')[0] ?? '';
    for (const said of [
      'read_only: true',
      'user: "10001:10001"',
      'cap_drop: [ALL]',
      'security_opt: ["no-new-privileges:true"]',
      'tmpfs: ["/tmp:',
      'volumes: ["data:/data"]',
      'ports: ["127.0.0.1:3000:3000"]',
      'core: 0',
      'init: true',
    ]) {
      expect(server).toContain(said);
    }
    expect(server).not.toMatch(/privileged|network_mode|docker\.sock|cap_add/);
  });

  test('compose is YAML without tabs, indented by two', () => {
    const wrong = read('deploy/compose.yaml')
      .split('\n')
      .filter((line) => line.includes('\t') || (/^ */.exec(line)?.[0].length ?? 0) % 2 !== 0);
    expect(wrong).toEqual([]);
  });
});

describe('the unit', () => {
  const unit = lines('deploy/upstander.service');

  test('leaves no memory on the disk, opens enough files and stops the server before its database', () => {
    for (const said of [
      'LimitCORE=0',
      'MemorySwapMax=0',
      'LimitNOFILE=65536',
      'KillMode=mixed',
      'UMask=0077',
    ]) {
      expect(unit).toContain(said);
    }
    expect(unit).toContain('User=upstander');
    expect(unit.filter((line) => line.startsWith('MemoryDenyWriteExecute'))).toEqual([]);
  });

  test('is one systemd understands, where there is one to ask', () => {
    const asked = spawnSync('systemd-analyze', ['verify', '--man=no', 'deploy/upstander.service'], {
      encoding: 'utf8',
    });
    const complaints = asked.error
      ? []
      : asked.stderr.split('\n').filter((line) => line.includes('upstander.service'));
    // It complains rightly that the program and the account are not on this machine.
    expect(
      complaints.filter((line) => !/is not executable|No such file|Unknown user|\/opt\/upstander/.test(line)),
    ).toEqual([]);
  });
});

describe('the proxies', () => {
  test('write down nobody, also when something fails', () => {
    const nginx = lines('deploy/nginx.conf');
    // In each of the two: what stands before them may stand in Debian's own file already, and then nginx does not start.
    for (const silent of ['access_log off;', 'error_log /dev/null crit;'])
      expect(nginx.filter((line) => line === silent)).toHaveLength(2);
    expect(nginx[0]).toBe('server {');
    const caddy = read('deploy/Caddyfile');
    expect(caddy).toContain('exclude http.log.error http.log.access');
    expect(caddy.match(/^\s*log\b/gm)).toHaveLength(1);
  });

  test('let through what the server takes, and keep none of it in a file', () => {
    const allowed = [/client_max_body_size (\d+)m/, /max_size (\d+)MB/].map((pattern, i) =>
      Number(pattern.exec(read(i === 0 ? 'deploy/nginx.conf' : 'deploy/Caddyfile'))?.[1]),
    );
    for (const each of allowed) expect(each).toBeGreaterThanOrEqual(largestBody);
    expect(lines('deploy/nginx.conf')).toEqual(
      expect.arrayContaining(['proxy_request_buffering off;', 'proxy_max_temp_file_size 0;', 'gzip off;']),
    );
  });

  test('replace what a visitor claims to be', () => {
    expect(lines('deploy/nginx.conf')).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
    expect(read('deploy/Caddyfile')).not.toContain('trusted_proxies');
  });
});

test('publiccode.yml has every key its standard wants, and says the version of the package', () => {
  const text = read('publiccode.yml');
  const wanted = [
    'publiccodeYmlVersion',
    'name',
    'url',
    'platforms',
    'categories',
    'developmentStatus',
    'softwareType',
  ];
  for (const key of [...wanted, 'description', 'legal', 'maintenance', 'localisation']) {
    expect(text).toMatch(new RegExp(`^${key}:`, 'm'));
  }
  for (const key of ['license', 'type', 'contacts', 'localisationReady', 'availableLanguages', 'features']) {
    expect(text).toMatch(new RegExp(`^ +${key}:`, 'm'));
  }
  expect((/shortDescription: (.*)/.exec(text)?.[1] ?? '').length).toBeLessThanOrEqual(150);
  const long = (/longDescription: >-\n((?: {6}.*\n)+)/.exec(text)?.[1] ?? '').replace(/\s+/g, ' ').trim();
  expect(long.length).toBeGreaterThanOrEqual(150);
  expect(text).toContain(`softwareVersion: ${JSON.parse(read('package.json')).version}`);
  expect(text).toContain(`license: ${JSON.parse(read('package.json')).license}`);
});

test('every file the guide names is there', () => {
  const named = [
    ...read('docs/operator.md').matchAll(/`((?:deploy|docs|example)[\w./-]*\.\w+|deploy\/\w+)`/g),
  ].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !existsSync(name))).toEqual([]);
});
