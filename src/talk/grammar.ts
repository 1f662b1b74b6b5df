/**
 * How a language's grammar of moves is written. A language is data: how its words are folded, classes of words, patterns
 * of moves, and guards that say where such words are not a move (quoted, reported, negated, answered, asked, regretted).
 *
 * A pattern is a line of elements parted by spaces, matched against words in order, within one sentence:
 *   word          that word, in any of its forms          a|b|c    one of these words
 *   stem*         a word that begins so                   <name>   anything of a class (a class may hold patterns and stand in a choice)
 *   x?            may be missing                          ..3      up to three words of any kind
 *   !x            the next word is not x (takes no word)  ^        a clause begins here        $  a clause ends here
 * x is a word, a choice, a stem or a class. The first element must take a word. Punctuation is no word: a clause begins
 * and ends at a comma, dash, colon, bracket or at the sentence's edge. The whole match is the span that is shown.
 */
import type { Lang, Move } from './model.ts';

/** A word as it was read; several may share one place in the text ("don't" is read as do, not). */
export interface Word {
  /** What it may stand for, the plainest first: patterns match any, the counted model takes the first. */
  forms: readonly string[];
  /** UTF-16 offsets into the original text. */
  start: number;
  end: number;
}

/** sure: a move by itself · likely: a move unless the rest of the post speaks against it · hint: counts with others. */
export type Strength = 'sure' | 'likely' | 'hint';

export interface Group {
  move: Move;
  strength: Strength;
  /** One plain sentence for whoever wrote the post, in the language of the post: what these words do to the talk. */
  why: string;
  patterns: readonly string[];
  /**
   * True: speaks to or about somebody else so plainly that it counts even in a post that also tells what was done to
   * the writer ("it happened to me too and I did not whine, you are overreacting"). Else such a post is left alone.
   */
  toOthers?: boolean;
  /** True: a polite question does not excuse it ("may I ask what she was wearing"). Guards 'asked' pass it over. */
  evenAsked?: boolean;
}

/**
 * quoted is found by its marks, needs no pattern. reported: somebody else's words. negated: said not to be so.
 * answered: spoken against. asked: a question of somebody who has to know. regretted: said once, and taken back.
 */
export type GuardKind = 'reported' | 'negated' | 'answered' | 'asked' | 'regretted';

/** One of kind answered within the words of a move excuses nothing: "shouting does not help" is the move itself. */
export interface Guard {
  kind: GuardKind;
  /**
   * after: words after the match, to the end of the sentence or (unless reported) to a `release`, are not the writer's. clause: the
   * same, but to the end of the clause only.
   * before: words from the sentence's beginning (or the last release) to the match. both: the whole sentence.
   * inside: the words of the match alone. previous: the sentence before, too ("What did she wear? No. It does not
   * matter."). post: every sentence of the post. A reach 'after' that ends in a colon and a new line takes in the lines below.
   */
  reach: 'after' | 'clause' | 'before' | 'both' | 'inside' | 'previous' | 'post';
  patterns: readonly string[];
}

export interface Language {
  id: Lang;
  /** One character, lower case already, as it is compared: variants made one, marks dropped (''). */
  fold(char: string): string;
  /** What a folded word may stand for: one entry a word (several for a contraction), each its forms. */
  read(word: string): readonly (readonly string[])[];
  /** Patterns by name, for <name>. A class may use others. */
  classes: Readonly<Record<string, readonly string[]>>;
  groups: readonly Group[];
  guards: readonly Guard[];
  /** Where the writer speaks again after reported or negated words: "… but honestly", "… and he is right". */
  releases: readonly string[];
  /** That the writer takes what somebody said for true ("… and he is right"): then it is the writer's move as well. */
  endorses?: readonly string[];
  /**
   * That the writer speaks to or of somebody else ("you are …"); without it a post that tells is left alone.
   * Where a language has none, every sentence counts as such.
   */
  addresses?: readonly string[];
  /** That the writer, or somebody of theirs, tells what was done to them. */
  accounts: readonly string[];
  /** That somebody of another name for the writer is told off or asked ("you", "she"): hints for the model. */
  cues: Readonly<Record<string, readonly string[]>>;
  /** True: much is said by the beginnings and ends of words, so the counted model looks at pieces of them. */
  pieces?: boolean;
  /** Said where the counted model, not a pattern, found the move. */
  whyModel: Readonly<Record<Move, string>>;
}
