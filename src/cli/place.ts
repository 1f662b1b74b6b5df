/** The database of an installation with whoever may sign for it, for commands that ask for the root's papers. */
import { demonstrationSecrets } from '../demo/index.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { type Kysely, migrate, openDatabase } from '../platform/db/index.ts';
import { type Installation, matchInstallation, openInstallation } from '../platform/installation.ts';
import {
  type CodeList,
  codeList,
  digits,
  type ReaderEntry,
  type ReaderList,
  type Root,
  readers,
} from '../platform/keys/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { entriesReader } from '../report/index.ts';
import type { Answer, Called } from './command.ts';
import { answerTo, type Talk, terminalTalk } from './terminal.ts';

export interface Place extends AsyncDisposable {
  db: Kysely<unknown>;
  installation: Installation;
  clock: Clock;
  publicUrl: string;
  /** A demonstration's root, which lies in its folder; that of a real installation is on paper only. */
  root?: Root;
}

/** Beside a running server or alone. Refusal 'not_real' for a folder without an installation. */
export async function openPlace(config: Config): Promise<Place> {
  const installation = await openInstallation(config.data);
  if (installation === null) throw new Refusal('not_real', { folder: config.data });
  const database = await openDatabase(config);
  await migrate(database.db);
  await matchInstallation(database.db, installation);
  const shown = installation.kind === 'demonstration' ? await demonstrationSecrets(config.data) : null;
  return {
    ...(shown ? { root: shown.root } : {}),
    db: database.db,
    installation,
    clock: systemClock,
    publicUrl: config.publicUrl,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

export async function withRoot(
  called: Called,
  run: (talk: Talk, list: CodeList) => Promise<Answer>,
): Promise<Answer> {
  using talk = terminalTalk();
  return await run(talk, called.options.digits === true ? digits : codeList('en'));
}

export async function proved({
  db,
  installation,
  clock,
}: Place): Promise<{ entries: ReaderEntry[]; list: ReaderList }> {
  const entries = await entriesReader(db).all();
  const { root, id } = installation;
  return { entries, list: readers({ entries, root, installation: id, now: clock.now() }) };
}

export const yes = (talk: Talk, question: string) =>
  answerTo(talk, {
    question,
    fits: (text) => (/^(yes|no)$/i.test(text) ? { ok: /^yes$/i.test(text) } : 'Type yes or no.'),
  });
