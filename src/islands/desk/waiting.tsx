/** Own keys are made and wait for signatures: what is left, and the words to compare. */
import { Icon } from '../../web/ui/icon.tsx';
import { useAct } from './act.ts';
import { useDesk } from './desk.ts';
import { Fingerprint } from './fingerprint.tsx';
import { Trouble } from './problem.tsx';

export function WaitingForKey() {
  const { t, me, refresh } = useDesk();
  const act = useAct();
  if (!me.waiting) return null;
  return (
    <div class="column stack-5">
      <h1>{t('casework.waiting')}</h1>
      <p class="lede">{t('casework.waiting.lede')}</p>
      <Fingerprint reader={me.waiting} />
      <ol class="plain stack-2">
        {(['compare', 'sign', 'wait', 'share'] as const).map((line) => (
          <li key={line}>
            <Icon name={line === 'wait' ? 'clock' : 'check'} />
            <span>{t(`casework.waiting.${line}`)}</span>
          </li>
        ))}
      </ol>
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button class="btn second" type="button" disabled={act.busy} onClick={() => act.run(refresh)}>
          {t('casework.waiting.look')}
        </button>
      </p>
    </div>
  );
}
