/** Claim, release, hold, resume, close, reopen, mark: one step of one person, decided by the rules and written to the timeline. */
import type { Kysely, Transaction } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reportWriter } from '../../report/index.ts';
import { type Case, longestHoldDays, type Move, moved, type Refusing } from '../model.ts';
import { peopleStore } from '../people/store.ts';
import type { InboxLine } from '../wire.ts';
import { isFree, refuseMore } from './carrying.ts';
import { linesOf } from './line.ts';
import { type InboxNeeds, lockReadable, type Read, todayOf } from './reading.ts';
import { inboxStore } from './store.ts';

/** What the timeline says. 'opened', 'file_opened', 'replied' and 'noted' are written by those who hand out or take in. */
export const happened: Readonly<Record<Move['do'], string>> = {
  claim: 'claimed',
  release: 'released',
  reopen: 'reopened',
  open: 'opened',
  file: 'file_opened',
  reply: 'replied',
  note: 'noted',
  hold: 'held',
  resume: 'resumed',
  close: 'closed',
  mark: 'marked',
};

/** Each of these is told, however often it happens on one day. */
const always: readonly Move['do'][] = ['open', 'file', 'reply', 'note'];

/**
 * The line after it. Of two at once one waits and then hears who was quicker. Refusals: 'report_not_here',
 * 'claimed_by_other' {name}, 'claim_first', 'report_closed', 'hold_day' {most}, 'carries_most' {n}, 'report_archived' {day}.
 */
export async function act(
  needs: InboxNeeds,
  { person, report, move }: { person: Person; report: string; move: Move },
): Promise<InboxLine> {
  return needs.db.transaction().execute(async (tx) => {
    const read = await lockReadable(tx, needs, { person, report });
    const next = await decide(tx, needs, { read, move, person });
    return lineOf(tx, needs, next);
  });
}

/** In a transaction that holds the report: the rules, the new state, the timeline. Doing nothing new writes nothing. */
export async function decide(
  tx: Transaction<unknown>,
  needs: InboxNeeds,
  { read, move, person }: { read: Read; move: Move; person: Person },
): Promise<Read> {
  const today = todayOf(needs);
  const { filed, open } = read;
  if (move.do === 'reopen' && open.archived !== null) {
    throw new Refusal('report_archived', { day: open.archived });
  }
  if (move.do === 'claim' || move.do === 'reopen') await refuseMore(tx, person.id, read);
  // What a colleague holds who is away is taken over, as if they had given it back.
  const free = move.do === 'claim' && (await isFree(tx, filed, { person: person.id, today }));
  const before = free ? { ...filed, claimedBy: null } : filed;
  const next = moved(before, move, { person: person.id, today });
  if ('refused' in next) throw await refusal(tx, next);
  const isSame = JSON.stringify(next) === JSON.stringify(filed);
  if (!isSame) await inboxStore(tx).save(open.id, next, next.state === 'closed' ? today : null);
  if (!isSame || always.includes(move.do)) {
    const event = { report: open.id, what: happened[move.do], day: today, who: person.name };
    await reportWriter(tx).addEvent(event);
  }
  return { open, filed: merged(filed, next) };
}

export async function lineOf(db: Kysely<unknown>, needs: InboxNeeds, read: Read): Promise<InboxLine> {
  const [line] = await linesOf(db, needs, [read]);
  if (line === undefined) throw new Refusal('report_not_here');
  return line;
}

const merged = (filed: Read['filed'], next: Case): Read['filed'] => ({
  ...filed,
  ...next,
  urgentDue: next.opened ? null : filed.urgentDue,
});

async function refusal(tx: Transaction<unknown>, no: Refusing): Promise<Refusal> {
  switch (no.refused) {
    case 'claimed_by_other': {
      const names = await peopleStore(tx).byIds([no.holder]);
      return new Refusal('claimed_by_other', { name: names.get(no.holder) ?? '' });
    }
    case 'hold_day':
      return new Refusal('hold_day', { most: longestHoldDays });
    case 'claim_first':
    case 'report_closed':
      return new Refusal(no.refused);
  }
}
