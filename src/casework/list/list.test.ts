import { describe, expect, it } from 'vitest';
import { type Browser, browse } from '../../../test/browse.ts';
import {
  arrive,
  type Cast,
  cast,
  type Keyholder,
  nextStatement,
  signature,
  signedByRoot,
} from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import {
  makeRoot,
  newReaderSeed,
  type ReaderEntry,
  randomId,
  readerKeys,
  type Statement,
  signStatement,
} from '../../platform/keys/index.ts';
import type { Colleague, Me, WaitingForSignature } from '../wire.ts';

const code = (heard: Awaited<ReturnType<Browser['get']>>) => heard.json<{ code: string }>().code;
const why = (heard: Awaited<ReturnType<Browser['get']>>) =>
  heard.json<{ params: { why: string } }>().params.why;
const mona = { name: 'Mona', roles: ['caseworker'] } as const;

async function sign(browser: Browser, by: Keyholder, statement: Statement): Promise<boolean> {
  const answer = await browser.post('/desk/api/entries/sign', {
    statement,
    signature: signature(statement, by).signature,
  });
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return answer.json<{ complete: boolean }>().complete;
}

const waiting = async (browser: Browser) =>
  (await browser.get('/desk/api/enrolments')).json<WaitingForSignature>();
const meOf = async (browser: Browser) => (await browser.get('/desk/api/me')).json<Me>();

describe('a new caseworker', () => {
  it('comes in by an invitation, sends in her keys, is signed by two and counts after 72 hours', async () => {
    await using here = await world();
    const people = await cast(here);
    const newcomer = await arrive(here, mona);
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    expect((await waiting(ines)).waiting).toMatchObject([{ reader: newcomer.reader, begun: null }]);
    expect((await meOf(ines)).notices).toContainEqual({
      what: 'waiting_for_signature',
      name: 'Mona',
      day: '2026-11-22',
    });

    const statement = await nextStatement(here, 'add', newcomer.reader);
    expect(await sign(ines, people.ines, statement)).toBe(false);
    const { waiting: list } = await waiting(omar);
    expect(list[0]?.begun?.statement).toEqual(statement);
    expect(await sign(omar, people.omar, statement)).toBe(true);
    expect((await waiting(omar)).waiting).toEqual([]);

    const salma = await people.as(people.salma);
    const keyAsSeenBy = async (organiser: Browser) =>
      (await organiser.get('/desk/api/people'))
        .json<{ people: Colleague[] }>()
        .people.find(({ name }) => name === 'Mona')?.key;
    expect(await keyAsSeenBy(salma)).toBe('waits');
    here.clock.pass({ hours: 73 });
    expect(await keyAsSeenBy(await people.as(people.salma))).toBe('counts');
    expect((await meOf(await people.as(newcomer))).reader?.id).toBe(newcomer.reader.id);
  });

  it('is not added by one caseworker signing twice, by an outsider, or by two different statements', async () => {
    await using here = await world();
    const people = await cast(here);
    const newcomer = await arrive(here, mona);
    const [ines, omar, layla] = [
      await people.as(people.ines),
      await people.as(people.omar),
      await people.as(people.layla),
    ];
    const statement = await nextStatement(here, 'add', newcomer.reader);
    expect(await sign(ines, people.ines, statement)).toBe(false);
    expect(await sign(ines, people.ines, statement)).toBe(false);
    const outside = await layla.post('/desk/api/entries/sign', {
      statement,
      signature: signature(statement, people.layla).signature,
    });
    expect(outside.status).toBe(403);
    here.clock.pass({ minutes: 1 });
    const another = await nextStatement(here, 'add', newcomer.reader);
    const refused = await omar.post('/desk/api/entries/sign', {
      statement: another,
      signature: signature(another, people.omar).signature,
    });
    expect([refused.status, why(refused)]).toEqual([422, 'other_statement']);
    expect((await waiting(ines)).waiting).toHaveLength(1);
  });

  it('sends in only keys that are her own, new, and written down on paper', async () => {
    await using here = await world();
    const people = await cast(here);
    const salma = await people.as(people.salma);
    const invited = await salma.post('/desk/api/invite', { ...mona, childTrained: false });
    const path = new URL(invited.json<{ url: string }>().url).pathname;
    const { cookie } = await browse(here).post(`/en${path}`, {});
    const browser = browse(here, cookie ?? '');
    const me = await meOf(browser);
    expect(me).toMatchObject({ reader: null, waiting: null, asReader: { name: 'Mona', place: 'ours' } });
    const keys = await readerKeys(newReaderSeed());
    const own = { ...me.asReader, id: randomId(), recipient: keys.recipient, signer: keys.signer };
    const phrase = [{ by: 'phrase', body: 'YWdl' }];
    const tries: [object, object[], string][] = [
      [{ ...own, childTrained: true }, phrase, 'person'],
      [{ ...own, name: 'Ines' }, phrase, 'person'],
      [{ ...own, recipient: people.ines.keys.recipient }, phrase, 'used_before'],
      [{ ...own, signer: people.omar.keys.signer }, phrase, 'used_before'],
      [own, [{ by: 'AAAA', body: 'YWdl' }], 'no_phrase'],
      [own, [...phrase, { by: 'AAAA', body: 'YWdl' }], 'unknown_passkey'],
    ];
    for (const [reader, wraps, reason] of tries) {
      const refused = await browser.post('/desk/api/enrol', { reader, wraps });
      expect([code(refused), why(refused)]).toEqual(['keys_refused', reason]);
    }
    expect((await browser.post('/desk/api/enrol', { reader: own, wraps: phrase })).status).toBe(200);
    expect((await meOf(browser)).waiting).toEqual(own);
    expect((await browser.get('/desk/api/inbox')).json()).toEqual({ lines: [], more: 0 });
  });
});

