/** Who is waited for: the colleagues who could say yes to what somebody asked for, and have not said no. */
import type { Kysely } from '../../platform/db/index.ts';
import { reportReader } from '../../report/index.ts';
import { peopleStore } from '../people/store.ts';
import { openingStore } from './store.ts';

/** Ids of people. Whoever a report is not sealed to is not waited for, and learns of nothing. */
export async function waitedFor(db: Kysely<unknown>, asker: string): Promise<string[]> {
  const openings = (await openingStore(db).waiting()).filter((one) => one.asker === asker);
  const reports = await reportReader(db).byIds(openings.map(({ report }) => report));
  const people = await peopleStore(db).all();
  const own = people.find(({ id }) => id === asker)?.reader;
  const readersOf = new Map(reports.map(({ id, readers }) => [id, readers]));
  const couldHelp = ({ id, reader }: (typeof people)[number]) =>
    openings.some(({ report, saidNo, reader: askers }) => {
      const readers = readersOf.get(report) ?? [];
      // A key that was locked since asks for nothing any more.
      const isAsking = askers === own && readers.includes(askers);
      return isAsking && reader !== null && readers.includes(reader) && !saidNo.includes(id);
    });
  return people.filter((one) => one.id !== asker && couldHelp(one)).map(({ id }) => id);
}
