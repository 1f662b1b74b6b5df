/** Opens the keys on a page that is signed in: a passkey, or the paper phrase. */
import { useState } from 'preact/hooks';
import { KeyRefusal } from '../../platform/keys/index.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Reads } from '../../web/ui/reads.tsx';
import { useAct } from './act.ts';
import { useDesk } from './desk.ts';
import { checkedOwn, unlockByPasskey, unlockByPhrase } from './held.ts';
import { useMissing } from './missing.tsx';
import { touchHere } from './passkey.ts';
import { PhraseField, phraseField, phraseProblem, readTyped } from './phrase-field.tsx';
import { Trouble } from './problem.tsx';

export function Unlock() {
  const desk = useDesk();
  const { t, me } = desk;
  const act = useAct();
  const [typed, setTyped] = useState('');
  const missing = useMissing();
  const passkeys = me.wraps.filter(({ by }) => by !== 'phrase');
  const onPaper = me.wraps.some(({ by }) => by === 'phrase');
  const touched = () =>
    act.run(async () => {
      const held = await unlockByPasskey(me.wraps, await touchHere(passkeys.map(({ by }) => by)));
      if (!held) throw new KeyRefusal('wrong_phrase');
      desk.unlocked(checkedOwn(desk, held));
    });
  const phrase = (event: Event) => {
    event.preventDefault();
    const read = readTyped(typed);
    const text = phraseProblem(read, t);
    if (missing.stops(text === null ? null : { field: phraseField, text }) || !('ok' in read)) return;
    act.run(async () => desk.unlocked(checkedOwn(desk, await unlockByPhrase(me.wraps, read.ok))));
  };
  return (
    <div class="column stack-5">
      <h1>{t('casework.unlock')}</h1>
      <p class="lede">{t('casework.unlock.lede')}</p>
      <Trouble error={act.problem} t={t} />
      {passkeys.length > 0 && (
        <p class="acts">
          <button class="btn" type="button" disabled={act.busy} onClick={touched}>
            <Icon name="key-round" />
            {t('casework.unlock.passkey')}
          </button>
        </p>
      )}
      {onPaper && (
        <form class="stack" onSubmit={phrase} autocomplete="off">
          <PhraseField
            label={t('casework.unlock.phrase')}
            typed={typed}
            onType={setTyped}
            wrong={missing.of(phraseField)}
          />
          <p class="acts">
            <button type="submit" class={passkeys.length > 0 ? 'btn second' : 'btn'} disabled={act.busy}>
              {t('casework.unlock.with_phrase')}
            </button>
          </p>
          {act.busy && <p role="status">{t('casework.unlock.busy')}</p>}
        </form>
      )}
      {me.wraps.length === 0 && <p>{t('casework.unlock.nothing')}</p>}
      <Reads icon="lock-keyhole">{t('casework.unlock.memory')}</Reads>
    </div>
  );
}
