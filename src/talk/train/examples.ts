/** What is learnt from: a post, what is known about it, and how much it counts. Pure. */
import type { Focus, Move } from '../model.ts';
import { type Row, splitOf } from './corpus.ts';

export interface Example {
  text: string;
  /** The moves in it; undefined: not known. */
  moves: readonly Move[] | undefined;
  /** It pulls away by whatever move; undefined: not known. */
  derails: boolean | undefined;
  focus: Focus | undefined;
  /** How much one sentence of it counts. */
  weight: number;
  source: 'own' | 'edos' | 'guest' | 'whataboutism' | 'decided';
  /** Written by who had not read the grammar: what its patterns do here is what they do anywhere. */
  unread?: boolean;
  /** 0 to 4: examples of one fold are never judged by a model that has seen them. */
  fold: number;
}

export const folds = 5;

/** How families begin whose sentences were written without reading the grammar. */
const unread = /^(?:as|aq|ar-learnt)-/;

/** Families of train in folds 0 to 3, of dev in the last. Test families are nowhere here. */
export function ownExamples(rows: readonly Row[]): Example[] {
  return rows
    .filter(({ family }) => splitOf(family) !== 'test')
    .map(({ family, text, moves, focus }) => ({
      text,
      moves,
      derails: moves.length > 0,
      focus,
      weight: moves.length > 0 ? 6 : 3,
      source: 'own',
      unread: unread.test(family),
      fold: splitOf(family) === 'dev' ? folds - 1 : foldOf(family),
    }));
}

export function foldOf(name: string): number {
  let sum = 0;
  for (let at = 0; at < name.length; at++) sum = (sum * 31 + name.charCodeAt(at)) % 65_521;
  return sum % (folds - 1);
}
