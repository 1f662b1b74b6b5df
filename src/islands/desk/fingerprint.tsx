/** Six words (or twenty digits) for a key: two people compare them aloud before one signs for the other. */
import { readerFingerprint } from '../../casework/fingerprint.ts';
import { codeList, digits, isWords, type Reader } from '../../platform/keys/index.ts';
import { useDesk } from './desk.ts';

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
