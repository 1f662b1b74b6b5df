/** How much we can take in: shown to everybody before they write, beside the wait as it was measured. */
import { useState } from 'preact/hooks';
import { addDays } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';
import type { Capacity as Now } from '../../report/wire.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import { WhatEachCarries } from './carrying.tsx';
import { useDesk } from './desk.ts';
import { described, fieldClass, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';

const states = ['open', 'slow', 'urgent', 'closed'] as const;

/** What stands on the public pages now: while the wait is too long it is not what was chosen here. */
export function shownToAll({ state, until, because }: Now, t: T): string {
  const now =
    state === 'closed' && until !== null
      ? t('casework.capacity.now_closed', { day: t.day(until) })
      : t('casework.capacity.now', { state: t(`casework.capacity.${state}`) });
  return because === null ? now : `${now}. ${t(`casework.capacity.because.${because}`)}`;
}

export function Capacity() {
  return (
    <div class="column stack-7">
      <Switch />
      <WhatEachCarries />
    </div>
  );
}

function Switch() {
  const desk = useDesk();
  const { t, me, today } = desk;
  const { waitDays } = me.capacity;
  const [state, setState] = useState(me.capacity.state);
  const [until, setUntil] = useState(me.capacity.until ?? '');
  const act = useAct();
  const [saved, setSaved] = useState(false);
  const missing = useMissing();
  const why = missing.of('closed-until');
  const tomorrow = addDays(today(), 1);
  const save = (event: Event) => {
    event.preventDefault();
    setSaved(false);
    const text = t('casework.missing.until');
    const lacks = state === 'closed' && until < tomorrow;
    if (missing.stops(lacks ? { field: 'closed-until', text } : null)) return;
    act.run(async () => {
      await ask<Now>('capacity', { state, until: state === 'closed' ? until : null });
      await desk.refresh();
      setSaved(true);
    });
  };
  return (
    <form class="stack-5" noValidate onSubmit={save}>
      <fieldset class="question">
        <legend>
          <h1>{t('casework.capacity')}</h1>
        </legend>
        <p class="hint">{t('casework.capacity.why')}</p>
        <div class="opts">
          {states.map((one) => (
            <div class={one === 'closed' ? 'opt more' : 'opt'} key={one}>
              <input
                type="radio"
                name="state"
                id={`state-${one}`}
                checked={state === one}
                onChange={() => setState(one)}
              />
              <label for={`state-${one}`}>
                <span>
                  {t(`casework.capacity.${one}`)}
                  <small>{t(`casework.capacity.${one}.why`)}</small>
                </span>
              </label>
              {one === 'closed' && (
                <div class="reveal">
                  <div class={fieldClass(why)}>
                    <label for="closed-until">{t('casework.capacity.until')}</label>
                    <Why id="closed-until" text={why} />
                    <input
                      class="in short"
                      type="date"
                      id="closed-until"
                      min={tomorrow}
                      {...described('closed-until', why)}
                      value={until}
                      onInput={(event) => setUntil(event.currentTarget.value)}
                    />
                  </div>
                </div>
              )}
            </div>
          ))}
        </div>
      </fieldset>
      <p>{waitDays === null ? t('casework.wait.few') : t('casework.wait.days', { n: waitDays })}</p>
      <p class="small quiet">{t('casework.wait.how')}</p>
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button type="submit" class="btn" disabled={act.busy}>
          <Icon name="check" />
          {t('casework.capacity.save')}
        </button>
      </p>
      <div role="status">
        {saved && (
          <Note kind="good">
            <p>{t('casework.capacity.saved')}</p>
            <p>{shownToAll(me.capacity, t)}</p>
          </Note>
        )}
      </div>
    </form>
  );
}
