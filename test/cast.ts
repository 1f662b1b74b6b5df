/**
 * The people of the tests, with real keys in a list a real root has signed: Ines (child-trained) and Omar, caseworkers;
 * Salma, organiser; Layla of another organisation, an outside reader. And Amal, who tells.
 */

import {
  append,
  asReader,
  enrol,
  intake,
  peopleStore,
  signInLink,
  twoMustOpen,
} from '../src/casework/index.ts';
import type { Role, Wrap } from '../src/casework/wire.ts';
import { dayIn } from '../src/platform/clock.ts';
import type { Lang } from '../src/platform/i18n/index.ts';
import {
  codeList,
  newReaderSeed,
  newSeed,
  type Reader,
  type ReaderEntry,
  type ReaderKeys,
  randomBytes,
  randomId,
  readerKeys,
  type Scrypt,
  type Statement,
  sha256,
  signStatement,
  statementHash,
  toBase64url,
  wrapByPhrase,
  wrapByPrf,
} from '../src/platform/keys/index.ts';
import { nodeScrypt } from '../src/platform/keys/node-scrypt.ts';
import { placeReader } from '../src/platform/place/index.ts';
import type { Answers } from '../src/report/answers.ts';
import { currentReaders, entriesReader, submit } from '../src/report/index.ts';
import { type Sealed, sealReport } from '../src/report/seal.ts';
import type { World } from '../src/world.ts';
import { type Browser, browse } from './browse.ts';
import { plainAnswers } from './told.ts';
import type { TestWorld } from './world.ts';

/** What people are brought into: the database, with or without a server of our own before it. */
export type Ground = Pick<TestWorld, 'clock' | 'database' | 'installation' | 'root'>;
export type Stage = Ground & Pick<TestWorld, 'app' | 'config'>;

/** What of it stands in a data folder and its database, also in one that another process serves. */
export type Begun = Pick<World, 'clock' | 'database' | 'installation'>;

export interface Player {
  readonly id: string;
  readonly name: string;
}
/** A person who holds keys. */
export interface Keyholder extends Player {
  readonly seed: Uint8Array;
  readonly keys: ReaderKeys;
  readonly reader: Reader;
}

export interface Cast {
  ines: Keyholder;
  omar: Keyholder;
  layla: Keyholder;
  salma: Player;
  /** A browser in which this person has just signed in by a link. */
  as(player: Player): Promise<Browser>;
}

export interface CastOptions {
  /** Paper phrases that open their keys: half a second each. Without one the wrap is under a secret nobody has. */
  phrases?: { ines?: string; omar?: string; layla?: string };
}

/** Everybody who works here, enrolled and signed in as founding readers, so that they count at once. */
export async function cast(stage: Stage, { phrases = {} }: CastOptions = {}): Promise<Cast> {
  const joined = async (person: Joining, phrase?: string) => {
    const keyholder = await arrive(stage, person, phrase);
    await signedByRoot(stage, 'add', keyholder.reader, { founding: true });
    return keyholder;
  };
  const ines = await joined({ name: 'Ines', roles: ['caseworker'], childTrained: true }, phrases.ines);
  const omar = await joined({ name: 'Omar', roles: ['caseworker'] }, phrases.omar);
  const outside: Joining = { name: 'Layla', roles: ['outside'], organisation: 'The House by the Bridge' };
  const layla = await joined(outside, phrases.layla);
  const salma = await person(stage, { name: 'Salma', roles: ['organiser'] });
  return { ines, omar, layla, salma, as: (player) => signedIn(stage, player) };
}

export interface Joining {
  name: string;
  roles: readonly Role[];
  childTrained?: boolean;
  organisation?: string;
}

/** Somebody who works here, without keys. */
export async function person({ database, clock, installation }: Ground, joining: Joining): Promise<Player> {
  const { name, roles, childTrained = false, organisation = null } = joining;
  const id = randomId();
  const added = dayIn(installation.zone, clock.now());
  const row = { id, name, roles: [...roles], child_trained: childTrained, organisation, reader: null, added };
  await peopleStore(database.db).add(row);
  return { id, name };
}

