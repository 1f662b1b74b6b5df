/** The published vectors of what we stand on, and our own, which pin every format for ever. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf as libraryHkdf } from '@noble/hashes/hkdf.js';
import { sha256 as librarySha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import chain from '../../../test/vectors/keys/chain.json' with { type: 'json' };
import cards from '../../../test/vectors/keys/halves.json' with { type: 'json' };
import lists from '../../../test/vectors/keys/lists.json' with { type: 'json' };
import published from '../../../test/vectors/keys/published.json' with { type: 'json' };
import readerVector from '../../../test/vectors/keys/reader.json' with { type: 'json' };
import receipt from '../../../test/vectors/keys/receipt.json' with { type: 'json' };
import rootVector from '../../../test/vectors/keys/root.json' with { type: 'json' };
import signedVector from '../../../test/vectors/keys/signed.json' with { type: 'json' };
import workVector from '../../../test/vectors/keys/work.json' with { type: 'json' };
import * as keys from './index.ts';
import { nodeScrypt } from './node-scrypt.ts';

const hex = keys.fromHex;
const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
function listOf(id: string): keys.CodeList {
  const list = keys.listById(id);
  if (!list) throw new Error(`no list ${id}`);
  return list;
}
function codeOf(typed: string): keys.Code {
  const read = keys.readCode(typed, keys.everyList);
  if ('problem' in read) throw new Error(read.problem);
  return read.ok;
}

describe('the libraries compute what the documents say', () => {
  it.each(published.hkdf)('HKDF, $source', ({ secret, salt, info, key }) => {
    const derived = libraryHkdf(librarySha256, hex(secret), hex(salt), hex(info), key.length / 2);
    expect(keys.toHex(derived)).toBe(key);
  });
  it.each(published.scrypt)(
    'scrypt, $source, in a browser and in Node',
    async ({ secret, salt, N, r, p, key }) => {
      for (const scrypt of [keys.browserScrypt, nodeScrypt]) {
        expect(keys.toHex(await scrypt(keys.utf8(secret), keys.utf8(salt), { N, r, p, dkLen: 64 }))).toBe(
          key,
        );
      }
    },
  );
  it.each(published.ed25519)('Ed25519, $source', (vector) => {
    expect(keys.signerOf(hex(vector.secret))).toBe(keys.toBase64url(hex(vector.public)));
    expect(keys.toHex(ed25519.sign(hex(vector.message), hex(vector.secret)))).toBe(vector.signature);
  });
  it.each(published.age)('age keys, $source', async ({ secret, identity, recipient }) => {
    expect(keys.identityOf(hex(secret))).toBe(identity);
    expect(await keys.recipientOf(identity)).toBe(recipient);
  });
});

describe('our formats stay as they are', () => {
  const salt = hex(receipt.salt);
  it.each(receipt.receipts)('receipt of $list, report $id', async (vector) => {
    const seed = hex(vector.seed);
    const code = keys.receiptCode(seed, listOf(vector.list));
    expect(keys.reportId(seed)).toBe(vector.id);
    expect(keys.showCode(code)).toBe(vector.code);
    expect(keys.canonicalCode(code)).toBe(vector.stretched);
    const derived = await keys.deriveReceipt(code, salt, { scrypt: nodeScrypt });
    expect({
      lookup: keys.toHex(derived.lookup),
      lookupHash: keys.toHex(keys.lookupHash(derived.lookup)),
      replyIdentity: derived.replyIdentity,
      replyRecipient: derived.replyRecipient,
      signSecret: keys.toHex(derived.signSecret),
      signer: derived.signer,
    }).toEqual({
      lookup: vector.lookup,
      lookupHash: vector.lookupHash,
      replyIdentity: vector.replyIdentity,
      replyRecipient: vector.replyRecipient,
      signSecret: vector.signSecret,
      signer: vector.signer,
    });
  });
  it('a browser derives the same receipt as the server', async () => {
    const code = codeOf(receipt.receipts[0]?.code ?? '');
    const [here, there] = await Promise.all([
      keys.deriveReceipt(code, salt),
      keys.deriveReceipt(code, salt, { scrypt: nodeScrypt }),
    ]);
    expect(here).toEqual(there);
  });
  it.each(cards.halves)(
    'two cards of $list join to their code',
    ({ list, whole, cards: [a = '', b = ''] }) => {
      expect(keys.showCode(keys.joinHalves(codeOf(a), codeOf(b), listOf(list)))).toBe(whole);
    },
  );
  it.each(lists.lists)('list $id has the words it was published with', ({ id, words, sha256 }) => {
    const list = keys.published.find((one) => one.id === id);
    expect(list?.words.length).toBe(words);
    expect(keys.sha256Hex(list?.words.join('\n') ?? '')).toBe(sha256);
  });
  it.each(signedVector.kinds)('what a $kind signature is over', ({ kind, fields, message, signature }) => {
    const asKind = kind as keys.SignedKind;
    expect(keys.fromUtf8(keys.signed(asKind, fields))).toBe(message);
    expect(keys.sign(asKind, fields, hex(signedVector.secret))).toBe(signature);
    expect(keys.verify(asKind, fields, { signer: signedVector.signer, signature })).toBe(true);
  });
  it('a reader list is spelled, hashed and walked as before', () => {
    const told: readonly unknown[] = chain.entries;
    const entries = told.filter(keys.isReaderEntry);
    expect(entries.map(({ statement }) => keys.statementHash(statement))).toEqual(chain.heads);
    expect(keys.canonicalJson(entries[0]?.statement)).toBe(chain.canonical);
    const list = keys.readers({ ...chain, now: new Date('2026-11-22T12:00:00Z') });
    expect(list.active.map(({ name }) => name)).toEqual(['Ines', 'Lina']);
    expect(list).toMatchObject({ waiting: [], number: 4, head: chain.heads[3] });
  });
  it('a caseworker’s seed gives the same keys, and old wraps open', async () => {
    const derived = await keys.readerKeys(hex(readerVector.seed));
    expect(derived).toEqual({
      identity: readerVector.identity,
      recipient: readerVector.recipient,
      signSecret: hex(readerVector.signSecret),
      signer: readerVector.signer,
    });
    const byPhrase = await keys.unwrapByPhrase(bytes(readerVector.byPhrase), readerVector.phrase);
    const byPrf = await keys.unwrapByPrf(bytes(readerVector.byPrf), hex(readerVector.prf));
    expect([byPhrase, byPrf].map(keys.toHex)).toEqual([readerVector.seed, readerVector.seed]);
    expect(keys.toHex(keys.prfInput(readerVector.prfInput.installation))).toBe(readerVector.prfInput.bytes);
  });
  it('shares on paper bring the root back, and its fingerprint reads the same', () => {
    for (const [shares, list] of [
      [rootVector.words, listOf('en-1')],
      [rootVector.digits, listOf('digits')],
    ] as const) {
      const root = keys.joinRoot([shares[2] ?? '', shares[0] ?? ''], list, rootVector.public);
      expect(keys.toHex(root.secret)).toBe(rootVector.secret);
    }
    expect(keys.showCode(keys.fingerprint(rootVector.public, listOf('en-1')))).toBe(
      rootVector.fingerprint['en-1'],
    );
    expect(keys.showCode(keys.fingerprint(rootVector.public, keys.digits))).toBe(
      rootVector.fingerprint.digits,
    );
  });
  it.each(workVector.works)('work of $bits bits is enough', ({ bits, ...work }) => {
    expect(keys.verifyWork(work, ['2026-11-22'], bits)).toBe(true);
  });
});
