/** Which words of a post are the writer's own move, and which are quoted, reported, negated, answered, asked, taken back. */
import type { Guard, GuardKind } from './grammar.ts';
import { type Match, matches, type Patterns } from './pattern.ts';
import type { Range } from './quotes.ts';
import type { Read } from './words.ts';

/** Words that something takes away from the writer. */
export interface Excuse {
  kind: GuardKind;
  /** Words, end excluded. */
  over: Range;
  /** The words of the guard itself. */
  by: Range;
}

export interface Guarding {
  /** What was found in each sentence. */
  guards: readonly (readonly Match<Guard>[])[];
  releases: Patterns<true>;
  endorses: Patterns<true>;
}

/** How many lines below an announcement are taken for what it announces. */
const mostAnnounced = 8;

/** What excuses words of each sentence. Each list is as short as a sentence is. */
export function excuses(read: Read, { guards, releases, endorses }: Guarding): Excuse[][] {
  const all: Excuse[][] = read.sentences.map(() => []);
  const put = (n: number, excuse: Excuse) => void all[n]?.push(excuse);
  const wholePost = new Map<GuardKind, Range>();
  read.sentences.forEach((sentence, n) => {
    const found = (guards[n] ?? []).filter((match) => !isQuotedWhole(read, match));
    if (found.length === 0) return;
    const free = matches(releases, read, sentence);
    for (const { means, from, to } of found) {
      const { kind, reach } = means;
      const by: Range = [from, to];
      if (reach === 'post') {
        if (!wholePost.has(kind)) wholePost.set(kind, by);
        continue;
      }
      put(n, { kind, by, over: reachOf({ kind, reach, from, to, read }, sentence, free) });
      const previous = read.sentences[n - 1];
      if (reach === 'previous' && previous) put(n - 1, { kind, by, over: previous });
      if (reach === 'after' && read.announces[n]) {
        read.sentences.slice(n + 1, n + 1 + mostAnnounced).forEach((over, below) => {
          put(n + 1 + below, { kind, by, over });
        });
      }
    }
  });
  for (const [kind, by] of wholePost) {
    read.sentences.forEach((over, n) => {
      put(n, { kind, by, over });
    });
  }
  read.sentences.forEach((sentence, n) => {
    const found = matches(endorses, read, sentence).filter((match) => !isQuotedWhole(read, match));
    if (found.length === 0) return;
    // What somebody said and the writer agrees with is the writer's as well; so is the sentence before, if it begins so.
    const begins = found.some(({ from }) => from <= sentence[0] + 1);
    for (const at of begins ? [n, n - 1] : [n]) {
      if (all[at]) all[at] = all[at].filter(({ kind }) => kind !== 'reported');
    }
  });
  return all;
}

/** A guard inside quotation marks is somebody else's too. */
function isQuotedWhole(read: Read, { from, to }: { from: number; to: number }): boolean {
  return read.quoted[from] === true && read.quoted[to - 1] === true;
}

interface Reaching {
  kind: GuardKind;
  reach: Exclude<Guard['reach'], 'post'>;
  from: number;
  to: number;
  read: Read;
}

function reachOf(
  { kind, reach, from, to, read }: Reaching,
  [first, last]: Range,
  free: readonly Match<true>[],
): Range {
  let next = last;
  let before = first;
  for (const release of free) {
    // "He said … but …": whose but it is cannot be known, so it stays what was said; better missed than put in a mouth.
    if (release.from >= to && !(kind === 'reported' && reach === 'after'))
      next = Math.min(next, release.from);
    if (release.to <= from) before = Math.max(before, release.to);
  }
  switch (reach) {
    case 'after':
      return [from, next];
    case 'clause': {
      let end = to;
      while (end < next && !read.opens[end]) end++;
      return [from, end];
    }
    case 'before':
      return [before, to];
    case 'both':
    case 'previous':
      return [before, next];
    case 'inside':
      return [from, to];
  }
}

export interface Span {
  from: number;
  to: number;
}

/** True where half of the words of a move or more are not the writer's own. */
export function isExcused(
  { from, to }: Span,
  { read, list, evenAsked }: { read: Read; list: readonly Excuse[]; evenAsked: boolean },
): boolean {
  let excused = 0;
  for (let at = from; at < to; at++) {
    const byGuard = list.some(
      ({ kind, over, by }) =>
        at >= over[0] &&
        at < over[1] &&
        !(kind === 'answered' && by[0] >= from && by[1] <= to) &&
        !(evenAsked && kind === 'asked'),
    );
    if (read.quoted[at] || byGuard) excused++;
  }
  return excused * 2 >= to - from;
}

/** For each word of the post: it is the writer's own (quoted and excused words are not), whatever move it may be. */
export const ownWords = (read: Read, all: readonly (readonly Excuse[])[]): boolean[] =>
  wordsWithout(read, all, (kind) => kind !== 'asked');

/** For each word of the post: it is not quoted, reported or taken back. Nobody is judged by other words. */
export const standingWords = (read: Read, all: readonly (readonly Excuse[])[]): boolean[] =>
  wordsWithout(read, all, (kind) => kind === 'reported' || kind === 'regretted');

function wordsWithout(
  read: Read,
  all: readonly (readonly Excuse[])[],
  isLeftOut: (kind: GuardKind) => boolean,
): boolean[] {
  const words = read.quoted.map((isQuoted) => !isQuoted);
  for (const { kind, over } of all.flat()) {
    if (isLeftOut(kind)) words.fill(false, over[0], over[1]);
  }
  return words;
}
