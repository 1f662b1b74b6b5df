/** Hand over and leave: what nobody else could open is named first; then the person signs the removal of their own key. */
import { useState } from 'preact/hooks';
import type { Leaving } from '../../casework/wire.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { useAct, useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { kindsOf, whereAndWhen } from './lines.ts';
import { Link } from './link.tsx';
import { ownRemoval } from './lock-now.ts';
import { described, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';

export function Leave() {
  const { t } = useDesk();
  const { value, problem, again } = useLoaded('leaving', () => ask<Leaving>('leaving'));
  return (
    <div class="column stack-5">
      <h1>{t('casework.page.leaving')}</h1>
      <p class="lede">{t('casework.leaving.lede')}</p>
      <Trouble error={problem} t={t} again={again} />
      {value && (value.alone > 0 ? <Alone leaving={value} /> : <Go claimed={value.claimed} />)}
    </div>
  );
}

function Alone({ leaving: { alone, lines } }: { leaving: Leaving }) {
  const { t } = useDesk();
  return (
    <>
      <Note kind="mind">
        <p>{t('casework.leaving.alone', { n: alone })}</p>
      </Note>
      <p>
        <Link class="lone" to={{ page: 'share' }}>
          {t('casework.leaving.share')}
        </Link>
      </p>
      <section class="stack" aria-labelledby="alone-title">
        <h2 id="alone-title">{t('casework.leaving.first')}</h2>
        <ul class="list">
          {lines.map((line) => (
            <li key={line.id}>
              <Link to={{ page: 'report', id: line.id }}>{kindsOf(line, t)}</Link>
              <p class="meta">
                <span>{whereAndWhen(line, t)}</span>
                <span>{t.dayOfYear(line.arrived)}</span>
              </p>
            </li>
          ))}
        </ul>
      </section>
      <p class="small quiet">{t('casework.leaving.stays')}</p>
    </>
  );
}

function Go({ claimed }: { claimed: number }) {
  const desk = useDesk();
  const { t } = desk;
  const [sure, setSure] = useState(false);
  const missing = useMissing();
  const act = useAct();
  const why = missing.of('leaving-sure');
  const leave = () => {
    if (missing.stops(sure ? null : { field: 'leaving-sure', text: t('casework.leaving.missing') })) return;
    act.run(async () => {
      await ask('leaving', { entry: ownRemoval(desk) });
      desk.signedOut('left');
    });
  };
  return (
    <>
      <p>{t('casework.leaving.none')}</p>
      {claimed > 0 && <p>{t('casework.leaving.claimed', { n: claimed })}</p>}
      <p>{t('casework.leaving.then')}</p>
      <div class={why === null ? 'stack-2' : 'stack-2 wrong'}>
        <Why id="leaving-sure" text={why} />
        <div class="opt">
          <input
            type="checkbox"
            id="leaving-sure"
            checked={sure}
            onChange={() => setSure(!sure)}
            {...described('leaving-sure', why)}
          />
          <label for="leaving-sure">{t('casework.leaving.sure')}</label>
        </div>
      </div>
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button class="btn second" type="button" disabled={act.busy} onClick={leave}>
          <Icon name="pencil" />
          {t('casework.leaving.do')}
        </button>
      </p>
    </>
  );
}
