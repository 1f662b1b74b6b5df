/** From examples to what the model is fitted on: what is shown of each, and the answers that are known. */
import { heads } from '../heads.ts';
import { focuses, moves } from '../model.ts';
import { type Ready, see } from '../moves-in.ts';
import { type Shown, shown } from '../shown.ts';
import { rowsOfForms, type Vocabulary } from '../vocabulary.ts';
import { kinds } from './corpus.ts';
import type { Example } from './examples.ts';
import type { Instance } from './fit.ts';

/** Longer posts are learnt from up to here. */
const longest = 160;

export interface Prepared {
  example: Example;
  post: Shown;
}

/**
 * Heads that are asked while learning and not shipped: which move is spoken of, by whomever, and what kind of sentence it
 * is. What the layers need to know for these they need for the others too.
 */
export const allHeads = [...heads, ...moves.map((move) => `spoken of: ${move}`), ...kinds] as const;

export const prepare = (example: Example, made: Ready): Prepared => ({
  example,
  post: shown(see(example.text, made), made),
});

export function instanceOf({ example, post }: Prepared, vocabulary: Vocabulary): Instance {
  return {
    counted: {
      ...post,
      words: rowsOfForms(post.forms.slice(0, longest), vocabulary),
      marks: post.marks.subarray(0, longest),
    },
    labels: labelsOf(example),
    weight: example.weight,
  };
}

function labelsOf({ moves: made, derails, focus, spokenOf, kind }: Example): Int8Array {
  const known = <T>(all: readonly T[], is: ((one: T) => boolean) | undefined) =>
    all.map((one) => (is === undefined ? -1 : is(one) ? 1 : 0));
  return Int8Array.from([
    ...known(moves, made && ((move) => made.includes(move))),
    derails === undefined ? -1 : derails ? 1 : 0,
    ...known(focuses, focus && ((one) => one === focus)),
    ...known(moves, spokenOf && ((move) => spokenOf.includes(move))),
    ...known(kinds, kind && ((one) => one === kind)),
  ]);
}
