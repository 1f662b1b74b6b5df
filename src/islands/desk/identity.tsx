/** The one file that opens everything this person may open. Only after the paper phrase is typed again. */
import { useState } from 'preact/hooks';
import { identityFile } from '../../platform/keys/index.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { useAct } from './act.ts';
import { twoMustOpen, useDesk } from './desk.ts';
import { save } from './exporting.ts';
import { checkedOwn, forget, unlockByPhrase } from './held.ts';
import { useMissing } from './missing.tsx';
import { PhraseField, phraseField, phraseProblem, readTyped } from './phrase-field.tsx';
import { Trouble } from './problem.tsx';

export function Identity() {
  const desk = useDesk();
  const { t, me } = desk;
  const [typed, setTyped] = useState('');
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const missing = useMissing();
  const onPaper = me.wraps.some(({ by }) => by === 'phrase');
  const take = (event: Event) => {
    event.preventDefault();
    const read = readTyped(typed);
    const text = phraseProblem(read, t);
    if (missing.stops(text === null ? null : { field: phraseField, text }) || !('ok' in read)) return;
    act.run(async () => {
      const held = checkedOwn(desk, await unlockByPhrase(me.wraps, read.ok));
      const lines = [t('casework.identity.line', { name: me.name }), t('casework.identity.line_keep')];
      save('identity.txt', identityFile(held.identity, lines), 'text/plain');
      forget(held);
      setTyped('');
      setSaved(true);
    });
  };
  return (
    <div class="column stack-5">
      <h1>{t('casework.page.identity')}</h1>
      <Note kind="mind">
        <p>{t(twoMustOpen(desk) ? 'casework.identity.two' : 'casework.identity.mind')}</p>
      </Note>
      <p>{t('casework.identity.lede')}</p>
      {!onPaper && <p>{t('casework.identity.no_paper')}</p>}
      {onPaper && (
        <form class="stack" onSubmit={take} autocomplete="off">
          <PhraseField
            label={t('casework.unlock.phrase')}
            typed={typed}
            onType={setTyped}
            wrong={missing.of(phraseField)}
          />
          <Trouble error={act.problem} t={t} />
          <p class="acts">
            <button type="submit" class="btn" disabled={act.busy}>
              <Icon name="download" />
              {t('casework.identity.do')}
            </button>
          </p>
          {act.busy && <p role="status">{t('casework.unlock.busy')}</p>}
        </form>
      )}
      {saved && (
        <div role="status">
          <Note kind="good">
            <p>{t('casework.identity.done')}</p>
          </Note>
        </div>
      )}
    </div>
  );
}
