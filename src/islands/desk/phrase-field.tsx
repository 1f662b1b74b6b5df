/** Where a paper phrase is typed: spelling help off, nothing kept by the browser. */
import { useId } from 'preact/hooks';
import { useDesk } from './desk.ts';

interface Props {
  label: string;
  typed: string;
  onType(typed: string): void;
  wrong?: string | null;
}

export function PhraseField({ label, typed, onType, wrong }: Props) {
  const { t } = useDesk();
  const id = useId();
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      <p class="hint small" id={`${id}-hint`}>
        {t('casework.phrase.hint')}
      </p>
      {wrong && (
        <p class="why" id={`${id}-why`}>
          {wrong}
        </p>
      )}
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
        aria-describedby={wrong ? `${id}-hint ${id}-why` : `${id}-hint`}
        aria-invalid={wrong ? true : undefined}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </div>
  );
}
