/** Where a paper phrase is typed: spelling help off, nothing kept by the browser. */
import type { T } from '../../platform/i18n/index.ts';
import { everyList, type ReadPhrase, readPhrase } from '../../platform/keys/index.ts';
import { lengths } from '../../platform/keys/lists.ts';
import { useDesk } from './desk.ts';
import { described, fieldClass, Why } from './missing.tsx';

export const phraseField = 'paper-phrase';
export const readTyped = (typed: string): ReadPhrase => readPhrase(typed, everyList);

/** Why what was typed cannot be a phrase; null when it can. */
export function phraseProblem(read: ReadPhrase, t: T): string | null {
  if ('ok' in read) return null;
  switch (read.problem) {
    case 'empty':
      return t('casework.phrase.problem.empty');
    case 'extra':
      return t('casework.phrase.problem.extra', { at: read.at, typed: read.typed });
    case 'word': {
      const { at, typed, nearest } = read;
      return nearest.length > 0
        ? t('casework.phrase.problem.word', { at, typed, nearest: nearest.join(' / ') })
        : t('casework.phrase.problem.word_alone', { at, typed });
    }
    default: {
      const { got, expected } = read;
      const unit = expected === lengths.phrase.digits ? 'count_digits' : 'count_words';
      return t(`casework.phrase.problem.${unit}`, { got, expected });
    }
  }
}

interface Props {
  label: string;
  typed: string;
  onType(typed: string): void;
  wrong: string | null;
}

export function PhraseField({ label, typed, onType, wrong }: Props) {
  const { t } = useDesk();
  const id = phraseField;
  return (
    <div class={fieldClass(wrong)}>
      <label for={id}>{label}</label>
      <p class="hint small" id={`${id}-hint`}>
        {t('casework.phrase.hint')}
      </p>
      <Why id={id} text={wrong} />
      <textarea
        class="in sealed"
        id={id}
        rows={3}
        dir="auto"
        value={typed}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck={false}
        {...described(id, wrong, `${id}-hint`)}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </div>
  );
}
