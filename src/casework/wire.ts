/** What the desk and the server say to each other. Binary values are base64url; days are 'YYYY-MM-DD'. */
import type { Why } from '../answer/index.ts';
import type { Lang, Said } from '../platform/i18n/index.ts';
import type { Reader, ReaderEntry, Signature, Statement } from '../platform/keys/index.ts';
import type { PlaceName } from '../platform/place/index.ts';
import type { CameBy, Consents, Helped, Kind, Part, Who } from '../report/answers.ts';
import type { Capacity } from '../report/wire.ts';

export type Role = 'caseworker' | 'organiser' | 'outside' | 'moderator';
export interface Wrap {
  /** 'phrase' or a passkey's credential id. */
  by: string;
  body: string;
}
export interface SessionLine {
  id: string;
  since: string;
  lastSeen: string;
  here: boolean;
}
/** What a colleague is told at the next sign-in. */
export interface Notice {
  what: NoticeKind;
  name: string;
  day: string;
}
export type NoticeKind =
  | 'reader_added'
  | 'reader_removed'
  | 'locked'
  | 'removal_waits'
  | 'came_by_link'
  | 'new_passkey'
  | 'waiting_for_signature';

/** GET /desk/api/me */
export interface Me {
  id: string;
  name: string;
  roles: readonly Role[];
  /** The reader this person is enrolled as; null before enrolment or after Lock now. */
  reader: { id: string; recipient: string; signer: string } | null;
  /** What an entry of this person says apart from id and keys, as the invitation had it. Null for an organiser alone. */
  asReader: Omit<Reader, 'id' | 'recipient' | 'signer'> | null;
  /** Own keys sent in and not yet in the list: what is left is a colleague's or the root's signature. */
  waiting: Reader | null;
  wraps: readonly Wrap[];
  passkeys: readonly { id: string; added: string }[];
  sessions: readonly SessionLine[];
  notices: readonly Notice[];
  entries: readonly ReaderEntry[];
  installation: {
    id: string;
    kind: 'demonstration' | 'real';
    salt: string;
    name: Said;
    zone: string;
  };
  /** Of our pages: what somebody may be written to in. */
  languages: readonly { lang: Lang; dir: 'ltr' | 'rtl' }[];
  capacity: Capacity;
}

export type InboxState = 'new' | 'claimed' | 'held' | 'closed';
export const closeReasons = [
  'done_with_her',
  'asked_for',
  'told_elsewhere',
  'nothing_more_we_can_do',
  'no_answer',
  'sent_twice',
] as const;
export type CloseReason = (typeof closeReasons)[number];
export const marks = ['under_18', 'above_office'] as const;
export type Mark = (typeof marks)[number];

/** One line of GET /desk/api/inbox: `soon` first, then oldest promise. No story, ever. */
export interface InboxLine {
  id: string;
  who: Who;
  kinds: readonly Kind[];
  soon: boolean;
  helped: Helped;
  place: Said | null;
  week: string | null;
  part: Part | null;
  language: Lang;
  cameBy: CameBy;
  arrived: string;
  /** The day our promise falls due; with `soon` and unread, 24 h after arrival ('today' sorting is the server's). */
  due: string;
  over: boolean;
  state: InboxState;
  /** `away`: a colleague may take it over. */
  claimedBy: { id: string; name: string; away: boolean } | null;
  /** True when this person's key is among its readers: always, since others are not listed. */
  mine: boolean;
  waitingForUs: boolean;
  /** Why it was closed; null while it is not. */
  closeReason: CloseReason | null;
  marks: readonly Mark[];
  /** Urgent, from where many came at once: after other urgent ones. */
  crowded: boolean;
  /** The day it was closed away; null where its readers open it. `waitingForUs` of one that is away: she added something. */
  archived: string | null;
  /** Two must open it. */
  together: boolean;
}

/** GET /desk/api/answerers/:report. `none`: why there is nobody to name. */
export interface Answerers {
  none: 'nobody' | 'no_place' | 'known' | null;
  bodies: readonly { name: PlaceName; why: Why; about: PlaceName }[];
}

/** `more`: open ones beyond those listed. */
export interface InboxAnswer {
  lines: readonly InboxLine[];
  more: number;
}

