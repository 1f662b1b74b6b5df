/** What one person told us, once, as the wizard holds it; and how it divides into what stays open and what is sealed. */
import type { Lang } from '../platform/i18n/index.ts';
import type { NamedFile } from './files/model.ts';

export const kinds = [
  'words',
  'stared',
  'followed',
  'blocked',
  'touched',
  'filmed',
  'messages',
  'exposed',
  'threat_pictures',
  'known',
  'hurt',
  'forced',
  'other',
  'unsaid',
] as const;
export type Kind = (typeof kinds)[number];

/** Kinds after which the card "If it was in the last five days" is shown, whatever the date. */
export const assaultKinds: readonly Kind[] = ['touched', 'hurt', 'forced'];

export const whos = ['me', 'seen', 'helped'] as const;
export const ages = ['under_18', 'adult', 'unsaid'] as const;
export const soons = ['now', 'knows_where', 'has_pictures', 'no', 'unknown'] as const;
export const helps = ['yes', 'nobody_did', 'nobody_there', 'unknown'] as const;
export const parts = ['morning', 'afternoon', 'evening', 'night', 'unknown'] as const;
export const yesNo = ['yes', 'no', 'unknown'] as const;
export const asks = ['each_time', 'this_one', 'above_too'] as const;
export const reaches = ['code', 'phone', 'email'] as const;
export const cameBys = ['self', 'phone', 'voice_note', 'desk'] as const;

export type Who = (typeof whos)[number];
export type Age = (typeof ages)[number];
export type Soon = (typeof soons)[number];
export type Helped = (typeof helps)[number];
export type Part = (typeof parts)[number];
export type YesNo = (typeof yesNo)[number];
export type CameBy = (typeof cameBys)[number];

/**
 * What should happen. `count`: may be counted in a release. `ask`: which bodies may be asked
 * (null: none; 'each_time': ask me before each). `contact`: a caseworker may use how to reach me.
 * `keep`: my words stay longer than a year after closing.
 */
export interface Consents {
  count: boolean;
  ask: (typeof asks)[number] | null;
  contact: boolean;
  keep: boolean;
}

export const defaultConsents: Consents = { count: true, ask: 'each_time', contact: false, keep: false };

/** A named place, or the H3 res-8 cell (hex) the server gave for "where I am", or nothing known. */
export type Where = { place: string } | { cell: string } | null;

export interface Answers {
  who: Who;
  age: Age;
  kinds: readonly Kind[];
  soon: Soon;
  helped: Helped;
  where: Where;
  /** Finer place, direction of a line: sealed. */
  placeWords?: string;
  direction?: string;
  /** 'YYYY-MM-DD' and 'HH:MM': sealed; only week and part of day stay open. */
  day?: string;
  time?: string;
  part?: Part;
  words?: string;
  worksThere: YesNo;
  worksWithUs: YesNo;
  /** Ids of readers she leaves out. */
  leaveOut: readonly string[];
  identifies?: string;
  reach: (typeof reaches)[number];
  contact?: string;
  consents: Consents;
}

/** The columns that stay in clear, and nothing else (care rule 5). */
export interface OpenAnswers {
  who: Who;
  kinds: readonly Kind[];
  soon: boolean;
  helped: Helped;
  place: string | null;
  cell: string | null;
  week: string | null;
  part: Part | null;
  language: Lang;
  formVersion: number;
  cameBy: CameBy;
}

/** Content of the first sealed item, as JSON. The reply recipient and her signing key stand inside it. */
export interface Told {
  replyRecipient: string;
  signer: string;
  age: Age;
  soon: Soon;
  worksThere: YesNo;
  worksWithUs: YesNo;
  placeWords?: string;
  direction?: string;
  day?: string;
  time?: string;
  words?: string;
  identifies?: string;
  reach: Answers['reach'];
  contact?: string;
  /** Photos and recordings, in their order: what comes as them counts only if it is what stands here. */
  files?: readonly NamedFile[];
}

/** Raised whenever a question, an option or its meaning changes: figures are never pooled across it. */
export const formVersion = 1;
