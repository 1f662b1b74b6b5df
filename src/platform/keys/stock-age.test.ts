/**
 * What we seal opens with the age program people already have, in two commands. Where the program is not installed,
 * files it made stand in `test/vectors/keys/item.json` and are opened by our code in `item.test.ts`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import vector from '../../../test/vectors/keys/item.json' with { type: 'json' };
import { identityOf } from './age-key.ts';
import { fromUtf8, toBase64url, utf8 } from './bytes.ts';
import { sha256Hex } from './digest.ts';
import { hkdf } from './hkdf.ts';
import {
  identityFile,
  newReportKey,
  openBoundSecret,
  openItem,
  openSecret,
  sealExport,
  sealItem,
  sealSecret,
} from './item.ts';
import { newReaderSeed, readerKeys, wrapByPrf } from './reader.ts';

const installed = spawnSync('age', ['--version']).status === 0;
const place = { installation: 'house', report: 'report-1' };
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upstander-age-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: Uint8Array | string) => {
  writeFileSync(join(folder, name), content);
  return name;
};
const age = (...words: string[]) =>
  execFileSync('age', words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

async function exported(open: (identityPath: string, filePath: string) => Uint8Array): Promise<string> {
  const ines = await readerKeys(newReaderSeed());
  const report = await newReportKey();
  const told = { item: 'told', content: utf8('They followed me. تبعوني.') };
  const added = { item: 'addition-1', content: utf8('It was a blue car.\n') };
  put('caseworker-identity.txt', identityFile(ines.identity, ['Ines', 'opens the secret of a report']));
  const bound = { told: sha256Hex(told.content), readers: ['ines', 'omar'] };
  put('secret.age', await sealSecret({ ...place, identity: report.identity, bound }, [ines.recipient]));
  put('items.age', await sealExport({ ...place, items: [told, added] }, report.recipient));
  put('report-identity.txt', open('caseworker-identity.txt', 'secret.age'));
  return fromUtf8(open('report-identity.txt', 'items.age'));
}

const readable = [
  '# upstander item 1',
  '# installation house',
  '# report report-1',
  '# item told',
  '# length 31',
  '',
  'They followed me. تبعوني.',
  '# upstander item 1',
  '# installation house',
  '# report report-1',
  '# item addition-1',
  '# length 19',
  '',
  'It was a blue car.\n',
  '',
].join('\n');

describe.runIf(installed)('the age program, installed here', () => {
  it('opens an exported report in two commands', async () => {
    expect(await exported((identity, file) => age('-d', '-i', identity, file))).toBe(readable);
  });
  it('opens a single padded item, and a wrap of a passkey', async () => {
    const report = await newReportKey();
    put('id.txt', identityFile(report.identity));
    put('one.age', await sealItem({ ...place, item: 'told', content: utf8('أنا') }, [report.recipient]));
    expect(age('-d', '-i', 'id.txt', 'one.age').length).toBe(1024);
    const seed = newReaderSeed();
    const prf = new Uint8Array(32).fill(7);
    put('prf.txt', identityFile(identityOf(hkdf(prf, 'wrap'))));
    put('wrap.age', await wrapByPrf(seed, prf));
    expect(age('-d', '-i', 'prf.txt', 'wrap.age').toString()).toContain(toBase64url(seed));
  });
  it('seals what we open', async () => {
    const ines = await newReportKey();
    put('plain', vector.secretPlaintext);
    age('-r', ines.recipient, '-o', 'sealed.age', 'plain');
    const file = Uint8Array.from(readFileSync(join(folder, 'sealed.age')));
    expect(await openSecret(file, ines.identity, vector.place)).toBe(vector.report.identity);
    put('bound', vector.bound.plaintext);
    age('-r', ines.recipient, '-o', 'bound.age', 'bound');
    const secret = Uint8Array.from(readFileSync(join(folder, 'bound.age')));
    const { told, readers } = vector.bound;
    const opened = await openBoundSecret(secret, ines.identity, vector.place);
    expect(opened.bound).toEqual({ told, readers });
  });
});

describe.runIf(!installed)('the age program is not installed here: by files it made elsewhere', () => {
  it('our code opens the secret and the item it sealed', async () => {
    const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
    const identity = await openSecret(bytes(vector.stock.secret), vector.reader.identity, vector.place);
    expect(fromUtf8(await openItem(bytes(vector.stock.item), identity, vector.place))).toBe(vector.content);
    const { told, readers, stock } = vector.bound;
    const opened = await openBoundSecret(bytes(stock), vector.reader.identity, vector.place);
    expect(opened.bound).toEqual({ told, readers });
  });
});
