/** Her own view of her report, found by the lookup value of her code: state, choices, sealed replies. Never the story. */
import { dayIn } from '../../platform/clock.ts';
import { fromBase64url, toBase64url } from '../../platform/keys/bytes.ts';
import { lookupHash } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { nothingBeyond } from '../beyond.ts';
import { activeOrNone } from '../chain/current.ts';
import type { ReportDeps } from '../deps.ts';
import { filesReader } from '../files/store.ts';
import { sealedReader } from '../sealed/store.ts';
import { type OpenReport, type ReportEvent, reportReader } from '../store.ts';
import type { Happened, MyReport } from '../wire.ts';

type Needs = Pick<ReportDeps, 'db' | 'installation' | 'clock' | 'readers' | 'beyond'>;

/** `lookup`: 32 bytes, base64url; it is hashed and forgotten. Refusal report_unknown. */
export async function findMine({ db }: Pick<Needs, 'db'>, lookup: string): Promise<OpenReport> {
  const report = await reportReader(db).byLookup(hashOf(lookup));
  if (report === null) throw new Refusal('report_unknown');
  return report;
}

function hashOf(lookup: string): Uint8Array {
  try {
    return lookupHash(fromBase64url(lookup));
  } catch {
    throw new Refusal('unreadable', { field: 'lookup' });
  }
}

const told: readonly string[] = [
  'received',
  'opened',
  'replied',
  'held',
  'resumed',
  'closed',
  'reopened',
  'added',
  'choices',
  'sent_to',
  'asked_her',
  'set_aside',
  'taken_up',
  'closed_away',
  'taken_out',
  'erased',
] satisfies Happened[];
const isTold = (what: string): what is Happened => told.includes(what);

/** Who opened it, who claimed it and who wrote notes stays with the caseworkers; she sees what happened, by day. */
export function wayOf(events: readonly Pick<ReportEvent, 'day' | 'what'>[]): MyReport['events'] {
  const first = events.find(({ what }) => what === 'opened');
  return events.flatMap((event) => {
    const { day, what } = event;
    if (!isTold(what)) return [];
    return [{ day, what: what === 'opened' && event !== first ? 'opened_again' : what }];
  });
}

export const isClosed = (events: readonly Pick<ReportEvent, 'what'>[]): boolean =>
  events.findLast(({ what }) => ['closed', 'reopened', 'taken_out'].includes(what))?.what === 'closed';

export const isAside = (events: readonly Pick<ReportEvent, 'what'>[]): boolean =>
  events.findLast(({ what }) => what === 'set_aside' || what === 'taken_up')?.what === 'set_aside';

export async function myReport(deps: Needs, report: OpenReport): Promise<MyReport> {
  const sealed = sealedReader(deps.db);
  const today = dayIn(deps.installation.zone, deps.clock.now());
  const [events, replies, next, active, files, beyond] = await Promise.all([
    reportReader(deps.db).events(report.id),
    sealed.replies(report.id),
    sealed.next(report.id),
    activeOrNone(deps),
    filesReader(deps.db).filesOf(report.id),
    deps.beyond?.of(report, today) ?? nothingBeyond,
  ]);
  return {
    id: report.id,
    arrived: report.arrived,
    events: wayOf(events),
    replies: replies.map(({ number, day, author, body }) => ({
      number,
      day,
      author,
      body: toBase64url(body),
    })),
    consents: report.consents,
    consentsNumber: report.consentsNumber,
    consentsSignature: report.consentsSignature,
    recipient: report.recipient,
    readers: active
      .filter(({ id }) => report.archived === null && report.readers.includes(id))
      .map(({ name }) => name),
    additions: next.addition - 1,
    files,
    closed: isClosed(events),
    aside: isAside(events),
    erased: report.erased,
    archived: report.archived,
    beyond,
    offersAsk: !report.kinds.includes('known'),
  };
}