describe('an organiser with the whole server', () => {
  async function attack(): Promise<{ here: TestWorld; people: Cast; salma: Browser; newcomer: Keyholder }> {
    const here = await world();
    const people = await cast(here);
    const newcomer = await arrive(here, mona);
    return { here, people, salma: await people.as(people.salma), newcomer };
  }

  it('cannot add a reader with signatures of her own making', async () => {
    const { here, people, salma, newcomer } = await attack();
    await using _ = here;
    const statement = await nextStatement(here, 'add', newcomer.reader);
    const own = makeRoot();
    const forged = (entry: ReaderEntry) => salma.post('/desk/api/entries', { entry });
    const tries: [ReaderEntry, string][] = [
      [{ statement, signatures: [signStatement(statement, 'root', own.secret)] }, 'signature'],
      [{ statement, signatures: [signStatement(statement, 'ghost', own.secret)] }, 'signer_unknown'],
      [{ statement, signatures: [signature(statement, people.ines)] }, 'not_enough_signers'],
      [
        { statement, signatures: [signature(statement, people.ines), signature(statement, people.layla)] },
        'not_enough_signers',
      ],
      [
        { statement, signatures: [signature(statement, people.ines), signature(statement, people.ines)] },
        'signer_twice',
      ],
      [
        {
          statement: { ...statement, founding: true },
          signatures: [
            signature({ ...statement, founding: true }, people.ines),
            signature({ ...statement, founding: true }, people.omar),
          ],
        },
        'not_founding',
      ],
    ];
    for (const [entry, reason] of tries) {
      const refused = await forged(entry);
      expect([refused.status, code(refused), why(refused)]).toEqual([422, 'chain_refused', reason]);
    }
    expect((await meOf(salma)).entries).toHaveLength(3);
  });

  it('cannot change, skip, repeat or predate an entry that was signed', async () => {
    const { here, people, salma, newcomer } = await attack();
    await using _ = here;
    const statement = await nextStatement(here, 'add', newcomer.reader);
    const both = (said: Statement) => [signature(said, people.ines), signature(said, people.omar)];
    const post = async (entry: ReaderEntry) => why(await salma.post('/desk/api/entries', { entry }));
    const changed = { ...statement, reader: { ...statement.reader, childTrained: true } };
    expect(await post({ statement: changed, signatures: both(statement) })).toBe('signature');
    const skipping = { ...statement, number: 9 };
    expect(await post({ statement: skipping, signatures: both(skipping) })).toBe('number');
    const elsewhere = { ...statement, installation: 'AAAAAAAAAAAAAAAAAAAAAA' };
    expect(await post({ statement: elsewhere, signatures: both(elsewhere) })).toBe('installation');
    const early = { ...statement, date: '2026-11-01T00:00:00.000Z' };
    expect(await post({ statement: early, signatures: both(early) })).toBe('date_decreases');
    const late = { ...statement, date: '2027-11-01T00:00:00.000Z' };
    expect(await post({ statement: late, signatures: both(late) })).toBe('date_in_future');
    const stranger = await readerKeys(newReaderSeed());
    const unknown = {
      ...statement,
      reader: { ...newcomer.reader, id: randomId(), recipient: stranger.recipient, signer: stranger.signer },
    };
    expect(await post({ statement: unknown, signatures: both(unknown) })).toBe('not_enrolled');
    expect((await meOf(salma)).entries).toHaveLength(3);
  });

  it('cannot enrol, sign or become somebody who has come in already', async () => {
    const { here, people, salma } = await attack();
    await using _ = here;
    const reader = { ...people.ines.reader, id: randomId() };
    const enrol = await salma.post('/desk/api/enrol', { reader, wraps: [{ by: 'phrase', body: 'YWdl' }] });
    expect(enrol.status).toBe(403);
    const statement = await nextStatement(here, 'remove', people.omar.reader);
    const sign = await salma.post('/desk/api/entries/sign', {
      statement,
      signature: signature(statement, people.ines).signature,
    });
    expect(sign.status).toBe(403);
    const invite = { roles: ['caseworker'], childTrained: false };
    expect(code(await salma.post('/desk/api/invite', { name: 'Ines', ...invite }))).toBe('name_taken');
  });
});

