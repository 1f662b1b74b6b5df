/**
 * What becomes of a report outside this room, as her own page shows it and as she may speak about it there. Whoever asks
 * others on her behalf says it; this room knows neither bodies nor requests.
 */
import type { Transaction } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { OpenReport } from './store.ts';
import type { BodyWord, ChangedWord, MyBeyond } from './wire.ts';

export interface Beyond {
  of(report: Pick<OpenReport, 'id' | 'place' | 'cell'>, today: Day): Promise<MyBeyond>;
  /**
   * With the report's row held. The same word again is none. Refusals question_gone where she was not asked,
   * bad_signature, number_taken.
   */
  sayBody(tx: Transaction<unknown>, said: SaidBody): Promise<void>;
  /** With the report's row held. Replaces what she said before. Refusal question_gone where nothing is asked now. */
  sayChanged(tx: Transaction<unknown>, said: SaidChanged): Promise<void>;
}

export interface SaidBody extends Omit<BodyWord, 'lookup'> {
  report: Pick<OpenReport, 'id' | 'signer'>;
  today: Day;
}

export interface SaidChanged extends Omit<ChangedWord, 'lookup'> {
  report: string;
  today: Day;
}

export const nothingBeyond: MyBeyond = { questions: [], asks: [] };