/** Somebody who has made keys and sent in their public half; nobody has signed it yet. */
export async function arrive(stage: Ground, joining: Joining, phrase?: string): Promise<Keyholder> {
  return newKeys(stage, await person(stage, joining), phrase);
}

/** New keys for somebody who is here already: after an invitation, or after Lock now. */
export async function newKeys(stage: Begun, player: Player, phrase?: string): Promise<Keyholder> {
  const { database, clock, installation } = stage;
  const row = await peopleStore(database.db).byId(player.id);
  const about = row && asReader(row, await twoMustOpen(database.db));
  if (!about) throw new Error(`${player.name} holds no keys by her role`);
  const seed = newReaderSeed();
  const keys = await readerKeys(seed);
  const reader: Reader = { ...about, id: randomId(), recipient: keys.recipient, signer: keys.signer };
  const wrapped = phrase === undefined ? wrapByPrf(seed, randomBytes(32)) : wrapByPhrase(seed, phrase);
  const wraps: Wrap[] = [{ by: 'phrase', body: toBase64url(await wrapped) }];
  await enrol({ db: database.db, clock, installation }, player.id, { reader, wraps });
  return { ...player, seed, keys, reader };
}

/** What the next entry of the list would say. */
export async function nextStatement(
  { database, clock, installation }: Ground,
  change: 'add' | 'remove',
  reader: Reader,
): Promise<Statement> {
  const last = (await entriesReader(database.db).all()).at(-1)?.statement;
  return {
    number: (last?.number ?? 0) + 1,
    previous: last ? statementHash(last) : '',
    installation: installation.id,
    date: clock.now().toISOString(),
    founding: false,
    change,
    reader,
  };
}

/** An entry by the root, appended. */
export async function signedByRoot(
  stage: Ground,
  change: 'add' | 'remove',
  reader: Reader,
  { founding = false } = {},
): Promise<ReaderEntry> {
  const { database, clock, installation, root } = stage;
  const statement = { ...(await nextStatement(stage, change, reader)), founding };
  const entry = { statement, signatures: [signStatement(statement, 'root', root.secret)] };
  const needs = { db: database.db, clock, installation };
  await database.db.transaction().execute((tx) => append(tx, needs, { entry }));
  return entry;
}

/** One colleague's part of an entry. */
export const signature = (statement: Statement, { reader, keys }: Keyholder) =>
  signStatement(statement, reader.id, keys.signSecret);

async function signedIn(stage: Stage, { id }: Player): Promise<Browser> {
  const link = await signInLink({ db: stage.database.db, clock: stage.clock }, id);
  const guest = browse(stage);
  const answer = await guest.post(`/en${link}`, {});
  if (answer.cookie === null) throw new Error(`The link answered ${answer.status}`);
  return browse(stage, answer.cookie);
}

const usual: Answers = { ...plainAnswers, words: 'He followed me from the stop.' };

/** For tests in which many tell and nobody comes back: a tenth of a second for each code would be minutes. */
export const unstretched: Scrypt = async (secret, salt) =>
  sha256(`${toBase64url(secret)} ${toBase64url(salt)}`);

interface Telling {
  language?: Lang;
  scrypt?: Scrypt;
  /** Whether reports are taken; otherwise for a real installation that nobody has opened yet. */
  open?: typeof intake;
}

/** Amal tells, as the script-off path does it: sealed to whoever counts now, less those she leaves out. */
export async function amalTells(
  { database, clock, installation }: Ground,
  changes: Partial<Answers> = {},
  { language = 'en', scrypt = nodeScrypt, open = intake }: Telling = {},
): Promise<Sealed & { id: string; seed: Uint8Array }> {
  const { db } = database;
  const readers = () => entriesReader(db).all();
  const { active } = await currentReaders({ readers, clock, installation });
  const seed = newSeed();
  const sealed = await sealReport({ ...usual, ...changes }, seed, {
    installation: installation.id,
    salt: toBase64url(installation.salt),
    list: codeList(language),
    readers: active,
    language,
    cameBy: 'self',
    scrypt,
  });
  if (sealed === null) throw new Error('Nobody may read this report');
  const needs = { db, clock, installation, places: placeReader(db), readers };
  await submit({ ...needs, intake: () => open(needs) }, sealed.submission, 'server');
  return { ...sealed, id: sealed.submission.id, seed };
}