/** POST /desk/api/open {report}: only to the one who claimed it; writes the timeline in the same transaction. */
export interface OpenedReport {
  line: InboxLine;
  secret: string;
  recipient: string;
  signer: string;
  consents: Consents;
  consentsNumber: number;
  consentsSignature: string;
  items: readonly {
    number: number;
    name: string;
    kind: 'told' | 'addition' | 'note';
    body: string;
    signature: string | null;
    author: string | null;
    day: string;
  }[];
  replies: readonly { number: number; day: string; author: string; body: string }[];
  /** The next number of each, never used before for this report: a reply she deleted keeps its number. */
  nextReply: number;
  nextNote: number;
  events: readonly TimelineLine[];
  readers: readonly string[];
}
/** GET /desk/api/timeline/:report: where it stands, and how it came there. */
export interface Way {
  line: InboxLine;
  events: readonly TimelineLine[];
}

export interface TimelineLine {
  day: string;
  what: string;
  who: string | null;
}

/** A statement one caseworker has signed; it needs one more. Gone as soon as another entry has made the list longer. */
export interface HalfSigned {
  statement: Statement;
  signatures: readonly Signature[];
}

/** Keys waiting to be signed into the list. */
export interface Enrolment {
  person: string;
  reader: Reader;
  asked: string;
  /** The statement a first colleague has signed; the second signs the same one. Null while nobody has. */
  begun: HalfSigned | null;
}

/** GET /desk/api/enrolments */
export interface WaitingForSignature {
  waiting: readonly Enrolment[];
  /** Removals one caseworker has signed. */
  removals: readonly HalfSigned[];
  /** Ids of readers who pressed Lock now with the key closed: the list names them until a removal is signed. */
  locked: readonly string[];
}

/** GET /desk/api/reseal: what the asker can open and a colleague cannot. */
export interface Sharing {
  people: readonly ToShare[];
  /** Reports, each counted once. */
  reports: number;
  log: readonly SharedLine[];
}

export interface ToShare {
  /** A reader's id. */
  to: string;
  reports: number;
  /** Some of them an older key of the same person could open. */
  again: boolean;
}

/** Of one day: who sealed how many reports anew for whom. */
export interface SharedLine {
  day: string;
  by: string;
  name: string;
  reports: number;
}

/** One line of POST /desk/api/reseal/secrets. */
export interface Unshared {
  id: string;
  secret: string;
  arrived: string;
  isMinors: boolean;
  /** Ids of those it is sealed to from then on: who holds a wrap now, and `missing`. Who counts no more gets none. */
  readers: readonly string[];
  /** Those among them whose key of now does not open it yet. */
  missing: readonly string[];
  /** For each of `missing` that held it with an older key: whoever she left out never had one. */
  instead: readonly { old: string; new: string }[];
}

/** POST /desk/api/reseal/secrets: `after` null when there is no more. */
export interface UnsharedPage {
  reports: readonly Unshared[];
  after: string | null;
}

/** Of POST /desk/api/reseal, and how many were written; the others were withdrawn, or shared by somebody else meanwhile. */
export interface SharedAgain {
  report: string;
  secret: string;
  readers: readonly string[];
}
/** Most reports of one call: two calls for two hundred stay within what one connection may ask in a minute. */
export const atOnce = 200;

/** GET /desk/api/leaving: what nobody else could open if the asker left now, and what they have claimed. */
export interface Leaving {
  alone: number;
  /** The first fifty of them. */
  lines: readonly InboxLine[];
  claimed: number;
}

/** One line of GET /desk/api/people. */
export interface Colleague {
  id: string;
  name: string;
  roles: readonly Role[];
  /** A key of this person counts by the signed list, is in it and waits its 72 hours, waits for signatures, or is not. */
  key: 'counts' | 'waits' | 'to_sign' | 'none';
  sessions: number;
}

