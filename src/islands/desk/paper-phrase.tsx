/** A generated phrase for paper: shown once, hidden, typed back. Only what was typed back is used. */
import { useMemo, useState } from 'preact/hooks';
import type { T } from '../../platform/i18n/index.ts';
import { codeList, newPhrase, showPhrase } from '../../platform/keys/index.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { useAct } from './act.ts';
import { useDesk } from './desk.ts';
import { useHeading } from './heading.ts';
import { useMissing } from './missing.tsx';
import { PhraseField, phraseField, phraseProblem, readTyped } from './phrase-field.tsx';
import { Trouble } from './problem.tsx';

/** Without a passkey that opens the keys the paper is the only way back: chosen so, or the device gave no secret. */
export type PaperReason = 'beside_passkey' | 'chosen' | 'no_secret' | 'two';

interface Props {
  why: PaperReason;
  kept(phrase: string): Promise<void>;
  /** Where there is a way back: nothing changes then. */
  cancel?(): void;
}

export function PaperPhrase({ why, kept, cancel }: Props) {
  const { t } = useDesk();
  const phrase = useMemo(() => newPhrase(codeList(t.lang)), []);
  const [step, setStep] = useState<'show' | 'type'>('show');
  const [typed, setTyped] = useState('');
  const missing = useMissing();
  const act = useAct();
  const title = useHeading(step);
  const check = (event: Event) => {
    event.preventDefault();
    const text = differs(typed, phrase, t);
    if (!missing.stops(text === null ? null : { field: phraseField, text })) act.run(() => kept(phrase));
  };
  if (step === 'show') {
    return (
      <div class="column stack-5">
        <h1 tabIndex={-1} ref={title}>
          {t('casework.paper')}
        </h1>
        <p class="lede">{t(`casework.paper.${why}`)}</p>
        <Phrase phrase={phrase} />
        <p>{t('casework.paper.write')}</p>
        <p class="acts">
          <button class="btn" type="button" onClick={() => setStep('type')}>
            {t('casework.paper.written')}
          </button>
          {cancel && <Cancel cancel={cancel} busy={false} />}
        </p>
      </div>
    );
  }
  return (
    <form class="column stack-5" onSubmit={check} autocomplete="off">
      <h1 tabIndex={-1} ref={title}>
        {t('casework.paper.back')}
      </h1>
      <PhraseField
        label={t('casework.paper.type')}
        typed={typed}
        onType={setTyped}
        wrong={missing.of(phraseField)}
      />
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button type="submit" class="btn" disabled={act.busy}>
          <Icon name="lock-keyhole" />
          {t('casework.paper.seal')}
        </button>
        <button class="btn second" type="button" disabled={act.busy} onClick={() => setStep('show')}>
          {t('casework.paper.show_again')}
        </button>
        {cancel && <Cancel cancel={cancel} busy={act.busy} />}
      </p>
      {act.busy && <p role="status">{t('casework.paper.busy')}</p>}
    </form>
  );
}

function Cancel({ cancel, busy }: { cancel(): void; busy: boolean }) {
  const { t } = useDesk();
  return (
    <button class="plain-btn" type="button" disabled={busy} onClick={cancel}>
      {t('casework.paper.cancel')}
    </button>
  );
}

/** Names the first word that is another one. Digits have no words to name. */
function differs(typed: string, phrase: string, t: T): string | null {
  const read = readTyped(typed);
  if (!('ok' in read)) return phraseProblem(read, t);
  if (read.ok === phrase) return null;
  const shown = phrase.split(' ');
  const at = read.ok.split(' ').findIndex((word, i) => word !== shown[i]);
  return shown.length > 1 ? t('casework.paper.differs_at', { at: at + 1 }) : t('casework.paper.differs');
}

function Phrase({ phrase }: { phrase: string }) {
  const isDigits = /^\d+$/.test(phrase);
  return (
    <ol class={isDigits ? 'words digits' : 'words'} dir="ltr" translate={false}>
      {showPhrase(phrase)
        .split(' ')
        .map((part) => (
          <li>{part}</li>
        ))}
    </ol>
  );
}
