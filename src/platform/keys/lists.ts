/** What codes are made of: a reviewed list of words where a language has one, digits where it has not. */
import { KeyRefusal } from './refusal.ts';

/** 'en-1': language and edition. A published list never changes; a better one is a new id. */
export type WordListId = `${string}-${number}`;

export interface WordList {
  id: WordListId;
  language: string;
  /** Lower case, NFC, sorted, no two the same. */
  words: readonly string[];
  /** Who signed the list, and the day; an unsigned list is never drawn from. */
  reviewedBy: string | null;
  reviewedOn: string | null;
}

export interface DigitList {
  id: 'digits';
}

export type CodeList = WordList | DigitList;

export const digits: DigitList = { id: 'digits' };

/** Drawn lengths: receipt (and the root's fingerprint), a caseworker's paper phrase. */
export const lengths = {
  code: { words: 6, digits: 20 },
  phrase: { words: 10, digits: 33 },
} as const;

/** What each must be worth, in bits. */
export const neededBits = { code: 65, phrase: 108 } as const;

export function isWords(list: CodeList): list is WordList {
  return list.id !== 'digits';
}

/** The list a language's codes are drawn from, out of those at hand. */
export function listFor(language: string, lists: readonly WordList[]): CodeList {
  return lists.find((list) => list.language === language && list.reviewedBy !== null) ?? digits;
}

/**
 * Refuses `weak_bounds` unless the list gives what receipts and phrases promise. Called at start: a list cut by a
 * careless edit stops the server instead of handing out codes that can be guessed.
 */
export function assertList(list: CodeList): void {
  const unit = isWords(list) ? 'words' : 'digits';
  const choices = isWords(list) ? new Set(list.words).size : 10;
  if (isWords(list) && choices !== list.words.length) {
    throw new KeyRefusal('weak_bounds', { list: list.id, why: 'a word stands twice' });
  }
  for (const use of ['code', 'phrase'] as const) {
    const bits = lengths[use][unit] * Math.log2(choices);
    if (bits < neededBits[use]) {
      throw new KeyRefusal('weak_bounds', {
        list: list.id,
        bits: Number(bits.toFixed(1)),
        needed: neededBits[use],
      });
    }
  }
}
