/** How long each kind of data is kept, as plain declarations of the rooms. Pure. */
import { type Day, dayIn } from '../clock.ts';

/** Each has its texts: 'kept.<kind>' and 'kept.<kind>.from'. */
export const kinds = [
  'story',
  'piece',
  'arrival',
  'pressure',
  'opening',
  'minute',
  'withdrawn',
  'outbox',
  'session',
  'mail',
  'own_mail',
  'answer_file',
  'talk_post',
  'talk_waiting',
  'talk_tally',
  'backup',
  'log',
  'counts',
] as const;
export type Kind = (typeof kinds)[number];

/** 'done': until what it is for is done. 'machine': as long as whoever runs the server keeps it. */
export type Period = { days: number } | 'year' | 'done' | 'machine' | 'ever';

/** `hour`: looked through each hour, and when a day begins. `at_once`: goes in the act that ends it. */
export type EndedBy = 'hour' | 'at_once' | 'backup' | 'machine' | 'nobody';

export interface Kept {
  readonly kind: Kind;
  readonly period: Period;
  readonly by: EndedBy;
  /** With 'hour': removes what is too old, as often as anybody likes; how many went. */
  readonly forget?: () => Promise<number>;
}

/** Of one kind, when it was last looked through. */
export interface Run {
  readonly ran: Date;
  readonly removed: number;
  /** The last run that removed anything. */
  readonly last: { readonly day: Day; readonly removed: number } | null;
}

export const aYear = 365;
const minute = 60_000;

/** An hour after the last run, or at the first minute of the next day in the zone, whichever is earlier. */
export function nextRun(ran: Date, zone: string): Date {
  const day = dayIn(zone, ran);
  const from = Math.floor(ran.getTime() / minute) * minute;
  for (let n = 1; n < 60; n++) {
    const at = new Date(from + n * minute);
    if (dayIn(zone, at) !== day) return at;
  }
  return new Date(from + 60 * minute);
}
