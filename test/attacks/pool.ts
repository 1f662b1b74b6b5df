/** Sealed reports made ahead, each as a phone makes it, so that a storm of them can be sent at once. */
import { type Installation, openInstallation } from '../../src/platform/installation.ts';
import {
  type Code,
  codeList,
  deriveReceipt,
  newSeed,
  type Reader,
  type ReaderEntry,
  readers,
  type Scrypt,
  toBase64url,
} from '../../src/platform/keys/index.ts';
import { nodeScrypt } from '../../src/platform/keys/node-scrypt.ts';
import { quickWork } from '../../src/platform/keys/quick-work.ts';
import type { Answers } from '../../src/report/answers.ts';
import { type Submission, sealReport } from '../../src/report/seal.ts';
import { plainAnswers } from '../told.ts';

export interface Made {
  /** What stands in it, and in no other. */
  words: string;
  code: Code;
  submission: Submission;
}

export interface Pool {
  installation: Installation;
  make(words: string): Promise<Made>;
  /** What her code says to the server when she comes back, base64url. */
  lookup(code: Code): Promise<string>;
}

export interface Sealer {
  installation: Pick<Installation, 'id' | 'salt'>;
  readers: readonly Reader[];
  /** 'YYYY-MM-DD' in UTC: the day the proof of work is for. */
  day: string;
  scrypt?: Scrypt;
}

/** Seals to everybody on the list the server shows, once the list is proved from the folder's own root. */
export async function sealerFor(data: string, url: string): Promise<Sealer & { installation: Installation }> {
  const installation = await openInstallation(data);
  if (installation === null) throw new Error('There is no installation in the folder');
  const { entries } = (await (await fetch(`${url}/api/readers`)).json()) as { entries: ReaderEntry[] };
  const now = new Date();
  const { active } = readers({ entries, root: installation.root, installation: installation.id, now });
  return { installation, readers: active, day: now.toISOString().slice(0, 10) };
}

export async function poolOf(data: string, url: string): Promise<Pool> {
  const sealer = await sealerFor(data, url);
  const { installation } = sealer;
  return {
    installation,
    // What could happen again soon is in the inbox at once, however many come.
    make: (words) => seal(words, sealer, { soon: 'now' }),
    async lookup(code) {
      const receipt = await deriveReceipt(code, installation.salt, { scrypt: nodeScrypt });
      return toBase64url(receipt.lookup);
    },
  };
}

export async function seal(
  words: string,
  { installation, readers: active, day, scrypt = nodeScrypt }: Sealer,
  changes: Partial<Answers> = {},
): Promise<Made> {
  const sealed = await sealReport({ ...plainAnswers, ...changes, words }, newSeed(), {
    installation: installation.id,
    salt: toBase64url(installation.salt),
    list: codeList('en'),
    readers: active,
    language: 'en',
    cameBy: 'self',
    scrypt,
  });
  if (sealed === null) throw new Error('Nobody may read this report');
  const { counter: work } = quickWork({ day, report: sealed.submission.id });
  return { words, code: sealed.code, submission: { ...sealed.submission, work } };
}
