/** What the reporter's browser and the server say to each other. Binary values are base64url. */
import type { Said } from '../platform/i18n/index.ts';
import type { ReaderEntry } from '../platform/keys/index.ts';
import type { Place } from '../platform/place/model.ts';
import type { Consents } from './answers.ts';

export interface Capacity {
  state: 'open' | 'slow' | 'urgent' | 'closed';
  /** 'YYYY-MM-DD', only with 'closed'. */
  until: string | null;
  /** Measured 80th percentile of days until a report was read, renewed weekly; null while there are too few. */
  waitDays: number | null;
  /** Why it is 'urgent' by itself; null where somebody here set it so, and otherwise. */
  because: 'wait' | 'full' | 'away' | null;
  /** With 'away': the first day on which somebody said to be here again; null where nobody did. */
  back: string | null;
}

/** GET /api/readers */
export interface ReadersAnswer {
  entries: readonly ReaderEntry[];
  salt: string;
  capacity: Capacity;
}

/** POST /api/reports answers this. */
export interface Received {
  id: string;
  arrived: string;
  /** True when it was there already: what this sending held was not looked at. */
  repeated: boolean;
}

export type Happened =
  | 'received'
  | 'opened'
  | 'opened_again'
  | 'replied'
  | 'held'
  | 'resumed'
  | 'closed'
  | 'reopened'
  | 'added'
  | 'choices'
  | 'sent_to'
  | 'asked_her'
  | 'set_aside'
  | 'taken_up'
  | 'closed_away'
  | 'taken_out'
  | 'erased';

/** POST /api/back {lookup}: her own view. Never the story. */
export interface MyReport {
  id: string;
  arrived: string;
  events: readonly { day: string; what: Happened }[];
  replies: readonly { number: number; day: string; author: string; body: string }[];
  consents: Consents;
  consentsNumber: number;
  /** Over `recipient` too. */
  consentsSignature: string;
  recipient: string;
  /** Names of the caseworkers who can open it; none while it is closed away. */
  readers: readonly string[];
  /** Ciphertext hashes are not sent back: additions can only be added. */
  additions: number;
  /** How many photos and recordings it has. */
  files: number;
  closed: boolean;
  /** Set aside with many others that came at once, and not taken up again. */
  aside: boolean;
  /** The day its words went, a year after closing: then nothing can be added. Null before. */
  erased: string | null;
  /** The day it was closed away: then two people with papers bring it back, and until then nobody reads what she adds. Else null. */
  archived: string | null;
  beyond: MyBeyond;
  /** False for what someone at home or someone she knows did: then no ask is offered among the choices. */
  offersAsk: boolean;
}

/** In both languages. */
type Both = Said;

/** What she is asked, and what became of it outside this house. */
export interface MyBeyond {
  questions: readonly BodyQuestion[];
  asks: readonly MyAsk[];
}

/** "May we ask them about this?" */
export interface BodyQuestion {
  /** Id of the body. */
  body: string;
  name: Both;
  /** What it is, and why it. */
  kind: Both;
  why: Both;
  /** Of her last word, 0 before the first: the next is one more. */
  number: number;
  said: 'yes' | 'no' | null;
  /** When she said it. */
  day: string | null;
}

/** A request her report stands behind. */
export interface MyAsk {
  id: string;
  /** Of the body. */
  name: Both;
  about: Both;
  sent: string;
  /** How it stands today, in a sentence or two. */
  stands: Both;
  /** Its public page, without the language; null while it is taken off. */
  path: string | null;
  /**
   * changed: "Did anything change?" · so: "They say it is done. Is it so?" · not_so: she may say that it is not as they
   * say · null: nothing is asked now.
   */
  question: 'changed' | 'so' | 'not_so' | null;
  /** To this question; an answer or a visit since then asks anew. */
  said: ChangedWord['said'] | null;
  day: string | null;
}

/** POST /api/back/body, signed: fields as in body-word.ts. Answers MyBeyond. */
export interface BodyWord {
  lookup: string;
  body: string;
  number: number;
  said: 'yes' | 'no';
  signature: string;
}

/** POST /api/back/changed. Answers MyBeyond. */
export interface ChangedWord {
  lookup: string;
  ask: string;
  said: 'yes' | 'no' | 'unknown';
}

/** POST /api/back/add: item name is `addition-<number>`, number = additions + 1. */
export interface Addition {
  lookup: string;
  number: number;
  body: string;
  signature: string;
  /** Where its photos and recordings lie already, as with a report. */
  files?: { bundle: string; pieces: readonly number[] };
}

/** POST /api/back/consents */
export interface Choices {
  lookup: string;
  number: number;
  consents: Consents;
  signature: string;
}

/** POST /api/back/withdraw */
export interface Withdrawal {
  lookup: string;
  signature: string;
}

/** POST /api/back/read: the reply is deleted here. */
export interface ReplyRead {
  lookup: string;
  number: number;
}

/** GET /api/places: what the phone searches in. Changes rarely; browsers may keep it. */
export interface PlacesAnswer {
  places: readonly Place[];
}

/** POST /api/place {lat, lng}, rounded to 0.001 degree on the phone; the server forgets it. */
export interface NearPlaces {
  cell: string;
  near: readonly { id: string; name: Said }[];
}
