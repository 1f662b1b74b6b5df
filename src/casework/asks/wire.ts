/**
 * What the desk and the server say to each other about asks. Like `../wire.ts`: GET unless a body stands here, POST
 * bodies are JSON, a refusal is {code, title, help, params}. For caseworkers alone: organisers and outside readers get
 * 403, whoever is not signed in 401. No answer holds a word of a story.
 */
import type {
  About,
  AskEvent,
  AskState,
  AskTask,
  Answer as BodyAnswer,
  Both,
  Check,
  Draft,
  May,
  PublicAsk,
  Visit,
  Why,
  Wish,
} from '../../answer/index.ts';
import type { Consents, Kind } from '../../report/answers.ts';
import type { Mark, OpenedReport } from '../wire.ts';

/** A body as the desk names it. */
export interface BodyLine {
  id: string;
  name: Both;
  kind: string;
  /** It has a confirmed address; without one there is only the printed letter. */
  hasMail: boolean;
  /** Police, prosecution, security, schools, employers: only where each of them has said yes to this very one. */
  byHerWordOnly: boolean;
}

/** A body that may be asked about a place, best first, with its reason as in `Answerers`. */
export interface Choice extends BodyLine {
  why: Why;
  reason: Both;
}

/** A place or an area with its name. */
export type Named = About & { name: Both };

/** Her word about one body. `said` null: she was asked on that day and has not answered. */
export interface HerWord {
  asked: string;
  said: 'yes' | 'no' | null;
  day: string | null;
}

/**
 * What a browser checks before a report is bundled: her signature on her consents, as in `opening.ts`, and on her word,
 * kind 'body' [installation, report, body, n, said]. A mismatch: nothing is sent. The signer must be the one found
 * inside, which the desk knows of every report it has opened.
 */
export type Signed = Pick<
  OpenedReport,
  'recipient' | 'signer' | 'consents' | 'consentsNumber' | 'consentsSignature'
> & {
  /** Null where she was never asked about this body or has not answered. */
  word: { number: number; said: 'yes' | 'no'; signature: string } | null;
};

/** POST /desk/api/asks/proof {reports}: what proves the signatures of these reports; it stands in their timelines. */
export interface Proof {
  report: string;
  secret: string;
  /** Her first item: her signing key stands in it, and nobody else's counts. */
  told: string;
  marks: readonly Mark[];
}

/** A report in a group, or as it stands behind an ask. `may` is about the body of the ask. */
export interface Behind {
  report: string;
  kinds: readonly Kind[];
  /** 'YYYY-MM' of the week it happened in; null where she did not say. */
  month: string | null;
  place: Both | null;
  marks: readonly Mark[];
  /** A caseworker has opened it: before that nobody knows how old she is or whether the person works there. */
  read: boolean;
  may: May;
  ask: Consents['ask'];
  word: HerWord | null;
}

/** Suggested: reports of one place or area that have kinds in common. Nothing is made or sent by it. */
export interface Group {
  about: Named;
  /** What they have in common, as a draft begins with it. */
  kinds: readonly Kind[];
  from: string;
  to: string;
  /** Best first. Empty: no one has yet said they answer for this place. */
  bodies: readonly Choice[];
  reports: readonly GroupedReport[];
}

export interface GroupedReport extends Omit<Behind, 'may' | 'word'> {
  /** For each of the group's bodies, by its id. */
  may: Readonly<Record<string, May>>;
  words: Readonly<Record<string, HerWord>>;
  /** Asks it already stands behind, by their ids. */
  asks: readonly string[];
}

/** Why a report is in no group. `t('casework.ask.left_out.<why>')` says it. */
export const leftOuts = ['known', 'no_place', 'nobody', 'sent_twice', 'no_ask', 'asked_already'] as const;
export type LeftOut = (typeof leftOuts)[number];

/** GET /desk/api/asks/groups */
export interface Groups {
  groups: readonly Group[];
  /** `imported`: of what others collected, which nobody was asked about: whether there is any. */
  leftOut: readonly { report: string; why: LeftOut }[];
  imported: boolean;
}

/** GET /desk/api/asks/of/:report: what a draft from this one report may begin with, and what it stands behind already. */
export interface OfReport {
  /** As in `Groups.leftOut`; null where it may be asked about. */
  leftOut: LeftOut | null;
  /** The report's own place first, then wider ones: coarser is always possible. */
  abouts: readonly Named[];
  bodies: readonly Choice[];
  report: GroupedReport;
  asks: readonly AskLine[];
}

/** GET /desk/api/asks/choices: for the form. */
export interface Choices {
  bodies: readonly BodyLine[];
  wishes: readonly Wish[];
}

/** One line of GET /desk/api/asks. */
export interface AskLine {
  id: string;
  body: BodyLine;
  about: Named;
  kinds: readonly Kind[];
  state: AskState;
  /** As everybody sees it; null before it is sent. */
  standing: PublicAsk['standing'] | null;
  sent: string | null;
  due: string | null;
  promised: string | null;
  paused: boolean;
  madeBy: string;
  secondBy: string | null;
}

