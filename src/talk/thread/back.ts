/** How often, how fast and after whose kind of reply the talk came back from a move. Pure. */
import { type Classified, focuses } from '../model.ts';

export const kinds = ['teller', 'question', 'support', 'counter', 'act', 'account', 'other'] as const;

/**
 * teller: by who began the conversation · question · support: help and support · counter: answers a post that pulls away ·
 * act: who must act · account: what happened, who was hurt · other.
 */
export type Kind = (typeof kinds)[number];

/** A post as far as coming back is concerned. */
export interface Step {
  id: string;
  parent: string | null;
  author: string;
  /** Milliseconds; null: not known. */
  time: number | null;
  talk: Classified;
  /** How likely it is that it pulls away, all considered. */
  pulls: number;
}

export interface Back {
  /** Times a move began to pull. */
  pulls: number;
  /** Of these the talk came back: two posts in a row that stay, or one that is the last. */
  back: number;
  /** Until half of them were back; null: never seen. Those not back when the conversation ends count as not back yet. */
  posts: number | null;
  minutes: number | null;
  /** Replies of a kind that were tried while the talk was away, and how many of them brought it back. */
  kinds: readonly { kind: Kind; tried: number; back: number }[];
}

export function backOf(steps: readonly Step[]): Back {
  const teller = steps[0]?.author ?? '';
  const tree = treeOf(steps);
  const covered = new Set<string>();
  const ends: { posts: number; minutes: number | null; isBack: boolean }[] = [];
  const tried = new Map<Kind, { tried: number; back: number }>();
  const count = (step: Step, isBack: boolean) => {
    const kind = kindOf(step, { teller, tree });
    const so = tried.get(kind) ?? { tried: 0, back: 0 };
    tried.set(kind, { tried: so.tried + 1, back: so.back + (isBack ? 1 : 0) });
  };
  steps.forEach((step, n) => {
    if (step.talk.moves.length === 0 || covered.has(step.id)) return;
    const path = pathAfter(n, { steps, tree });
    let posts = 0;
    let end: Step | undefined;
    for (let at = 0; at < path.length && end === undefined; at++) {
      const post = path[at] as Step;
      posts++;
      if (post.talk.moves.length > 0) covered.add(post.id);
      if (!stays(post)) continue;
      const next = path[at + 1];
      const isBack = next === undefined || stays(next);
      count(post, isBack);
      if (isBack) end = post;
    }
    const last = end ?? path.at(-1);
    const minutes =
      last === undefined || last.time === null || step.time === null
        ? null
        : (last.time - step.time) / 60_000;
    ends.push({ posts, minutes, isBack: end !== undefined });
  });
  const timed = ends.flatMap(({ minutes, isBack }) => (minutes === null ? [] : [{ after: minutes, isBack }]));
  return {
    pulls: ends.length,
    back: ends.filter(({ isBack }) => isBack).length,
    posts: median(ends.map(({ posts, isBack }) => ({ after: posts, isBack }))),
    minutes: timed.length < ends.length ? null : median(timed),
    kinds: kinds.flatMap((kind) => {
      const so = tried.get(kind);
      return so === undefined ? [] : [{ kind, ...so }];
    }),
  };
}

const stays = ({ pulls, talk }: Step) => talk.moves.length === 0 && pulls < 0.5;

type Tree = ReadonlyMap<string, { step: Step; branch: string }>;

/** The branch of a post is the answer to the beginning it hangs below; the beginning has its own. */
function treeOf(steps: readonly Step[]): Tree {
  const tree = new Map<string, { step: Step; branch: string }>();
  for (const step of steps) {
    const above = step.parent === null ? undefined : tree.get(step.parent);
    const isTop = above === undefined || above.step.parent === null;
    tree.set(step.id, { step, branch: isTop ? step.id : above.branch });
  }
  return tree;
}

/** What comes later in its branch; where that has fewer than two posts, all that comes later. */
function pathAfter(n: number, { steps, tree }: { steps: readonly Step[]; tree: Tree }): readonly Step[] {
  const own = tree.get(steps[n]?.id ?? '')?.branch;
  const later = steps.slice(n + 1);
  const branch = later.filter(({ id }) => tree.get(id)?.branch === own);
  return branch.length >= 2 ? branch : later;
}

function kindOf({ author, parent, talk }: Step, { teller, tree }: { teller: string; tree: Tree }): Kind {
  if (author !== '' && author === teller) return 'teller';
  const focus = focuses.reduce((best, each) => (talk.focus[each] > talk.focus[best] ? each : best));
  if (focus === 'question' || focus === 'support') return focus;
  const answered = parent === null ? undefined : tree.get(parent)?.step;
  if (answered !== undefined && answered.talk.moves.length > 0) return 'counter';
  if (focus === 'must_act') return 'act';
  return focus === 'happened' || focus === 'hurt' ? 'account' : 'other';
}

/** Kaplan and Meier 1958: the first value by which the share not back yet is at most one half; null: never. */
export function median(ends: readonly { after: number; isBack: boolean }[]): number | null {
  const times = [...new Set(ends.filter(({ isBack }) => isBack).map(({ after }) => after))].sort(
    (a, b) => a - b,
  );
  let left = 1;
  for (const time of times) {
    const atRisk = ends.filter(({ after }) => after >= time).length;
    const now = ends.filter(({ after, isBack }) => isBack && after === time).length;
    left *= 1 - now / atRisk;
    if (left <= 0.5 + 1e-12) return time;
  }
  return null;
}
