/** To whom a report belongs that was closed away: who sees that it is there, and who opens it once it is out again. Pure. */
import { type Reader, type ReaderEntry, type ReaderList, samePerson } from '../../platform/keys/index.ts';
import { type Before, keptFrom, spansOf } from '../inbox/newcomer.ts';

export interface Known {
  list: Pick<ReaderList, 'active' | 'waiting'>;
  entries: readonly ReaderEntry[];
  /** The installation's, in which reports arrive on a day. */
  zone: string;
}

/**
 * Those of the report's readers who are on the list, with the key they have today; where none is left, who came later, by
 * the rule for newcomers. Whoever she left out is neither. `report.readers`: everybody it was ever sealed to.
 */
export function heirs(report: Before, { list, entries, zone }: Known): Reader[] {
  const listed = [...list.active, ...list.waiting.map(({ reader }) => reader)];
  const before = entries
    .map(({ statement }) => statement.reader)
    .filter(({ id }) => report.readers.includes(id));
  const named = listed.filter((one) => before.some((old) => old.id === one.id || samePerson(old, one)));
  if (named.length > 0) return named;
  const spans = spansOf(entries, zone);
  return listed.filter((one) => one.place === 'ours' && keptFrom(one, report, spans) === null);
}
