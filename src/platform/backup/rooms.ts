/** What the rooms say about copies of what is theirs; composed in src/backup.ts. */
import type { Kysely, Transaction } from '../db/index.ts';
import type { Installation } from '../installation.ts';

/** What must not be as old as a backup: it is written apart, at each change, and given to a restore beside it. */
export interface Apart {
  /** Signed by those who withdrew. */
  withdrawn: readonly unknown[];
  /** The signed list of readers. */
  readers: readonly unknown[];
}

export interface Replayed {
  /** Reports taken out that the backup still had. */
  withdrawn: number;
  /** Entries of the list of readers that are newer than the backup. */
  readers: number;
  /** Mails that waited when the backup was made, and are not sent. */
  mails: number;
}

export interface Proof {
  /** Name and number, e.g. {reports: 40}. */
  figures: Readonly<Record<string, number>>;
  /** What does not hold, in words; none where everything does. */
  wrong: readonly string[];
}

export interface Rooms {
  /** Tables that are not copied: sessions, links of one use and questions end with the machine. */
  leftOut: readonly string[];
  apart(db: Kysely<unknown>): Promise<Apart>;
  /** Another answer: something of it has changed. */
  apartMark(db: Kysely<unknown>): Promise<string>;
  /**
   * In the transaction of a restore, when every table is filled and nobody can see it yet. What is in `apart` comes from
   * files and is proved before it counts.
   */
  restored(tx: Transaction<unknown>, with_: { installation: Installation; apart: Apart }): Promise<Replayed>;
  /** Of a copy that was brought back to be looked at: whether it would serve. Changes nothing. */
  proved(
    db: Kysely<unknown>,
    with_: { installation: Installation; step(some: number): void },
  ): Promise<Proof>;
}
