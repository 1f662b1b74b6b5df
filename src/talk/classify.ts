/** What a post is about and which moves pull the talk away: grammar and counted model together. Pure. */
import type { Detector } from './detector.ts';
import { logistic, rounded } from './exp.ts';
import type { Group } from './grammar.ts';
import { firstFocus } from './heads.ts';
import { judge } from './judge.ts';
import { type Classified, type Focus, type Found, focuses, moves } from './model.ts';
import { type Seen, see } from './moves-in.ts';
import type { Match } from './pattern.ts';

/** "He said that she said that …": who passes more than so many on says nothing of their own. */
const mostFrames = 3;

export const classifyWith = (text: string, detector: Detector): Classified => judged(text, detector, 0);

function judged(text: string, detector: Detector, frames: number): Classified {
  const { model, made } = detector;
  const seen = see(text, made);
  const { sums, may, pull, by } = judge(seen, detector);
  const { slope, reach } = model.last;
  const figure = (sum: number) => logistic((slope / 4096) * (sum - (reach[by] ?? 0) / 4096));
  const derails = may.length === 0 ? 0 : rounded(Math.min(figure(pull), asOwn()));
  const found = may.flatMap(({ move, sum, n, match }, place): Found[] => {
    // The likeliest is as likely as that the post pulls away at all; another by its own sum.
    const probability = place === 0 ? derails : rounded(Math.min(derails, figure(sum)));
    if (probability < model.threshold) return [];
    const why = match?.means.why ?? made.language.whyModel[move];
    return [{ move, probability, span: spanOf(seen, n, match), why }];
  });
  found.sort(
    (one, other) => one.span[0] - other.span[0] || moves.indexOf(one.move) - moves.indexOf(other.move),
  );
  return { lang: model.lang, focus: focusOf(sums, seen.read.words.length === 0), moves: found, derails };

  /** What somebody else said never counts for more than the same words as one's own. */
  function asOwn(): number {
    const starts = seen.reportedFrom.map((at) => seen.read.words[at]?.start ?? 0).filter((from) => from > 0);
    if (starts.length > 0 && frames === mostFrames) return 0;
    return Math.min(1, ...starts.map((from) => judged(text.slice(from), detector, frames + 1).derails));
  }
}

function spanOf(seen: Seen, n: number, match: Match<Group> | undefined): [number, number] {
  const { words, sentences } = seen.read;
  const [first, last] = sentences[n] ?? [0, 0];
  let from = match?.from ?? first;
  let to = match?.to ?? last;
  // Without a pattern the sentence is shown, without what is quoted, reported or taken back at its edges.
  while (match === undefined && from < to - 1 && !seen.standing[from]) from++;
  while (match === undefined && to - 1 > from && !seen.standing[to - 1]) to--;
  return [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
}

function focusOf(sums: Float64Array, isEmpty: boolean): Record<Focus, number> {
  const each = focuses.map((_, n) => (isEmpty ? 1 / focuses.length : logistic(sums[firstFocus + n] ?? 0)));
  const total = each.reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(focuses.map((focus, n) => [focus, rounded((each[n] ?? 0) / total)])) as Record<
    Focus,
    number
  >;
}
