/**
 * May a report from before somebody worked here be sealed to them? Asked by the server of its columns, and by the
 * colleague's browser of what stands inside the secret and of the list it has proved. Pure.
 */
import { type Day, dayIn } from '../../platform/clock.ts';
import { type Reader, type ReaderEntry, samePerson } from '../../platform/keys/statement.ts';

/** A key of the signed list and the days on which it counted; null: from the beginning, or to this day. */
export interface Span {
  reader: Reader;
  from: Day | null;
  until: Day | null;
}

const waits = 72 * 3_600_000;

/** `entries`: of a proved list. `zone`: the installation's, in which reports arrive on a day. */
export function spansOf(entries: readonly ReaderEntry[], zone: string): Span[] {
  const spans: Span[] = [];
  for (const { statement } of entries) {
    const { reader, change, founding, date } = statement;
    if (change === 'add') {
      const from = founding ? null : dayIn(zone, new Date(Date.parse(date) + waits));
      spans.push({ reader, from, until: null });
      continue;
    }
    const removed = spans.find((span) => span.reader.id === reader.id);
    if (removed) removed.until = dayIn(zone, new Date(date));
  }
  return spans;
}

export interface Before {
  arrived: Day;
  /** Ids of the readers it is or was sealed to. */
  readers: readonly string[];
  /** A caseworker who read it has marked it so. */
  isMinors: boolean;
}

/** Why not: they worked here then and were left out; somebody was left out; only who is trained for it may read it. */
export type KeptFrom = 'there_before' | 'left_out' | 'child_trained';

/**
 * Null where it may. She could leave out only who was there: so whoever counted on the day it arrived is no newcomer to
 * it, and where anybody who counted at any hour of that day is missing among its readers, she may have chosen who reads
 * it, and nobody is added. Where all its readers are child-trained it may be a minor's.
 */
export function keptFrom(to: Reader, report: Before, spans: readonly Span[]): KeptFrom | null {
  const { arrived, readers, isMinors } = report;
  const wasThere = ({ from, until }: Span) =>
    (from === null || from <= arrived) && (until === null || until >= arrived);
  if (spans.some((span) => samePerson(span.reader, to) && wasThere(span))) return 'there_before';
  const holding = spans.filter(({ reader }) => readers.includes(reader.id)).map(({ reader }) => reader);
  const isForTrained = holding.every(({ childTrained }) => childTrained);
  if ((isForTrained || isMinors) && !to.childTrained) return 'child_trained';
  const missing = spans.filter(
    (span) =>
      span.reader.place === 'ours' && wasThere(span) && !holding.some((one) => samePerson(one, span.reader)),
  );
  // Of a minor's report those who are not trained were never readers, and nobody chose that.
  const chosen = isMinors ? missing.filter(({ reader }) => reader.childTrained) : missing;
  return chosen.length === 0 ? null : 'left_out';
}
