/** Her word about one body, signed by the key only her code opens: a word put back, or moved to another body, is not hers. Pure. */
import { sign } from '../platform/keys/sign.ts';
import type { ReportPlace } from './consents.ts';
import type { BodyQuestion, BodyWord } from './wire.ts';

export type SpokenWord = Pick<BodyWord, 'body' | 'number' | 'said'>;

/** The same for signing and checking; of kind 'body'. */
export const bodyWordFields = (
  { installation, report }: ReportPlace,
  { body, number, said }: SpokenWord,
): string[] => [installation, report, body, String(number), said];

/** Her next word to a question. */
export function signBodyWord(
  place: ReportPlace,
  { body, number: last, said }: Pick<BodyQuestion, 'body' | 'number'> & Pick<BodyWord, 'said'>,
  signSecret: Uint8Array,
): Omit<BodyWord, 'lookup'> {
  const word = { body, number: last + 1, said };
  return { ...word, signature: sign('body', bodyWordFields(place, word), signSecret) };
}
