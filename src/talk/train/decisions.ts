/**
 * Learning from an organisation's own decisions: the table of words takes small steps from where it stands, and what is not
 * learnt from (every fourth post, by its text) says what changed. Pure.
 */
import { classifyWith } from '../classify.ts';
import type { Detector } from '../detector.ts';
import { logistic } from '../exp.ts';
import type { Share } from '../figures.ts';
import { shareOf } from '../figures.ts';
import { add, begin } from '../hash.ts';
import { wideHeads } from '../heads.ts';
import { judge } from '../judge.ts';
import { workFor } from '../layers.ts';
import { type Lang, langs, type Move, moves } from '../model.ts';
import { see } from '../moves-in.ts';
import { shown } from '../shown.ts';
import { sums } from '../sums.ts';
import { rowsOfForms } from '../vocabulary.ts';
import { type ModelFile, modelOf } from '../weights.ts';
import { finest, tablesOf } from './pack.ts';

/** What a moderator decided about a post: the moves in it, none if there are none. */
export interface Decision {
  text: string;
  lang: Lang | undefined;
  moves: readonly Move[];
}

/** A line of JSON, or what is wrong with it. */
export function decisionOf(line: string): Decision | string {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  if (typeof read !== 'object' || read === null) return 'not an object';
  const { text, lang, moves: named } = read as Record<string, unknown>;
  if (typeof text !== 'string') return 'text: a string is expected';
  if (lang !== undefined && !(langs as readonly unknown[]).includes(lang))
    return `lang: one of ${langs.join(', ')}`;
  const isMoves = Array.isArray(named) && named.every((move) => (moves as readonly unknown[]).includes(move));
  if (!isMoves) return `moves: a list of ${moves.join(', ')}`;
  return { text, lang: lang as Lang | undefined, moves: named as Move[] };
}

export interface Counts {
  /** Of posts with a move, found with one of theirs. */
  found: Share;
  /** Of posts without one, taken for one. */
  flagged: Share;
}

export interface Learnt {
  file: ModelFile;
  learntFrom: number;
  heldOut: number;
  before: Counts;
  after: Counts;
  /** Held-out posts about which something else is said now. */
  changed: number;
}

const rounds = 3;
const size = 0.1;

/** `file` is what `detector` was made from. */
export function learnFrom(
  decisions: readonly Decision[],
  file: ModelFile,
  { made, model }: Detector,
): Learnt {
  const isHeldOut = ({ text }: Decision) => (add(begin(10), text) >>> 0) % 4 === 0;
  const heldOut = decisions.filter(isHeldOut);
  const taught = decisions.filter((each) => !isHeldOut(each));
  const wide = tableAfter(taught, { made, model });
  const now = { ...file, wide: tablesOf(wide, finest) };
  const said = (detector: Detector) =>
    heldOut.map(({ text }) => classifyWith(text, detector).moves.map(({ move }) => move));
  const before = said({ made, model });
  const after = said({ made, model: modelOf(now) });
  return {
    file: now,
    learntFrom: taught.length,
    heldOut: heldOut.length,
    before: countsOf(heldOut, before),
    after: countsOf(heldOut, after),
    changed: before.filter((each, n) => each.join() !== after[n]?.join()).length,
  };
}

/** The layers stay as they are; the table of words and rows of words takes small steps (AdaGrad). */
function tableAfter(taught: readonly Decision[], { made, model }: Detector): Float64Array {
  const net = { ...model.net, wide: model.net.wide.slice() };
  const squares = new Float64Array(net.wide.length).fill(1);
  const { slope, reach } = model.last;
  const posts = taught.map(({ text, moves: named }) => {
    const seen = see(text, made);
    const post = shown(seen, made);
    const half = (reach[judge(seen, { made, model }).by] ?? 0) / 4096;
    const labels = [...moves.map((move) => named.includes(move)), named.length > 0];
    return { counted: { ...post, words: rowsOfForms(post.forms, model.vocabulary) }, labels, half };
  });
  const work = workFor(posts.reduce((most, { counted }) => Math.max(most, counted.words.length), 1));
  for (let round = 0; round < rounds; round++) {
    for (const { counted, labels, half } of posts) {
      const all = sums(net, counted, work);
      labels.forEach((label, head) => {
        const error = logistic((slope / 4096) * ((all[head] ?? 0) - half)) - (label ? 1 : 0);
        turn(head, { places: counted.wide, error });
      });
    }
  }
  return net.wide;

  function turn(head: number, { places, error }: { places: readonly number[]; error: number }): void {
    const by = error / Math.sqrt(Math.max(1, places.length));
    for (const place of places) {
      const at = place * wideHeads + head;
      squares[at] = (squares[at] ?? 0) + by * by;
      net.wide[at] = (net.wide[at] ?? 0) - (size * by) / Math.sqrt(squares[at] ?? 1);
    }
  }
}

function countsOf(decisions: readonly Decision[], said: readonly (readonly Move[])[]): Counts {
  const all = decisions.map(({ moves: named }, n) => ({ named, said: said[n] ?? [] }));
  const making = all.filter(({ named }) => named.length > 0);
  const others = all.filter(({ named }) => named.length === 0);
  return {
    found: shareOf(
      making.filter((each) => each.said.some((move) => each.named.includes(move))).length,
      making.length,
    ),
    flagged: shareOf(others.filter((each) => each.said.length > 0).length, others.length),
  };
}
