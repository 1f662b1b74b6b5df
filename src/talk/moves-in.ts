/** A language made ready, and what its grammar sees in a post. */
import type { Group, Guard, Language } from './grammar.ts';
import { excuses, isExcused, ownWords, standingWords } from './mask.ts';
import { type Match, matches, type Patterns, patternsInSteps, toTheEnd } from './pattern.ts';
import { type Read, readWords } from './words.ts';

export interface Ready {
  language: Language;
  groups: Patterns<Group>;
  guards: Patterns<Guard>;
  releases: Patterns<true>;
  endorses: Patterns<true>;
  addresses: Patterns<true>;
  accounts: Patterns<true>;
  cues: Patterns<string>;
}

/** Throws where a pattern of the language cannot be read. */
export function ready(language: Language): Ready {
  return toTheEnd(readyInSteps(language));
}

/** The same work, a little at a time: a browser can answer in between. */
export function* readyInSteps(language: Language): Generator<undefined, Ready> {
  const { classes, groups, guards, releases, endorses = [], addresses = [], accounts, cues } = language;
  const each = <T>(lines: readonly string[], means: T) => lines.map((line) => ({ line, means }));
  return {
    language,
    groups: yield* patternsInSteps(
      groups.flatMap((group) => each(group.patterns, group)),
      classes,
    ),
    guards: yield* patternsInSteps(
      guards.flatMap((guard) => each(guard.patterns, guard)),
      classes,
    ),
    releases: yield* patternsInSteps(each(releases, true as const), classes),
    endorses: yield* patternsInSteps(each(endorses, true as const), classes),
    addresses: yield* patternsInSteps(each(addresses, true as const), classes),
    accounts: yield* patternsInSteps(each(accounts, true as const), classes),
    cues: yield* patternsInSteps(
      Object.entries(cues).flatMap(([name, lines]) => each(lines, name)),
      classes,
    ),
  };
}

export interface Seen {
  read: Read;
  /** For each word: it is the writer's own. */
  own: readonly boolean[];
  /** For each word: it is not quoted, reported or taken back. */
  standing: readonly boolean[];
  /** The post tells what was done to its writer or theirs. */
  isAccount: boolean;
  /** Per sentence: the moves its writer makes, and those that are not the writer's. */
  sentences: readonly SeenSentence[];
  /** Where the post begins with "he said": the words after it, by each way to read it. */
  reportedFrom: readonly number[];
}

export interface SeenSentence {
  made: readonly Match<Group>[];
  excused: readonly Match<Group>[];
  guards: readonly Match<Guard>[];
  /** It speaks to or of somebody else, in the writer's own words. */
  addresses: boolean;
  /** Some of its words are somebody else's, negated or answered: what is left says little by itself. */
  isMixed: boolean;
}

export function see(text: string, made: Ready): Seen {
  const read = readWords(text, made.language);
  const { releases, endorses } = made;
  const guards = read.sentences.map((sentence) => matches(made.guards, read, sentence));
  const excusing = excuses(read, { guards, releases, endorses });
  const isAccount = read.sentences.some((sentence) => matches(made.accounts, read, sentence).length > 0);
  const own = ownWords(read, excusing);
  const sentences = read.sentences.map((sentence, n) => {
    const found = matches(made.groups, read, sentence);
    const list = excusing[n] ?? [];
    const isOwn = (match: Match<Group>) =>
      !isExcused(match, { read, list, evenAsked: match.means.evenAsked === true });
    const addresses =
      made.language.addresses === undefined ||
      matches(made.addresses, read, sentence).some(({ from }) => own[from]);
    const isMixed = own.slice(sentence[0], sentence[1]).includes(false);
    return {
      made: found.filter(isOwn),
      excused: found.filter((match) => !isOwn(match)),
      guards: guards[n] ?? [],
      addresses,
      isMixed,
    };
  });
  const standing = standingWords(read, excusing);
  return { read, own, standing, isAccount, sentences, reportedFrom: reportedFrom(guards[0] ?? []) };
}

/** Even where the writer agrees with it afterwards: then it counts as the same words of their own do. */
function reportedFrom(frames: readonly Match<Guard>[]): number[] {
  return [
    ...new Set(
      frames.flatMap(({ means, from, to }) => (means.kind === 'reported' && from === 0 ? [to] : [])),
    ),
  ];
}
