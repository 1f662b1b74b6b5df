/** What the invented organisation has asked of the invented bodies, as data. Days are counted back from today. */
import type { AnswerKind, Both, Withheld } from '../../answer/index.ts';
import type { Kind } from '../../report/answers.ts';

/** What happened since, `at` days after the sending. */
export type AskStep = { at: number } & (
  | {
      do: 'answer';
      kind: AnswerKind;
      words: string;
      office: string;
      /** 'will_do': so many days after the sending. */
      promised?: number;
      /** 'extension': so many more days. */
      days?: number;
    }
  | { do: 'open' | 'pass' | 'pause' | 'confirm' }
  | { do: 'withhold'; why: Withheld }
  | { do: 'tell'; words: Both }
  | { do: 'visit'; found: 'yes' | 'no'; checker: string; words: Both }
);

export interface DemoAsk {
  body: string;
  about: { place: string } | { area: string };
  /** Where the reports behind it are from, when it is about an area. */
  places?: readonly string[];
  kinds: readonly Kind[];
  /** How many people told it. */
  people: number;
  /** Sent so many days ago; null: still a draft. */
  ago: number | null;
  wishes: readonly string[];
  words?: Both;
  steps: readonly AskStep[];
}

export const yes = (kind: AnswerKind, at: number, words: string, office: string): AskStep => ({
  at,
  do: 'answer',
  kind,
  words,
  office,
});
export const open = (at: number): AskStep => ({ at, do: 'open' });
export const pass = (at: number): AskStep => ({ at, do: 'pass' });
