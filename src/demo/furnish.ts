/** Places, lines, bodies and people of the demonstration, and its signed list of readers. Safe to repeat after a kill. */
import { append, asReader, enrol, peopleStore } from '../casework/index.ts';
import type { Wrap } from '../casework/wire.ts';
import { addDays, type Clock, dayIn } from '../platform/clock.ts';
import type { Kysely } from '../platform/db/index.ts';
import type { Installation } from '../platform/installation.ts';
import { toBase64url } from '../platform/keys/bytes.ts';
import { readerKeys, signStatement, statementHash, wrapByPhrase } from '../platform/keys/index.ts';
import { placeWriter } from '../platform/place/index.ts';
import { entriesReader, linesWriter } from '../report/index.ts';
import type { Secrets } from './begin.ts';
import { furnishBodies } from './bodies.ts';
import { countryFile } from './content/country.ts';
import { type DemoPerson, outsideOrganisation, people } from './content/organisation.ts';
import { places } from './content/places.ts';

export interface Stage {
  db: Kysely<unknown>;
  clock: Clock;
  installation: Installation;
  secrets: Secrets;
}

/** The invented people have been here for longer than the oldest invented report. */
const founded = -300;
/** The phrase is printed for everybody: slow to guess, it would only make the first page slow. */
const printedLogN = 10;

/** Nothing to do the second time. */
export async function furnish(now: Stage): Promise<void> {
  const { db, installation } = now;
  const today = dayIn(installation.zone, now.clock.now());
  const then = new Date(`${addDays(today, founded)}T08:00:00Z`);
  const stage = { ...now, clock: { now: () => then } };
  const known = new Set((await peopleStore(db).all()).map(({ id }) => id));
  if (!known.has('salma')) {
    await placeWriter(db).put(places);
    await linesWriter(db).replace(countryFile(today));
  }
  await furnishBodies(db);
  for (const person of people) {
    if (!known.has(person.id)) await peopleStore(db).add(rowOf(person, stage));
    if (person.role === 'caseworker' || person.role === 'outside') await makeReader(stage, person);
  }
}

function rowOf({ id, name, role, childTrained }: DemoPerson, { clock, installation }: Stage) {
  return {
    id,
    name: name.en,
    roles: [role],
    child_trained: childTrained,
    organisation: role === 'outside' ? outsideOrganisation.en : null,
    reader: null,
    added: dayIn(installation.zone, clock.now()),
  };
}

async function makeReader({ db, clock, installation, secrets }: Stage, { id }: DemoPerson): Promise<void> {
  const entries = await entriesReader(db).all();
  if (entries.some(({ statement }) => statement.reader.id === `reader-${id}`)) return;
  const row = await peopleStore(db).byId(id);
  const about = row && asReader(row, false);
  if (!about) throw new Error(`${id} holds no keys by this role`);
  const seed = secrets.seed(`reader ${id}`);
  const { recipient, signer } = await readerKeys(seed);
  const reader = { ...about, id: `reader-${id}`, recipient, signer };
  const wraps: Wrap[] = [
    { by: 'phrase', body: toBase64url(await wrapByPhrase(seed, secrets.phrase, printedLogN)) },
  ];
  await enrol({ db, clock, installation }, id, { reader, wraps });
  const last = entries.at(-1)?.statement;
  const statement = {
    number: (last?.number ?? 0) + 1,
    previous: last ? statementHash(last) : '',
    installation: installation.id,
    date: clock.now().toISOString(),
    founding: true,
    change: 'add' as const,
    reader,
  };
  const entry = { statement, signatures: [signStatement(statement, 'root', secrets.root.secret)] };
  await db.transaction().execute((tx) => append(tx, { db, clock, installation }, { entry }));
}
