/**
 * Learning from an organisation's own decisions: the heads take small steps from where they stand, and what is not
 * learnt from (every fourth post, by its text) says what changed. Pure.
 */
import { classifyWith } from '../classify.ts';
import type { Detector } from '../evidence.ts';
import type { Share } from '../figures.ts';
import { shareOf } from '../figures.ts';
import { add, begin } from '../hash.ts';
import { headCount, type Linear } from '../heads.ts';
import { type Lang, langs, type Move, moves } from '../model.ts';
import { type Fitted, fitHeads } from './fit.ts';
import { prepare } from './instances.ts';
import { fileOf, type ModelFile, whole } from './whole.ts';

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

const epochs = 3;
const step = 0.03;

export function learnFrom(decisions: readonly Decision[], { made, model }: Detector): Learnt {
  const isHeldOut = ({ text }: Decision) => (add(begin(10), text) >>> 0) % 4 === 0;
  const heldOut = decisions.filter(isHeldOut);
  const taught = decisions.filter((each) => !isHeldOut(each));
  const instances = taught.flatMap(
    ({ text, moves: named }) =>
      prepare(
        {
          text,
          moves: named,
          derails: named.length > 0,
          focus: undefined,
          weight: 1,
          source: 'decided',
          fold: 0,
        },
        made,
      ).instances,
  );
  const linear = whole(fitHeads(instances, { epochs, step, from: asFitted(model.linear) }));
  const file = fileOf({ ...model, linear });
  const now = { made, model: { ...model, linear } };
  const said = (detector: Detector) =>
    heldOut.map(({ text }) => classifyWith(text, detector).moves.map(({ move }) => move));
  const before = said({ made, model });
  const after = said(now);
  return {
    file,
    learntFrom: taught.length,
    heldOut: heldOut.length,
    before: countsOf(heldOut, before),
    after: countsOf(heldOut, after),
    changed: before.filter((each, n) => each.join() !== after[n]?.join()).length,
  };
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

function asFitted({ weights, units, biases }: Linear): Fitted {
  const floats = new Float64Array(weights.length);
  for (let at = 0; at < weights.length; at++) {
    floats[at] = ((weights[at] ?? 0) * (units[at % headCount] ?? 0)) / 65_536;
  }
  return { weights: floats, biases: Float64Array.from(biases, (bias) => bias / 65_536) };
}
