/** Six words (or twenty digits) for a key: two people compare them aloud before one signs for the other. */
import {
  type CodeList,
  canonicalJson,
  codeList,
  digits,
  fingerprint,
  isWords,
  type Reader,
  sha256,
  showCode,
  toBase64url,
} from '../../platform/keys/index.ts';
import { useDesk } from './desk.ts';

/** Of the whole entry, so that name, place and training are compared with the keys. */
export function readerFingerprint(reader: Reader, list: CodeList): string {
  const { id, recipient, signer, childTrained, place } = reader;
  const whole = toBase64url(sha256(canonicalJson({ id, recipient, signer, childTrained, place })));
  return showCode(fingerprint(whole, list));
}

export function Fingerprint({ reader }: { reader: Reader }) {
  const { t } = useDesk();
  // A colleague whose desk speaks a language without a signed list sees digits: both can be compared.
  const words = codeList(t.lang);
  return (
    <p class="desk-fingerprint">
      <span class="small quiet">{t('casework.fingerprint')}</span>
      <bdi class="num" translate={false}>
        {readerFingerprint(reader, words)}
      </bdi>
      {isWords(words) && (
        <span class="small quiet">
          {t('casework.fingerprint.digits')} <bdi class="num">{readerFingerprint(reader, digits)}</bdi>
        </span>
      )}
    </p>
  );
}
