/**
 * One asks, a colleague passes a share or says no, the asker takes it, once. Each step stands in the way of the report. That
 * nobody opens alone is the keys' work: whatever is decided here, a table without a second share opens nothing.
 */
import type { Transaction } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { toBase64url } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  type OpenReport,
  reportReader,
  reportWriter,
  sealedReader,
  secretsAgain,
} from '../../report/index.ts';
import { ageFileOf } from '../binary.ts';
import { linesOf } from '../inbox/line.ts';
import { type InboxNeeds, keyOf, lockReadable, readable, todayOf } from '../inbox/reading.ts';
import { inboxStore } from '../inbox/store.ts';
import { tellWaitedFor } from '../people/news.ts';
import { peopleStore } from '../people/store.ts';
import { type Opening, openingStore } from './store.ts';
import type { ColleagueAsks, ColleaguesAsk, OwnAsking, TakenShare } from './wire.ts';

/** Refusal 'report_not_here'; and 'unreadable' for a report that one opens alone. A yes that waits to be taken stays. */
export function askToOpen(needs: InboxNeeds, person: Person, report: string): Promise<OwnAsking> {
  return within(needs, person, report, async (tx, { open, key }) => {
    if (!open.together) throw new Refusal('unreadable', { field: 'report' });
    const day = todayOf(needs);
    if (await openingStore(tx).ask({ report, reader: key, asker: person.id, day })) {
      await tell(tx, { report, what: 'asked_two', day, who: person.name });
      await tellWaitedFor(tx, person.id);
    }
    return own({ ...needs, db: tx }, person, { open, key });
  });
}

/** How far one's own asking is, and who could help. */
export async function ownAsking(needs: InboxNeeds, person: Person, report: string): Promise<OwnAsking> {
  const key = await keyOf(needs, person);
  const { open } = await readable(needs.db, key, report);
  return own(needs, person, { open, key: key ?? '' });
}

async function own(
  { db }: InboxNeeds,
  { id }: Person,
  { open, key }: { open: OpenReport; key: string },
): Promise<OwnAsking> {
  const opening = await openingStore(db).of({ report: open.id, reader: key });
  const people = await peopleStore(db).all();
  const nameOf = (person: string) => people.find((one) => one.id === person)?.name ?? '';
  return {
    asked: opening && {
      day: opening.day,
      saidNo: opening.saidNo.map(nameOf),
      passed: opening.passed ? { by: nameOf(opening.passedBy ?? ''), taken: opening.share === null } : null,
    },
    colleagues: people.flatMap((one) =>
      one.id !== id && one.reader !== null && open.readers.includes(one.reader) ? [one.name] : [],
    ),
  };
}

/** What colleagues wait for from this person: reports sealed to both, urgent ones first. */
export async function colleaguesAsk(needs: InboxNeeds, person: Person): Promise<ColleaguesAsk> {
  const { db } = needs;
  const key = await keyOf(needs, person);
  const waiting = (await openingStore(db).waiting()).filter(
    ({ asker, saidNo }) => key !== null && asker !== person.id && !saidNo.includes(person.id),
  );
  if (waiting.length === 0) return { asks: [] };
  const ids = [...new Set(waiting.map(({ report }) => report))];
  const [open, filed, people] = await Promise.all([
    reportReader(db).byIds(ids),
    inboxStore(db).byIds(ids),
    peopleStore(db).all(),
  ]);
  const found = waiting.flatMap((opening) => {
    const report = open.find(({ id }) => id === opening.report);
    const inbox = filed.find((one) => one.report === opening.report);
    const asker = people.find(({ id }) => id === opening.asker);
    const isBoth = key !== null && report?.readers.includes(key) && report.readers.includes(opening.reader);
    // A key that was locked since asks for nothing any more.
    if (!report || !inbox || !isBoth || asker?.reader !== opening.reader) return [];
    return [{ opening, read: { open: report, filed: inbox }, name: asker.name }];
  });
  const lines = await linesOf(
    db,
    needs,
    found.map(({ read }) => read),
  );
  const asks = found.flatMap(({ opening: { reader, day }, name }, at): ColleagueAsks[] => {
    const line = lines[at];
    return line === undefined ? [] : [{ line, name, reader, day }];
  });
  return { asks: asks.toSorted((a, b) => Number(b.line.soon) - Number(a.line.soon)) };
}

