/** What is said about a post: what it is about, and which moves pull the talk away. Pure; words are in README.md. */
export const moves = ['not_all', 'what_about', 'minimise', 'blame', 'tone', 'discredit'] as const;

/**
 * not_all: defends those nobody spoke of · what_about: turns to another topic or to others' suffering · minimise: makes
 * it small · blame: what she wore, where she was · tone: how it was said · discredit: doubts without ground.
 */
export type Move = (typeof moves)[number];

export const focuses = [
  'happened',
  'hurt',
  'must_act',
  'support',
  'question',
  'self_or_men',
  'other',
] as const;

/** What happened / the people hurt / who must act / help and support / a question / the speaker or men / another topic. */
export type Focus = (typeof focuses)[number];

export const langs = ['en', 'ar'] as const;
export type Lang = (typeof langs)[number];

export interface Found {
  move: Move;
  /** Rounded to 1e-4; never below the shipped threshold. */
  probability: number;
  /** UTF-16 offsets into the text as it was given, end excluded. */
  span: readonly [start: number, end: number];
  /** One plain reason, in the language of the text. */
  why: string;
}

export interface Classified {
  lang: Lang;
  /** Sums to 1 but for rounding to 1e-4. */
  focus: Readonly<Record<Focus, number>>;
  /** At most one of each move, in the order of the text; empty: nothing to say. */
  moves: readonly Found[];
  /** That the post pulls the talk away, by whatever move. */
  derails: number;
}
