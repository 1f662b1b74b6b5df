/** The word lists this release knows. A list once here stays here, unchanged: codes on paper depend on it. */
import { type CodeList, digits, listFor, type WordList } from './lists.ts';
import { en1 } from './words/en-1.ts';

export const published: readonly WordList[] = [en1];

/** Every list a typed code may be of. */
export const everyList: readonly CodeList[] = [...published, digits];

/** The list new codes are drawn from in a language: English has ours, others get digits until theirs is signed. */
export function codeList(language: string): CodeList {
  return listFor(language, published);
}

/** A list by the id a code carries, or undefined for an id this release does not know. */
export function listById(id: string): CodeList | undefined {
  return everyList.find((list) => list.id === id);
}
