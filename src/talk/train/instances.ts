/** From examples to what the heads are fitted on: one instance a sentence for moves, one a post for focus. */
import { ofPost, ofSentence } from '../features.ts';
import { headCount, heads } from '../heads.ts';
import { type Move, moves } from '../model.ts';
import { type Ready, type Seen, see } from '../moves-in.ts';
import type { Example } from './examples.ts';
import type { Instance } from './fit.ts';

export interface Prepared {
  example: Example;
  seen: Seen;
  instances: Instance[];
}

/** How much a whole post counts, beside its sentences. */
const wholeCounts = 3;
const derails = heads.indexOf('derails');
const firstFocus = heads.indexOf('happened');

export function prepare(example: Example, made: Ready): Prepared {
  const seen = see(example.text, made);
  const instances: Instance[] = [];
  const apart = made.language.patternsApart === true;
  const marked = seen.sentences.map(({ made: found }) => new Set(found.map(({ means }) => means.move)));
  seen.sentences.forEach((_, n) => {
    const features = ofSentence(n, seen, made);
    if (features.counted.length === 0) return;
    const labels = new Int8Array(headCount).fill(-1);
    moves.forEach((move, head) => {
      labels[head] = labelOf(example.moves, move, { n, marked });
    });
    const label = example.derails;
    const where = moves.some((move) => labels[moves.indexOf(move)] === 1);
    if (label !== undefined && !apart)
      labels[derails] = label ? (where || example.moves === undefined ? 1 : -1) : 0;
    const share = example.derails ? Math.min(1, 2 / seen.sentences.length) : 1;
    instances.push({ features, labels, weight: example.weight * share });
  });
  if (apart && example.derails !== undefined) {
    const labels = new Int8Array(headCount).fill(-1);
    labels[derails] = example.derails ? 1 : 0;
    instances.push({ features: ofPost(seen, made), labels, weight: wholeCounts });
  }
  if (example.focus !== undefined) {
    const labels = new Int8Array(headCount).fill(-1);
    heads.slice(firstFocus).forEach((head, n) => {
      labels[firstFocus + n] = head === example.focus ? 1 : 0;
    });
    instances.push({ features: ofPost(seen, made), labels, weight: 2 });
  }
  return { example, seen, instances };
}

/**
 * A post that makes a move makes it in the sentences where its pattern is; where no sentence has one, in all of them.
 * Its other sentences are not known.
 */
function labelOf(
  named: readonly Move[] | undefined,
  move: Move,
  { n, marked }: { n: number; marked: readonly ReadonlySet<Move>[] },
): number {
  if (named === undefined) return -1;
  if (!named.includes(move)) return 0;
  if (marked[n]?.has(move)) return 1;
  return marked.some((each) => each.has(move)) ? -1 : 1;
}
