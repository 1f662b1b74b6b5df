/** Every mail there is, and what each has to be told. No mail holds a story, a kind of report, a number of people or a name of one. */
import type { Day } from '../clock.ts';
import type { Lang, Said } from '../i18n/index.ts';

/** In the languages of our data. */
export type Both = Said;

/** A path of ours without a locale: '/o/…', '/asks/…'. The mail has it with the public address in front. */
export type Path = `/${string}`;

/** 'both': the reader's language is unknown; the organisation's own comes first, then those its data is kept in. */
export type MailLocale = Lang | 'both';

/** Why words of a body are not published. */
export type WhyWithheld = 'about_a_person' | 'personal_data' | 'threatens' | 'not_an_answer';

/** Somebody came in otherwise than usual; something changed about who can read; a colleague waits to open a report together. */
export const deskNews = ['came_in', 'readers', 'asked'] as const;
export type DeskNews = (typeof deskNews)[number];

export interface Templates {
  /** To the registered mailbox of a body. `asked`: what is asked, as on its page. */
  ask: { body: Both; place: Both; asked: readonly Both[]; due: Day; path: Path };
  ask_reminder: { body: Both; place: Both; when: 'soon' | 'today'; due: Day; path: Path };
  /** Six digits that confirm an answer. */
  code: { body: Both; code: string };
  new_link: { body: Both; until: Day; path: Path };
  /** The clock goes on: `due` is the new day. */
  question_answered: { body: Both; due: Day; path: Path };
  words_passed: { body: Both; path: Path };
  words_withheld: { body: Both; why: WhyWithheld; path: Path };
  /** To the address it was and to the address it will be, once a second caseworker has confirmed it. */
  mail_change: { body: Both; here: 'old' | 'new' };
  /** To an organiser's own mailbox: six digits that show it arrived. */
  trial: { code: string };
  /** To somebody who works here: what kind of news the desk has for them, and nothing else. */
  news: { what: DeskNews };
  /** To the desk's own mailbox: that something waits, and nothing else. */
  task: Record<never, never>;
}

export type Template = keyof Templates;

export const templates = [
  'ask',
  'ask_reminder',
  'code',
  'new_link',
  'question_answered',
  'words_passed',
  'words_withheld',
  'mail_change',
  'trial',
  'news',
  'task',
] as const satisfies readonly Template[];

/** A mail as it is to be sent, each template with its own params. */
export type Told = { [K in Template]: { template: K; params: Templates[K] } }[Template];

/** Exactly these are waiting, and when they are sent nothing of them is kept but what `Kept` has. */
export type Waiting = Told & {
  id: string;
  ask: string | null;
  to: string;
  locale: MailLocale;
  tries: number;
};

export type MailState = 'waiting' | 'sent' | 'refused' | 'bounced';

/** Tries after which a mail counts as refused: with ten minutes between them, four days (RFC 5321, 4.5.4.1). */
export const mostTries = 600;
/** Days for which the ids of sent mails are kept: reports of mail systems come within a week. */
export const keptDays = 60;
