/**
 * Why keys refused. `code` is stable, `params` hold what a page needs to say it; the text comes from the
 * caller's catalogue. Never carries plaintext, a code, a phrase or a secret: it may be logged.
 */
export type KeyRefusalCode =
  | 'swapped' // an item stands where another belongs: {field}
  | 'not_for_you' // the identity is none of the file's readers
  | 'damaged' // the file, or what is inside it, is not what was sealed
  | 'bad_name' // a name that cannot stand in an item's header: {field}
  | 'no_readers' // asked to seal to nobody
  | 'bad_key' // not a key of the kind asked for
  | 'wrong_phrase' // the paper phrase or passkey does not open this wrap
  | 'chain_broken' // the reader list has an illegal history: {number, why}
  | 'older_list' // a reader list older than one already seen: {number, seen}
  | 'cut_short' // where two must open, a list in which fewer than two of ours count
  | 'archive_broken' // what is said to be the archive key is not what the root signed: {why}
  | 'halves_differ' // two cards that do not belong together
  | 'bad_share' // a share that is mistyped, foreign or the same twice: {why}
  | 'needs_two' // two must open it, and no colleague has opened it with us yet
  | 'weak_bounds'; // a list or length that gives too little to guess: {list, bits, needed}

export class KeyRefusal extends Error {
  readonly code: KeyRefusalCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: KeyRefusalCode, params: Readonly<Record<string, string | number>> = {}) {
    super(Object.keys(params).length === 0 ? code : `${code} ${JSON.stringify(params)}`);
    this.name = 'KeyRefusal';
    this.code = code;
    this.params = params;
  }
}
