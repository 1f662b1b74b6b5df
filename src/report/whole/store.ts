/** What a restored copy must hold of each report for her code to find it again: the only SQL that looks for it. Read only. */
import { type Kysely, sql } from 'kysely';
import type { Consents } from '../answers.ts';

export interface Held {
  id: string;
  lookup_hash: Uint8Array;
  recipient: string;
  signer: string;
  consents: Consents;
  consents_number: number;
  consents_signature: string;
  /** Erased a year after closing: nothing sealed is to be there. */
  erased: boolean;
  /** Her own words are there, and the secret that opens them, also in the archive, each beginning as a sealed file does. */
  has_secret: boolean;
  has_words: boolean;
  /** Something sealed does not begin as a sealed file does. */
  odd: boolean;
}

/** Every file of age v1 begins so. */
const head = 'age-encryption.org/v1\n';
/** And a secret that two must open so. */
const splitHead = 'upstander together 1\n';

/** Up to `most` by id, those after `after`. */
export async function heldAfter(
  db: Kysely<unknown>,
  { after, most }: { after: string; most: number },
): Promise<Held[]> {
  const split = sql`substring(body from 1 for ${splitHead.length}) = ${Buffer.from(splitHead)}`;
  const sealed = sql`substring(body from 1 for ${head.length}) = ${Buffer.from(head)}`;
  const { rows } = await sql<Held>`
    select id, lookup_hash, recipient, signer, consents, consents_number, consents_signature, erased is not null as erased,
      exists (select from report_secret where report = report.id and case when report.together then ${split} else ${sealed} end)
        or exists (select from report_archive where report = report.id and ${sealed}) as has_secret,
      exists (select from report_item where report = report.id and kind = 'told' and ${sealed}) as has_words,
      exists (select from report_item where report = report.id and not ${sealed})
        or exists (select from report_reply where report = report.id and not ${sealed}) as odd
    from report where id > ${after} order by id limit ${most}`.execute(db);
  return rows;
}
