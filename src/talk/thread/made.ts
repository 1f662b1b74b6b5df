/** Which moves were made, by how many people, and what they opened. Pure. */
import { type Move, moves } from '../model.ts';
import type { Step } from './back.ts';

export interface Made {
  move: Move;
  /** Posts it was found in. */
  posts: number;
  /** null: the file does not say whose posts they are. */
  people: number | null;
  /** Posts that hang below them, however deep, each counted once. */
  below: number;
  /** The longest chain of answers below one of them. */
  longest: number;
}

/** Moves that were found, the most frequent first. */
export function madeIn(steps: readonly Step[]): Made[] {
  const answers = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.parent === null) continue;
    const list = answers.get(step.parent);
    if (list === undefined) answers.set(step.parent, [step]);
    else list.push(step);
  }
  const all = moves.flatMap((move) => {
    const made = steps.filter(({ talk }) => talk.moves.some((found) => found.move === move));
    if (made.length === 0) return [];
    const authors = new Set(made.map(({ author }) => author));
    return [
      { move, posts: made.length, people: authors.has('') ? null : authors.size, ...opened(made, answers) },
    ];
  });
  return all.sort((one, other) => other.posts - one.posts);
}

function opened(made: readonly Step[], answers: ReadonlyMap<string, readonly Step[]>) {
  const below = new Set<string>();
  let longest = 0;
  for (const step of made) {
    let level: readonly Step[] = answers.get(step.id) ?? [];
    for (let depth = 1; level.length > 0; depth++) {
      longest = Math.max(longest, depth);
      for (const each of level) below.add(each.id);
      level = level.flatMap(({ id }) => answers.get(id) ?? []);
    }
  }
  return { below: below.size, longest };
}
