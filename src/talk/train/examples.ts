/** What is learnt from: a post, what is known about it, and how much it counts. Pure. */
import { add, begin } from '../hash.ts';
import type { Focus, Lang, Move } from '../model.ts';
import { type Kind, type Row, splitOf } from './corpus.ts';

export interface Example {
  text: string;
  /** The moves in it; undefined: not known. */
  moves: readonly Move[] | undefined;
  /** It pulls away by whatever move; undefined: not known. */
  derails: boolean | undefined;
  focus?: Focus;
  /** The moves it speaks of, whoever makes them. */
  spokenOf?: readonly Move[];
  kind?: Kind;
  weight: number;
  source: 'own' | 'edos' | 'guest' | 'whataboutism';
  /** Examples of one fold are never judged by a model that has seen them. */
  fold: number;
  /** Written beside the others for learning alone, often on the border of a move: not what its last step is set by. */
  taught?: boolean;
}

export const folds = 3;

/** English sentences written first are few beside those written for learning alone. */
const firstCounts: Readonly<Record<Lang, number>> = { en: 3, ar: 1 };

/** All of a name goes to one fold. */
export const foldOf = (name: string): number => ((add(begin(8), name) >>> 0) >> 7) % folds;

/** Families of train and dev; test families are nowhere here. */
export function ownExamples(rows: readonly Row[], lang: Lang): Example[] {
  const spoken = new Map<string, readonly Move[]>();
  return rows.flatMap(({ family, text, moves, focus, kind }) => {
    if (splitOf(family) === 'test') return [];
    if (moves.length > 0) spoken.set(family, moves);
    const spokenOf = kind === 'pair' ? (spoken.get(family) ?? []) : moves;
    const isLater = family.startsWith('taught-');
    return [
      {
        text,
        moves,
        derails: moves.length > 0,
        focus,
        spokenOf,
        kind,
        weight: isLater ? 1 : firstCounts[lang],
        source: 'own',
        fold: foldOf(family),
        taught: isLater && !family.startsWith('taught-plain-'),
      },
    ];
  });
}
