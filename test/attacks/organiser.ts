/** What an organiser with the database and the server can write there, having no caseworker's key and not the root. */
import { sql } from 'kysely';
import {
  fromBase64url,
  makeRoot,
  newReaderSeed,
  type Reader,
  type ReaderEntry,
  type ReaderKeys,
  type Root,
  randomId,
  readerKeys,
  signStatement,
} from '../../src/platform/keys/index.ts';
import { newReportKey, sealItem } from '../../src/platform/keys/item.ts';
import { signConsents } from '../../src/report/consents.ts';
import { entriesReader, reportReader } from '../../src/report/index.ts';
import { nextStatement } from '../cast.ts';
import type { TestWorld } from '../world.ts';

export interface Forger {
  root: Root;
  keys: ReaderKeys;
  reader: Reader;
  /** An entry with this forger's own key, as the next of the list. */
  entry(how: { by: 'own root' | 'nobody' | 'themselves'; founding?: boolean }): Promise<ReaderEntry>;
}

export async function forger(here: TestWorld): Promise<Forger> {
  const root = makeRoot();
  const keys = await readerKeys(newReaderSeed());
  const { recipient, signer } = keys;
  const reader: Reader = {
    id: randomId(),
    name: 'Ines',
    place: 'ours',
    recipient,
    signer,
    childTrained: true,
  };
  return {
    root,
    keys,
    reader,
    async entry({ by, founding = false }) {
      const statement = { ...(await nextStatement(here, 'add', reader)), founding };
      const secret = { 'own root': root.secret, themselves: keys.signSecret, nobody: null }[by];
      const name = by === 'themselves' ? reader.id : 'root';
      return { statement, signatures: secret ? [signStatement(statement, name, secret)] : [] };
    },
  };
}

/** The list as the server now shows it; what stood there before comes back at the end. */
export async function list(
  { database: { db } }: TestWorld,
  entries: readonly ReaderEntry[],
): Promise<AsyncDisposable> {
  const before = await entriesReader(db).all();
  await write(entries);
  return { [Symbol.asyncDispose]: () => write(before) };

  async function write(all: readonly ReaderEntry[]): Promise<void> {
    await sql`delete from reader_entry`.execute(db);
    for (const entry of all) {
      await sql`insert into reader_entry (number, entry)
        values (${entry.statement.number}, ${JSON.stringify(entry)}::jsonb)`.execute(db);
    }
  }
}

/** Another key as the report's own, signed by the forger; with `signer`, also the key that is said to be hers. */
export async function replaceRecipient(
  here: TestWorld,
  report: string,
  { keys, signer }: { keys: ReaderKeys; signer: boolean },
): Promise<string> {
  const { identity, recipient } = await newReportKey();
  await signAgain(here, { id: report, recipient }, keys);
  await sql`update report set recipient = ${recipient},
    signer = case when ${signer} then ${keys.signer} else signer end where id = ${report}`.execute(
    here.database.db,
  );
  return identity;
}

/** The choices as they stand, with this recipient, signed by the forger. */
async function signAgain(
  { database: { db }, installation }: TestWorld,
  { id, recipient }: { id: string; recipient: string },
  { signSecret }: ReaderKeys,
): Promise<void> {
  const report = await reportReader(db).byId(id);
  if (report === null) throw new Error('There is no such report');
  const { consents, consentsNumber: number } = report;
  const choices = { installation: installation.id, report: id, recipient, number, consents };
  const signature = signConsents(choices, signSecret);
  await sql`update report set consents_signature = ${signature} where id = ${id}`.execute(db);
}

/** A first item of the forger's own, sealed to the report's recipient, which the table names: replies would go there. */
export async function replaceTold(
  here: TestWorld,
  report: { id: string; recipient: string },
  { keys, words }: { keys: ReaderKeys; words: string },
): Promise<void> {
  const { database, installation } = here;
  const { recipient: replyRecipient } = await newReportKey();
  const told = {
    replyRecipient,
    signer: keys.signer,
    age: 'adult',
    soon: 'no',
    worksThere: 'no',
    worksWithUs: 'no',
    reach: 'code',
    words,
  };
  const content = Buffer.from(JSON.stringify(told));
  const place = { installation: installation.id, report: report.id, item: 'told' };
  const body = await sealItem({ ...place, content }, [report.recipient]);
  await signAgain(here, report, keys);
  await sql`update report_item set body = ${Buffer.from(body)} where report = ${report.id} and number = 1`.execute(
    database.db,
  );
  await sql`update report set signer = ${keys.signer} where id = ${report.id}`.execute(database.db);
}

/** A reply in the table, under a caseworker's name, on any day the server likes. `body`: base64url. */
export async function putReply(
  { database }: TestWorld,
  {
    report,
    number,
    body,
    author,
    day = '2026-11-22',
  }: { report: string; number: number; body: string; author: string; day?: string },
): Promise<void> {
  const bytes = Buffer.from(fromBase64url(body));
  await sql`insert into report_reply (report, number, body, author, day)
    values (${report}, ${number}, ${bytes}, ${author}, ${day})`.execute(database.db);
}

/** Each report gets the other's rows of a table. */
export async function exchange(
  { database: { db } }: TestWorld,
  table: 'report_secret' | 'report_item',
  [one, other]: readonly [string, string],
): Promise<void> {
  const at = sql.table(table);
  await sql`update ${at} as here set body = there.body from ${at} as there
    where (here.report, there.report) in ((${one}, ${other}), (${other}, ${one}))`.execute(db);
}