/**
 * Every call of the desk. GET unless a body stands here. All POST bodies are JSON; a refusal is
 * {code, title, help, params}. "Reads" below: caseworkers and outside readers; a report whose readers do not hold this
 * person's key does not exist for them (404 report_not_here), for organisers every such call is 403.
 *
 * GET  /desk/api/me                                    -> Me
 * GET  /desk/api/inbox                                 -> InboxAnswer  reads; ?most=n open ones in order (300), then the last closed ones
 * POST /desk/api/claim            {report}             -> InboxLine   | claimed_by_other {name} 409, while they are here | report_closed 409 | carries_most {n} 409, unless soon
 * POST /desk/api/release          {report}             -> InboxLine   | claim_first 403
 * POST /desk/api/open             {report}             -> OpenedReport | claim_first 403
 * GET  /desk/api/timeline/:report                      -> Way
 * GET  /desk/api/answerers/:report                     -> Answerers
 * POST /desk/api/note             {report, number, body} -> {}        item name `note-<number>`, sealed to the report; number = nextNote
 * POST /desk/api/reply            {report, number, body} -> InboxLine item name `reply-<number>`, sealed to reply recipient + report recipient; number = nextReply
 * POST /desk/api/hold             {report, until}      -> InboxLine   `until` a day after today, at most 366 days away
 * POST /desk/api/resume           {report}             -> InboxLine   held -> claimed, our turn
 * POST /desk/api/close            {report, reason}     -> InboxLine   reason in closeReasons (never "false")
 * POST /desk/api/reopen           {report}             -> InboxLine   closed -> claimed by me
 * POST /desk/api/mark             {report, marks}      -> InboxLine
 * POST /desk/api/reports          Submission (assisted intake, came_by set)  -> Received   (caseworker)
 * GET  /desk/api/held                                 -> HeldAnswer   (caseworker; flood/wire.ts)
 * POST /desk/api/held   {wave, from, decision, reason, cameBack} -> HeldAnswer  two set aside | held_changed 409 | second_is_first 409
 * POST /desk/api/capacity         {state, until}       -> Capacity     (caseworker or organiser)
 * GET  /desk/api/enrolments                            -> WaitingForSignature
 * POST /desk/api/enrol            {reader: Reader, wraps: Wrap[]} -> {}  own keys, after an invitation or after Lock now; reader.id is new and random, name and place as in Me
 * POST /desk/api/wrap             Wrap                 -> {}        a new phrase for the same seed ('phrase'), or a PRF wrap for one of my passkeys (its id)
 * POST /desk/api/entries          {entry: ReaderEntry} -> {number}  appended only if the whole chain verifies | chain_refused {number, why} 422
 * POST /desk/api/entries/sign     {statement, signature} -> {complete: boolean}  signed with my reader key; the first is kept, the second makes the entry
 * GET  /desk/api/reseal                                -> Sharing
 * POST /desk/api/reseal/secrets   {to, after}          -> UnsharedPage   at most 200; each hand-out stands in the report's timeline
 * POST /desk/api/reseal           {to, reports: SharedAgain[]} -> {shared: number}   all or none of what is still so; readers as in Unshared
 * GET  /desk/api/leaving                               -> Leaving
 * POST /desk/api/leaving          {entry: ReaderEntry} -> {}   own removal, signed by oneself; ends all sessions | last_holder {name, n} 409 | last_reader 409
 * POST /desk/api/lock             {entry: ReaderEntry | null} -> {} drops my wraps and waiting keys, ends all my sessions; entry removes me from the list when signed by me
 * POST /desk/api/notices/seen     {}                   -> {}        the notices of Me were shown
 * POST /desk/api/sessions/end     {id}                 -> {}
 * POST /desk/api/sign-out         {}                   -> {}
 * POST /desk/api/passkey/options  {}  -> options   ·  POST /desk/api/passkey  {response, wrap: Wrap | null} -> {id}
 *      `wrap.by` is the new credential's id. PRF is asked for by the browser with `prfInput(installation)`.
 * POST /desk/api/sign-in/options  {}  -> options   ·  POST /desk/api/sign-in  {response} -> {}     (everyone; rate limited; sets the cookie)
 * GET  /desk/api/people (organiser) -> { people: Colleague[] }
 * POST /desk/api/people/end (organiser) {id} -> {}   a moderator's way in is gone at once; nobody who holds keys
 * POST /desk/api/invite (organiser) {name, roles, childTrained, organisation?} -> {url}     one use, 7 days; `organisation` only and always with the role outside | name_taken 409
 * Links: /sign-in/:token and /invitation/:token are pages with one button; the button's POST uses the link up, sets the
 * cookie and leads to /desk. The desk shows enrolment to whoever reads and has no key yet (`reader` and `waiting` null).
 */
