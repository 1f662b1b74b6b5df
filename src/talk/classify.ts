/** What a post is about and which moves pull the talk away: grammar and counted model together. Pure. */
import { type Detector, type Evidence, evidence, lengthOf, matchOf, worthOf } from './evidence.ts';
import { logistic, rounded } from './exp.ts';
import { ofPost } from './features.ts';
import type { Group } from './grammar.ts';
import { heads, sums } from './heads.ts';
import { type Classified, type Focus, type Found, focuses, type Move, moves } from './model.ts';
import { type Seen, see } from './moves-in.ts';
import type { Match } from './pattern.ts';
import { judged, type OfWhole } from './whole-post.ts';

const derailsHead = heads.indexOf('derails');
const firstFocus = heads.indexOf('happened');

/**
 * Never on a first-person account: what_about. And no move by the counted model alone in such an account, or in a
 * sentence of which a part is somebody else's.
 */
export function mayBe(move: Move, { n }: Evidence, seen: Seen, match: Match<Group> | undefined): boolean {
  const sentence = seen.sentences[n];
  if (match === undefined && (seen.isAccount || sentence?.isMixed)) return false;
  if (!seen.isAccount) return true;
  return move !== 'what_about' && sentence?.addresses === true;
}

interface Said {
  probability: number;
  in: Evidence;
  match: Match<Group> | undefined;
}

/** Each move by its own last step, in the sentence that speaks most for it. */
function eachMove(seen: Seen, detector: Detector): Map<Move, Said> {
  const { model } = detector;
  const best = new Map<Move, Said>();
  const length = lengthOf(seen);
  for (const each of evidence(seen, detector)) {
    moves.forEach((move, head) => {
      const match = matchOf(move, each, { seen, model });
      if (!mayBe(move, each, seen, match)) return;
      const { bias, linear, derails, grammar, worth, long } = model.calibration[move];
      const sum =
        bias +
        long * length +
        linear * (each.sums[head] ?? 0) +
        derails * (each.sums[derailsHead] ?? 0) +
        (match === undefined ? 0 : grammar + worth * worthOf(match, model));
      const probability = rounded(logistic(sum / 4096));
      if (probability > (best.get(move)?.probability ?? -1)) best.set(move, { probability, in: each, match });
    });
  }
  return best;
}

/** The post as a whole, and which move it is. */
function asWhole(seen: Seen, detector: Detector, weights: OfWhole): Map<Move, Said> {
  const { made, model } = detector;
  const { derails: probability, found } = judged(evidence(seen, detector), { seen, made, model, weights });
  return new Map(found.map(({ move, in: where, match }) => [move, { probability, in: where, match }]));
}

export function classifyWith(text: string, detector: Detector): Classified {
  const { model, made } = detector;
  const seen = see(text, made);
  const best = model.whole === undefined ? eachMove(seen, detector) : asWhole(seen, detector, model.whole);
  const found: Found[] = [];
  let derails = 0;
  for (const [move, { probability, in: where, match }] of best) {
    derails = Math.max(derails, probability);
    if (probability < model.threshold) continue;
    const why = match?.means.why ?? made.language.whyModel[move];
    found.push({ move, probability, span: spanOf(seen, where.n, match), why });
  }
  found.sort(
    (one, other) => one.span[0] - other.span[0] || moves.indexOf(one.move) - moves.indexOf(other.move),
  );
  return { lang: model.lang, focus: focusOf(seen, detector), moves: found, derails: capped(derails) };

  /** What somebody else said never counts for more than the same words as one's own. */
  function capped(said: number): number {
    const { reportedFrom: at } = seen;
    const from = at === null ? undefined : seen.read.words[at]?.start;
    if (from === undefined || from === 0 || said === 0) return said;
    return Math.min(said, classifyWith(text.slice(from), detector).derails);
  }
}

function spanOf(seen: Seen, n: number, match: Match<Group> | undefined): [number, number] {
  const { words, sentences } = seen.read;
  const [first, last] = sentences[n] ?? [0, 0];
  let from = match?.from ?? first;
  let to = match?.to ?? last;
  // Without a pattern the sentence is shown, without what is somebody else's at its edges.
  while (match === undefined && from < to - 1 && !seen.own[from]) from++;
  while (match === undefined && to - 1 > from && !seen.own[to - 1]) to--;
  return [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
}

function focusOf(seen: Seen, { made, model }: Detector): Record<Focus, number> {
  const features = ofPost(seen, made);
  const empty = features.counted.length === 0;
  const all = sums(model.linear, features);
  const each = focuses.map((_, n) => (empty ? 1 / focuses.length : logistic(all[firstFocus + n] ?? 0)));
  const total = each.reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(focuses.map((focus, n) => [focus, rounded((each[n] ?? 0) / total)])) as Record<
    Focus,
    number
  >;
}
