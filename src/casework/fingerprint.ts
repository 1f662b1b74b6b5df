/** Six words (or twenty digits) for a reader's entry: two people compare them aloud before one signs for the other. */
import {
  type CodeList,
  canonicalJson,
  fingerprint,
  type Reader,
  sha256,
  showCode,
  toBase64url,
} from '../platform/keys/index.ts';

/** Of the whole entry: whoever changes name, place, training or a key changes the words. */
export function readerFingerprint(reader: Reader, list: CodeList): string {
  return showCode(fingerprint(toBase64url(sha256(canonicalJson({ ...reader }))), list));
}