interface Asked {
  report: string;
  /** The asker's key. */
  reader: string;
}

/** The split file, in which this person's own share is. Refusals 'report_not_here', 'asking_over'. */
export function ownShare(needs: InboxNeeds, person: Person, asked: Asked): Promise<{ secret: string }> {
  return within(needs, person, asked.report, async (tx, { open, key }) => {
    await stillAsked(tx, person, { asked, open, key });
    const secret = await secretOf(tx, open.id);
    const event = { what: 'share_out', day: todayOf(needs), who: person.name, once: true };
    await secretsAgain(tx).tell([open.id], event);
    return { secret };
  });
}

/** Refusals 'report_not_here', 'asking_over', 'unreadable' {field}. */
export function passOn(
  needs: InboxNeeds,
  person: Person,
  { share, ...asked }: Asked & { share: string },
): Promise<void> {
  return within(needs, person, asked.report, async (tx, { open, key }) => {
    await stillAsked(tx, person, { asked, open, key });
    await openingStore(tx).pass(asked, { by: person.id, share: ageFileOf(share, 'share') });
    await tell(tx, { report: open.id, what: 'opened_two', day: todayOf(needs), who: person.name });
  });
}

/** Refusals 'report_not_here', 'asking_over'. Others may still say yes. */
export function sayNo(needs: InboxNeeds, person: Person, asked: Asked): Promise<void> {
  return within(needs, person, asked.report, async (tx, { open, key }) => {
    const opening = await stillAsked(tx, person, { asked, open, key });
    if (opening.saidNo.includes(person.id)) return;
    await openingStore(tx).sayNo(asked, person.id);
    await tell(tx, { report: open.id, what: 'said_no', day: todayOf(needs), who: person.name });
  });
}

/** What a colleague passed, and the split file it belongs to. Handed out once, and in no table any more. Refusal 'needs_two'. */
export function takePassed(needs: InboxNeeds, person: Person, report: string): Promise<TakenShare> {
  return within(needs, person, report, async (tx, { open, key }) => {
    const store = openingStore(tx);
    const opening = await store.lock({ report: open.id, reader: key });
    if (!opening?.share) throw new Refusal('needs_two');
    await store.taken(opening);
    return { secret: await secretOf(tx, open.id), share: toBase64url(opening.share) };
  });
}

/** With the report held, and the key this person opens with. */
function within<Answer>(
  needs: InboxNeeds,
  person: Person,
  report: string,
  step: (tx: Transaction<unknown>, held: { open: OpenReport; key: string }) => Promise<Answer>,
): Promise<Answer> {
  return needs.db.transaction().execute(async (tx) => {
    const { open } = await lockReadable(tx, needs, { person, report });
    const key = await keyOf({ ...needs, db: tx }, person);
    if (key === null) throw new Refusal('report_not_here');
    return step(tx, { open, key });
  });
}

/** It waits for a colleague's answer, of somebody who still reads the report with that key. */
async function stillAsked(
  tx: Transaction<unknown>,
  { id }: Person,
  { asked, open, key }: { asked: Asked; open: OpenReport; key: string },
): Promise<Opening> {
  const opening = await openingStore(tx).lock(asked);
  const asker = opening && (await peopleStore(tx).byId(opening.asker));
  const isStill = asker?.reader === asked.reader && open.readers.includes(asked.reader);
  if (!opening || opening.passed || !isStill || opening.asker === id || asked.reader === key) {
    throw new Refusal('asking_over');
  }
  return opening;
}

async function secretOf(tx: Transaction<unknown>, report: string): Promise<string> {
  const secret = await sealedReader(tx).secret(report);
  if (secret === null) throw new Refusal('report_not_here');
  return toBase64url(secret);
}

const tell = (tx: Transaction<unknown>, event: { report: string; what: string; day: string; who: string }) =>
  reportWriter(tx).addEvent(event);