describe('roles', () => {
  it('stay apart: a caseworker cannot invite or list people, an outside reader neither', async () => {
    await using here = await world();
    const people = await cast(here);
    for (const player of [people.ines, people.layla]) {
      const browser = await people.as(player);
      const invite = { name: 'Somebody', roles: ['caseworker'], childTrained: false };
      expect((await browser.post('/desk/api/invite', invite)).status).toBe(403);
      expect((await browser.get('/desk/api/people')).status).toBe(403);
    }
    const layla = await people.as(people.layla);
    expect((await layla.post('/desk/api/reports', {})).status).toBe(403);
    expect((await layla.post('/desk/api/capacity', { state: 'closed', until: null })).status).toBe(403);
  });

  it('are one for each person', async () => {
    await using here = await world();
    const salma = await cast(here).then((people) => people.as(people.salma));
    const invite = (more: object) =>
      salma.post('/desk/api/invite', { name: 'Nour', childTrained: false, ...more });
    for (const roles of [
      ['outside', 'caseworker'],
      ['organiser', 'caseworker'],
    ])
      expect(code(await invite({ roles, ...(roles.includes('outside') ? { organisation: 'X' } : {}) }))).toBe(
        'roles_apart',
      );
    expect((await invite({ roles: ['outside'] })).status).toBe(422);
    expect((await invite({ roles: ['caseworker'], organisation: 'X' })).status).toBe(422);
    expect((await invite({ roles: ['organiser'] })).status).toBe(201);
    expect((await invite({ roles: ['outside'], organisation: 'The House by the Bridge' })).status).toBe(201);
  });
});

describe('leaving', () => {
  it('counts at once, ends every session and gives back what was claimed', async () => {
    await using here = await world();
    const people = await cast(here);
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    const statement = await nextStatement(here, 'remove', people.omar.reader);
    expect(await sign(omar, people.omar, statement)).toBe(true);
    expect((await omar.get('/desk/api/me')).status).toBe(401);
    expect((await meOf(ines)).notices.map(({ what, name }) => [what, name])).toContainEqual([
      'reader_removed',
      'Omar',
    ]);
  });

  it('is refused to the last caseworker', async () => {
    await using here = await world();
    const people = await cast(here);
    await signedByRoot(here, 'remove', people.omar.reader);
    const ines = await people.as(people.ines);
    const statement = await nextStatement(here, 'remove', people.ines.reader);
    const refused = await ines.post('/desk/api/entries', {
      entry: { statement, signatures: [signature(statement, people.ines)] },
    });
    expect([refused.status, code(refused)]).toEqual([409, 'last_reader']);
  });
});
