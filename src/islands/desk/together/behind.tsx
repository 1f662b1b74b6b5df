/** Reports behind an ask that have to be opened with a colleague before their signatures can be checked. */
import { useState } from 'preact/hooks';
import { Note } from '../../../web/ui/note.tsx';
import { useAct } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Trouble } from '../problem.tsx';

export function Behind({ reports }: { reports: readonly string[] }) {
  const { t } = useDesk();
  const [isAsked, setAsked] = useState(false);
  const act = useAct();
  const askThem = () =>
    act.run(async () => {
      for (const report of reports) await ask('together/ask', { report });
      setAsked(true);
    });
  return (
    <Note kind="mind">
      <p>{t('casework.two.behind', { n: reports.length })}</p>
      <p>{t(isAsked ? 'casework.two.behind_asked' : 'casework.two.tell')}</p>
      <Trouble error={act.problem} t={t} />
      {!isAsked && (
        <p class="acts">
          <button class="btn second" type="button" disabled={act.busy} onClick={askThem}>
            {t('casework.two.ask_mine')}
          </button>
        </p>
      )}
    </Note>
  );
}