/**
 * Something about an ask that waits for a caseworker. `t('casework.ask.task.<what>')` says it. 'second': a draft of a
 * colleague's that goes out only when somebody else has read it too.
 */
export interface Task extends Omit<AskTask, 'what'> {
  ask: string;
  what: AskTask['what'] | 'second';
}

/** GET /desk/api/asks. Drafts and stopped ones only to those who may read every report in them. */
export interface Asks {
  asks: readonly AskLine[];
  tasks: readonly Task[];
  /** How many wishes to correct what we publish wait for an answer, and the oldest one's last day. */
  corrections: { waiting: number; due: string | null };
}

/** `POST /desk/api/asks/check`: nothing is kept. */
export interface Checked {
  checks: readonly Check[];
  /** 'send': all pass · 'second': a second caseworker reads it first · 'no': something fails. */
  verdict: 'send' | 'second' | 'no';
  behind: readonly Behind[];
}

/** GET /desk/api/asks/:id, and what every change of an ask answers. */
export interface OneAsk extends Checked {
  line: AskLine;
  draft: Draft;
  /** Sent back with every change: somebody else's change in between is refused with who and what (`ask_changed` 409). */
  version: number;
  /** The names of those whose id stands in an event. */
  names: Readonly<Record<string, string>>;
  events: readonly AskEvent[];
  answers: readonly BodyAnswer[];
  visits: readonly Visit[];
  /** What of it waits for a caseworker; none before it is sent. */
  tasks: readonly AskTask[];
  /** In the order of `behind`; only while it is a draft. */
  signed: readonly Signed[];
  /** What this person may do now. */
  may: readonly ('redraft' | 'second' | 'send' | 'stop' | 'discard' | 'pause' | 'resume')[];
  /** Exactly what everybody will see, were it sent today; once sent, what everybody sees, and null while it is paused. */
  page: PublicAsk | null;
}

/**
 * GET  /desk/api/asks                                      -> Asks
 * GET  /desk/api/asks/groups                               -> Groups
 * GET  /desk/api/asks/choices                              -> Choices
 * GET  /desk/api/asks/of/:report                           -> OfReport        | report_not_here 404
 * GET  /desk/api/asks/:id                                  -> OneAsk          | ask_not_here 404
 * POST /desk/api/asks/check    {draft, reports}            -> Checked         | report_not_here 404 | never_asked 422
 * POST /desk/api/asks/draft    {draft, reports}            -> OneAsk          a new draft; it may fail its checks, as it cannot be sent then
 * POST /desk/api/asks/redraft  {ask, version, draft, reports} -> OneAsk       | ask_changed {name, what} 409 | ask_not_draft 409; takes a second's word away
 * POST /desk/api/asks/second   {ask, version}              -> OneAsk          | second_is_first 403 (another than who drafted it last)
 * POST /desk/api/asks/send     {ask, version, by: 'mail' | 'letter'} -> OneAsk | ask_checks {what} 422 | ask_changed 409 | ask_not_draft 409
 *      Everything is checked again with the reports held. Whoever withdraws or chooses anew is taken out of a draft by
 *      itself; where too few are left it is stopped.
 * POST /desk/api/asks/stop     {ask, version}              -> OneAsk          a draft that will not be sent; it stays, as stopped
 * POST /desk/api/asks/discard  {ask, version}              -> {}              a draft or a stopped one is gone
 * POST /desk/api/asks/question {report, body}              -> HerWord         "May we ask <body>?" stands on her page; twice is once | no_ask 422
 * POST /desk/api/asks/wish     {wish: Wish}                -> {wishes}        adds it, or replaces the one with its id; switches it on and off | personal_data 422
 *
 * What a body said, and what became of it:
 * POST /desk/api/asks/pass     {ask, number}               -> OneAsk          its words are public
 * POST /desk/api/asks/withhold {ask, number, why: Withheld} -> OneAsk
 * POST /desk/api/asks/tell     {ask, number, words: Both}  -> OneAsk          answers its question; the clock goes on
 * POST /desk/api/asks/paper    {ask, answer}             -> OneAsk          an answer that came on paper, typed in | answer_not_now 409 | personal_data 422
 * POST /desk/api/asks/visit    {ask, day, checker, found, words: Both} -> OneAsk
 * POST /desk/api/asks/pause    {ask}  ·  POST /desk/api/asks/resume {ask}  -> OneAsk
 * POST /desk/api/asks/done     {ask, number}               -> OneAsk          the task with this number is done, where it is `closable`
 *
 * Pages, server-rendered: /desk/asks/:id/preview (all three that leave the house: page, officer's page, mail).
 * `what` of `ask_checks` and `ask_changed` stands in the sentence in the asker's language.
 */
