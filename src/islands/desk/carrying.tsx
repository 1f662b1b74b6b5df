/** What one person takes on at most, and until when they are away: one's own, for an organiser everybody's. */
import { useState } from 'preact/hooks';
import { unseenDays } from '../../casework/inbox/carrying-model.ts';
import type { CarryingLine } from '../../casework/inbox/carrying-wire.ts';
import { addDays } from '../../platform/clock.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { useAct, useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { described, fieldClass, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';

const most = 500;

export function WhatEachCarries() {
  const { t } = useDesk();
  const { value, problem, again } = useLoaded('carrying', () => ask<CarryingLine[]>('carrying'));
  return (
    <section class="stack-5" aria-labelledby="carrying-title">
      <h2 id="carrying-title">{t('casework.carrying')}</h2>
      <p>{t('casework.carrying.why')}</p>
      <Trouble error={problem} t={t} again={again} />
      {value?.length === 0 && <p>{t('casework.carrying.none')}</p>}
      {value && value.length > 0 && (
        <ul class="tasks">
          {value.map((line) => (
            <li key={line.id}>
              <One line={line} again={again} />
            </li>
          ))}
        </ul>
      )}
      <p class="small quiet">{t('casework.carrying.when')}</p>
    </section>
  );
}

function One({ line, again }: { line: CarryingLine; again(): void }) {
  const desk = useDesk();
  const { t, today } = desk;
  const [number, setNumber] = useState(line.most === null ? '' : String(line.most));
  const [away, setAway] = useState(line.away ?? '');
  const missing = useMissing();
  const act = useAct();
  const fields = { most: `most-${line.id}`, away: `away-${line.id}` };
  const why = { most: missing.of(fields.most), away: missing.of(fields.away) };
  const lacks = () => {
    const isNumber = number === '' || (/^\d{1,3}$/.test(number) && Number(number) <= most);
    if (!isNumber) return { field: fields.most, text: t('casework.missing.most') };
    const isDay = away === '' || (away >= today() && away <= addDays(today(), 366));
    return isDay ? null : { field: fields.away, text: t('casework.missing.away') };
  };
  const save = (event: Event) => {
    event.preventDefault();
    if (missing.stops(lacks())) return;
    act.run(async () => {
      const said = { most: number === '' ? null : Number(number), away: away === '' ? null : away };
      await ask('carrying', { id: line.id, ...said });
      await desk.refresh();
      again();
      desk.say(t('casework.carrying.saved', { name: line.name }));
    });
  };
  return (
    <form class="stack" noValidate onSubmit={save}>
      <h3>{line.name}</h3>
      {line.carries !== null && <p>{t('casework.carrying.now', { n: line.carries })}</p>}
      {line.unseen && <p class="tag mind">{t('casework.carrying.unseen', { n: unseenDays })}</p>}
      <div class={fieldClass(why.most)}>
        <label for={fields.most}>{t('casework.carrying.most')}</label>
        <p class="hint" id={`${fields.most}-hint`}>
          {t('casework.carrying.most_hint')}
        </p>
        <Why id={fields.most} text={why.most} />
        <input
          class="in short"
          inputMode="numeric"
          id={fields.most}
          value={number}
          {...described(fields.most, why.most, `${fields.most}-hint`)}
          onInput={(event) => setNumber(event.currentTarget.value.trim())}
        />
      </div>
      <div class={fieldClass(why.away)}>
        <label for={fields.away}>{t('casework.carrying.away')}</label>
        <p class="hint" id={`${fields.away}-hint`}>
          {t('casework.carrying.away_hint')}
        </p>
        <Why id={fields.away} text={why.away} />
        <input
          class="in short"
          type="date"
          id={fields.away}
          min={today()}
          value={away}
          {...described(fields.away, why.away, `${fields.away}-hint`)}
          onInput={(event) => setAway(event.currentTarget.value)}
        />
      </div>
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button
          type="submit"
          class="btn second"
          disabled={act.busy}
          aria-label={t('casework.carrying.save_for', { name: line.name })}
        >
          <Icon name="check" />
          {t('casework.carrying.save')}
        </button>
      </p>
    </form>
  );
}
