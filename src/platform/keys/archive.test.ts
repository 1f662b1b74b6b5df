import { describe, expect, it } from 'vitest';
import vector from '../../../test/vectors/keys/archive.json' with { type: 'json' };
import { type ArchiveEntry, archiveKey, archiveOf, signArchive } from './archive.ts';
import { fromHex } from './bytes.ts';
import { by, hours, ines, installation, listOf, omar, root, theRoot } from './chain.testing.ts';
import { readers } from './chain.ts';
import { newReportKey, openBoundSecret, sealSecret } from './item.ts';
import { digits } from './lists.ts';
import { readerKeys } from './reader.ts';
import { joinRoot, makeRoot, splitRoot } from './root.ts';
import { statementHash } from './statement.ts';

const entries = listOf(
  { at: hours(0), who: ines, signers: [theRoot], founding: true },
  { at: hours(0), who: omar, signers: [theRoot], founding: true },
);
const head = statementHash(entries[1]?.statement ?? raise());
function raise(): never {
  throw new Error('no entry');
}
const { recipient } = await archiveKey(root.secret);
const said = { installation, number: 2, head, date: new Date(hours(1)).toISOString(), recipient };
const trusted = { entries, root: root.public, installation, now: new Date(hours(80)) };
const why = (entry: unknown, more: Partial<typeof trusted> = {}): unknown => {
  try {
    return archiveOf(entry, { ...trusted, ...more }).counts;
  } catch (error) {
    return (error as { params: { why: string } }).params.why;
  }
};

describe('the archive key', () => {
  it('comes of two papers, and of no other root', async () => {
    const [one, , three] = splitRoot(root, digits);
    expect((await archiveKey(joinRoot([three, one], digits).secret)).recipient).toBe(recipient);
    expect((await archiveKey(makeRoot().secret)).recipient).not.toBe(recipient);
    // The root signs with the same 32 bytes: as a reader's seed or as an identity of another label they open nothing.
    expect((await readerKeys(root.secret)).recipient).not.toBe(recipient);
  });

  it('counts 72 hours after the root signed it', () => {
    const entry = signArchive(said, root.secret);
    const at = (n: number) => archiveOf(entry, { ...trusted, now: new Date(hours(n)) });
    expect([at(2).counts, at(72).counts, at(73).counts]).toEqual([false, false, true]);
    expect(at(73).recipient).toBe(recipient);
  });

  it('cannot be named by a server, a caseworker or another root', async () => {
    const entry = signArchive(said, root.secret);
    const theirs = (await archiveKey(makeRoot().secret)).recipient;
    const swapped: ArchiveEntry = { ...entry, statement: { ...entry.statement, recipient: theirs } };
    expect(why(swapped)).toBe('signature');
    expect(why(signArchive({ ...said, recipient: theirs }, by(ines).secret))).toBe('signature');
    expect(why(signArchive({ ...said, recipient: theirs }, makeRoot().secret))).toBe('signature');
    expect(why({ ...entry, statement: { ...entry.statement, date: '2020-01-01T00:00:00Z' } })).toBe(
      'signature',
    );
  });

  it('belongs to one installation, one list and an honest date', () => {
    const signed = (changes: Partial<typeof said>) => signArchive({ ...said, ...changes }, root.secret);
    expect(why(signed({ installation: 'other' }))).toBe('installation');
    expect(why(signed({ number: 1 }))).toBe('list');
    expect(why(signed({ number: 9 }))).toBe('list');
    expect(why(signed({ number: 9, head: '' }))).toBe('list');
    expect(why(signed({ date: new Date(hours(-1)).toISOString() }))).toBe('date');
    expect(why(signed({ date: new Date(hours(99)).toISOString() }))).toBe('date');
    expect(why(signed({ number: 0, head: '' }))).toBe(true);
    expect(why(signed({ number: 0, head: '' }), { entries: [] })).toBe(true);
    expect([why(null), why({}), why({ ...signed({}), more: 1 })]).toEqual(Array(3).fill('malformed'));
    expect(why({ statement: { ...said, more: 1 }, signature: '' })).toBe('malformed');
  });

  it('is no reader: beside the list, whoever reads it finds the same people as before', () => {
    const served: { entries: typeof entries; archive: ArchiveEntry } = {
      entries,
      archive: signArchive(said, root.secret),
    };
    const list = readers({ ...trusted, ...served });
    const named = [...list.active, ...list.waiting.map(({ reader }) => reader)];
    expect(named.map(({ id }) => id)).toEqual(['ines', 'omar']);
    expect(named.some((one) => one.recipient === recipient)).toBe(false);
    // Put among the entries it breaks the list, so nobody can slip it in as one.
    const slipped = [...entries, served.archive as unknown as (typeof entries)[0]];
    expect(() => readers({ ...trusted, entries: slipped })).toThrow('malformed');
  });

  it('opens what was sealed to it, which no reader opens any more', async () => {
    const { identity } = await newReportKey();
    const place = { installation, report: 'r' };
    const bound = { told: 'a'.repeat(64), readers: ['ines', 'omar'] };
    const wrap = await sealSecret({ ...place, identity, bound }, [recipient]);
    const { identity: archive } = await archiveKey(root.secret);
    expect(await openBoundSecret(wrap, archive, place)).toEqual({ identity, bound });
    await expect(openBoundSecret(wrap, identity, place)).rejects.toMatchObject({ code: 'not_for_you' });
  });
});

it('its format stays as it is', async () => {
  const key = await archiveKey(fromHex(vector.root));
  expect(key).toEqual({ identity: vector.identity, recipient: vector.recipient });
  expect(signArchive(vector.entry.statement, fromHex(vector.root))).toEqual(vector.entry);
});
