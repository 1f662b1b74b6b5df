/** Seals a row's free text as a report's is sealed: one age identity of its own, its secret to the readers. */
import { sha256Hex } from '../../platform/keys/digest.ts';
import { newReportKey, type Reader, randomId, sealItem, utf8 } from '../../platform/keys/index.ts';
import { sealFor } from '../seal.ts';

export interface SealedWords {
  /** What both files are bound to; says nothing of source or row. */
  report: string;
  secret: Uint8Array;
  body: Uint8Array;
}

/** Name of the item, as opening asks for it. */
export const wordsItem = 'imported-words';

/** `readers`: ours, of a list that was proved. KeyRefusal 'no_readers' without one: nothing is sealed to nobody. */
export async function sealWords(
  words: string,
  { installation, readers }: { installation: string; readers: readonly Reader[] },
): Promise<SealedWords> {
  const report = randomId();
  const { identity, recipient } = await newReportKey();
  const content = utf8(words);
  const bound = { told: sha256Hex(content), readers: readers.map(({ id }) => id) };
  const [secret, body] = await Promise.all([
    sealFor({ installation, report, identity, bound }, readers),
    sealItem({ installation, report, item: wordsItem, content }, [recipient]),
  ]);
  return { report, secret, body };
}
