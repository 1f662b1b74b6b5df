/**
 * What the desk and the server say to each other about corrections. Caseworkers alone: what somebody wrote to us is
 * for nobody else.
 *
 * GET  /desk/api/corrections                  -> Corrections
 * POST /desk/api/corrections AnswerForm       -> Corrections | correction_words {most} 422 | not_found 404 (is answered)
 */
import type { Both, Correction, CorrectionEnding, WrittenCorrection } from '../../answer/index.ts';

/** An ask as a person knows it. */
export interface AskNamed {
  id: string;
  body: Both;
  about: Both;
}

export interface Waiting extends Omit<WrittenCorrection, 'ask'> {
  ask: AskNamed | null;
  /** Its day has passed. */
  late: boolean;
}

export interface Answered extends Omit<Correction, 'ask'> {
  ask: AskNamed | null;
}

export interface Corrections {
  /** The one due first before the others. */
  waiting: readonly Waiting[];
  /** The last first. */
  answered: readonly Answered[];
}

export interface AnswerForm {
  id: string;
  done: CorrectionEnding;
  /** Everybody reads them. */
  words: Both;
}
