/** Takes back what one wrote oneself, after asking once. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { Trouble } from './problem.tsx';

export function TakeBack({ id, again }: { id: string; again(): void }) {
  const { t, say } = useDesk();
  const [sure, setSure] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  const act = useAct();
  useEffect(() => {
    if (sure) yes.current?.focus();
  }, [sure]);
  const take = () =>
    act.run(async () => {
      await ask('pressure/forget', { id });
      say(t('casework.pressure.taken'));
      again();
    });
  if (!sure)
    return (
      <p>
        <button class="plain-btn" type="button" onClick={() => setSure(true)}>
          {t('casework.pressure.take_back')}
        </button>
      </p>
    );
  return (
    <div class="stack-2">
      <p>{t('casework.pressure.sure')}</p>
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button class="btn" type="button" ref={yes} disabled={act.busy} onClick={take}>
          {t('casework.pressure.yes')}
        </button>
        <button class="btn second" type="button" onClick={() => setSure(false)}>
          {t('casework.no')}
        </button>
      </p>
    </div>
  );
}
