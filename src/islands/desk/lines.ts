/** Which lines of the inbox are shown, and what their tags say. */
import type { InboxLine, TimelineLine } from '../../casework/wire.ts';
import { type Day, daysBetween } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';

export const chips = ['all', 'new', 'mine', 'due', 'held', 'closed'] as const;
export type Chip = (typeof chips)[number];

/** `me`: a person's id. "All" are the ones still open. */
export function within(chip: Chip, line: InboxLine, me: string): boolean {
  switch (chip) {
    case 'all':
      return line.state === 'new' || line.state === 'claimed';
    case 'new':
      return line.state === 'new';
    case 'mine':
      return line.claimedBy?.id === me && line.state !== 'closed';
    case 'due':
      return line.state === 'claimed' && line.waitingForUs;
    case 'held':
    case 'closed':
      return line.state === chip;
  }
}

/** "Followed, way blocked": kinds in short words, never her words. */
export function kindsOf(line: Pick<InboxLine, 'kinds'>, t: T): string {
  const [first = '', ...others] = line.kinds.map((kind) => t(`casework.kind.${kind}`));
  return others.reduce(
    (before, kind) =>
      t('casework.kinds', { before, kind: kind.charAt(0).toLocaleLowerCase(t.lang) + kind.slice(1) }),
    first,
  );
}

export function placeOf(line: InboxLine, t: T): string {
  return line.place ? t.of(line.place) : t('casework.no_place');
}

/** "Lotus Square, evening" */
export function whereAndWhen(line: InboxLine, t: T): string {
  const part = line.part && line.part !== 'unknown' ? t(`casework.part.${line.part}`) : '';
  return part === '' ? placeOf(line, t) : t('casework.where_when', { place: placeOf(line, t), part });
}

export interface Tagged {
  text: string;
  tone: '' | 'mind' | 'bad';
}

/** The promise of a line, in whole days from today. */
export function dueTag(line: InboxLine, today: Day, t: T): Tagged {
  if (line.archived !== null) return { text: t('casework.archive.tag'), tone: '' };
  if (line.state === 'closed') return { text: t('casework.state.closed'), tone: '' };
  const n = daysBetween(today, line.due);
  if (line.state === 'held')
    return { text: t('casework.held_until', { day: t.dayOfYear(line.due) }), tone: '' };
  if (n < 0) return { text: t('casework.due.over', { n: -n }), tone: 'bad' };
  if (line.over) return { text: t('casework.due.over_today'), tone: 'bad' };
  return n === 0
    ? { text: t('casework.due.today'), tone: 'mind' }
    : { text: t('casework.due.in', { n }), tone: '' };
}

/**
 * What happened, in order. Every unseal stays counted: what one person unsealed before is unsealed again; and the same
 * done again by the same person on the same day is one line with its count.
 */
export function wayOf(events: readonly TimelineLine[]): (TimelineLine & { n: number })[] {
  const lines: (TimelineLine & { n: number })[] = [];
  const unsealedBy = new Set<string | null>();
  for (const event of events) {
    const again = event.what === 'opened' && unsealedBy.has(event.who);
    if (event.what === 'opened') unsealedBy.add(event.who);
    const what = again ? 'opened_again' : event.what;
    const last = lines.at(-1);
    if (last?.day === event.day && last.what === what && last.who === event.who) last.n++;
    else lines.push({ ...event, what, n: 1 });
  }
  return lines;
}

/** What is to be done, for the last column. */
export function stateOf(line: InboxLine, t: T): string {
  if (line.state === 'claimed') return t(line.waitingForUs ? 'casework.state.due' : 'casework.state.claimed');
  return t(`casework.state.${line.state}`);
}
