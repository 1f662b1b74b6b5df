import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Hex } from '../keys/digest.ts';
import { readAssets } from './assets.ts';
import { fixture } from './fixture.tsx';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upstander-assets-'));
  writeFileSync(join(folder, 'face.woff2'), 'font');
  writeFileSync(join(folder, 'style.css'), '@font-face{src:url(/assets/face.woff2)}');
  writeFileSync(
    join(folder, 'tell.js'),
    'import"./part.js";const root="__UPSTANDER_ROOT__";new Worker("/assets/part.js");',
  );
  writeFileSync(join(folder, 'part.js'), `export const id="__UPSTANDER_INSTALLATION__";${' '.repeat(2000)}`);
  writeFileSync(join(folder, 'sw.js'), '1');
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = { __UPSTANDER_ROOT__: 'root-key', __UPSTANDER_INSTALLATION__: 'this-one' };

test('root and installation are built into the script, and its name follows its content', () => {
  const assets = readAssets(folder, written);
  const found = assets.at(assets.url('tell'));
  expect(found?.immutable).toBe(true);
  expect(String(found?.file.content)).toContain('const root="root-key"');
  expect(String(found?.file.content)).toContain(`import"${assets.url('part')}"`);
  expect(String(found?.file.content)).toContain(`new Worker("${assets.url('part')}")`);
  const elsewhere = readAssets(folder, { ...written, __UPSTANDER_INSTALLATION__: 'another' });
  expect(elsewhere.url('tell')).not.toBe(assets.url('tell'));
  expect(elsewhere.url('face.woff2')).toBe(assets.url('face.woff2'));
});

test('a style sheet names its font by its hash', () => {
  const assets = readAssets(folder, written);
  expect(String(assets.at(assets.url('style.css'))?.file.content)).toBe(
    `@font-face{src:url(${assets.url('face.woff2')})}`,
  );
});

test('the public list of scripts says what is really served', () => {
  const assets = readAssets(folder, written);
  const listed = assets.scriptHashes();
  expect(listed.map(({ name }) => name)).toEqual(['part.js', 'sw.js', 'tell.js']);
  for (const { url, sha256 } of listed) {
    expect(sha256Hex(assets.at(url)?.file.content ?? '')).toBe(sha256);
  }
});

test('a page cannot name what was not built', () => {
  expect(() => readAssets(folder, written).url('missing')).toThrow('Nothing called missing was built');
});

test('files that name each other in a circle are refused', () => {
  writeFileSync(join(folder, 'part.js'), 'import"./tell.js"');
  expect(() => readAssets(folder, written)).toThrow('names itself');
});

test('hashed files are kept for a year and travel compressed; the service worker is asked for again', async () => {
  const assets = readAssets(folder, written);
  await using door = await fixture({ assets });
  const part = await door.app.inject({ url: assets.url('part'), headers: { 'accept-encoding': 'gzip, br' } });
  expect(part.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(part.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(part.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(part.rawPayload).toString()).toContain('this-one');
  const worker = await door.app.inject({ url: '/sw.js' });
  expect(worker.headers['cache-control']).toBe('no-cache');
  const tag = String(worker.headers.etag);
  expect((await door.app.inject({ url: '/sw.js', headers: { 'if-none-match': tag } })).statusCode).toBe(304);
  expect((await door.app.inject({ url: '/assets/part.js' })).statusCode).toBe(404);
});
