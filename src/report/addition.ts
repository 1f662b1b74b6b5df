/** Something she adds later: sealed to her report's own key, the envelope signed with the key only her code opens. Pure. */
import { fromUtf8, toBase64url, utf8 } from '../platform/keys/bytes.ts';
import { sha256Hex } from '../platform/keys/digest.ts';
import { sealItem } from '../platform/keys/item.ts';
import { KeyRefusal } from '../platform/keys/refusal.ts';
import { sign } from '../platform/keys/sign.ts';
import { isHers, type ReportPlace, type ShownConsents } from './consents.ts';
import type { NamedFile } from './files/model.ts';
import type { Addition } from './wire.ts';

export interface AdditionPlace extends ReportPlace {
  /** From 1, in the order added. */
  number: number;
}

export const additionItem = (number: number): string => `addition-${number}`;

/** Fields of its signature: over the ciphertext, so that the server can check it without opening anything. */
export const additionFields = (
  { installation, report, number }: AdditionPlace,
  body: Uint8Array,
): string[] => [installation, report, additionItem(number), sha256Hex(body)];

/** Sealed to the recipient she signed. Refuses `bad_key` where what is shown carries no signature of hers. */
export async function sealAddition(
  place: AdditionPlace,
  text: string,
  keys: ShownConsents & { signer: string; signSecret: Uint8Array },
  before?: { bundle: string; files: readonly NamedFile[] },
): Promise<Omit<Addition, 'lookup'>> {
  const { recipient, signer, signSecret } = keys;
  // A recipient she never signed may be anybody's: sealing to it would hand her words over.
  if (!isHers(place, keys, signer)) throw new KeyRefusal('bad_key');
  const content = utf8(JSON.stringify({ text, ...(before ? { files: before.files } : {}) }));
  const body = await sealItem({ ...place, item: additionItem(place.number), content }, [recipient]);
  const signature = sign('addition', additionFields(place, body), signSecret);
  const added = { number: place.number, body: toBase64url(body), signature };
  if (!before) return added;
  return { ...added, files: { bundle: before.bundle, pieces: before.files.map(({ pieces }) => pieces) } };
}

/** The words of an opened addition. Refuses `damaged`. */
export function readAddition(content: Uint8Array): string {
  try {
    const { text } = JSON.parse(fromUtf8(content)) as { text?: unknown };
    if (typeof text === 'string') return text;
  } catch {
    // Not ours, whatever it is.
  }
  throw new KeyRefusal('damaged', { what: 'addition' });
}
