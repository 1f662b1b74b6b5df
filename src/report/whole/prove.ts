/** Whether a restored copy would serve: without any key, all that a code and a reader need is looked for in each report. */
import type { Kysely } from '../../platform/db/index.ts';
import type { Installation } from '../../platform/installation.ts';
import {
  codeList,
  deriveReceipt,
  KeyRefusal,
  lookupHash,
  newSeed,
  readers,
  receiptCode,
} from '../../platform/keys/index.ts';
import { nodeScrypt } from '../../platform/keys/node-scrypt.ts';
import { verifyHere } from '../../platform/keys/node-verify.ts';
import { entriesReader } from '../chain/store.ts';
import { consentsFields } from '../consents.ts';
import { reportReader } from '../store.ts';
import { type Held, heldAfter } from './store.ts';

export interface Proved {
  reports: number;
  /** Of them erased a year after closing. */
  erased: number;
  /** Entries of the signed list of readers, from the root on; how many readers count now, and how many wait. */
  entries: number;
  active: number;
  waiting: number;
  /** What does not hold, in words; empty where everything does. Never an id. */
  wrong: readonly string[];
}

export interface Proving {
  db: Kysely<unknown>;
  installation: Installation;
  now: Date;
  /** So many more reports were looked at. */
  step?(some: number): void;
}

const faults: readonly [string, (held: Held, installation: string) => boolean][] = [
  ['are not signed by who told', (held, installation) => !isSigned(held, installation)],
  ['lack the secret that opens them', ({ erased, has_secret }) => !erased && !has_secret],
  ['lack what was told', ({ erased, has_words }) => !erased && !has_words],
  ['hold something that is not sealed', ({ odd }) => odd],
  ['were erased and hold words', ({ erased, has_secret, has_words }) => erased && (has_secret || has_words)],
];

/** Reads and changes nothing. */
export async function proveCopy({ db, installation, now, step }: Proving): Promise<Proved> {
  const wrong = new Map<string, number>();
  const found = (what: string) => wrong.set(what, (wrong.get(what) ?? 0) + 1);
  let [reports, erased] = [0, 0];
  for (let after = ''; ; ) {
    const page = await heldAfter(db, { after, most: 200 });
    for (const held of page) {
      for (const [what, isSo] of faults) if (isSo(held, installation.id)) found(what);
      // As her phone asks: by the hash of what her code makes, and nothing else.
      if ((await reportReader(db).byLookup(held.lookup_hash))?.id !== held.id)
        found('their code does not find');
      if (held.erased) erased++;
    }
    reports += page.length;
    step?.(page.length);
    after = page.at(-1)?.id ?? '';
    if (page.length === 0) break;
  }
  const chain = await proveReaders(db, installation, now);
  return {
    reports,
    erased,
    ...chain,
    wrong: [
      ...[...wrong].map(([what, some]) => `${some} of ${reports} reports ${what}`),
      ...((await findsNothing(db, installation)) ? [] : ['a code nobody has finds a report']),
      ...chain.wrong,
    ],
  };
}

function isSigned(held: Held, installation: string): boolean {
  const { id: report, recipient, signer, consents, consents_number: number } = held;
  const fields = consentsFields({ installation, report, recipient, number, consents });
  return verifyHere('consents', fields, { signer, signature: held.consents_signature });
}

async function proveReaders(db: Kysely<unknown>, { root, id: installation }: Installation, now: Date) {
  const entries = await entriesReader(db).all();
  try {
    const { active, waiting } = readers({ entries, root, installation, now });
    return { entries: entries.length, active: active.length, waiting: waiting.length, wrong: [] };
  } catch (error) {
    if (!(error instanceof KeyRefusal)) throw error;
    const why = `entry ${error.params.number ?? 0} of the list of readers does not hold`;
    return { entries: entries.length, active: 0, waiting: 0, wrong: [why] };
  }
}

/** The way a phone takes, with this installation's salt, for a code that was made just now. */
async function findsNothing(db: Kysely<unknown>, { salt }: Installation): Promise<boolean> {
  const { lookup } = await deriveReceipt(receiptCode(newSeed(), codeList('en')), salt, {
    scrypt: nodeScrypt,
  });
  return (await reportReader(db).byLookup(lookupHash(lookup))) === null;
}
