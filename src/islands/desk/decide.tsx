/** What a caseworker decides about a claimed report: marks, hold and going on, close, give back. Never whether it is true. */
import { useState } from 'preact/hooks';
import { type CloseReason, closeReasons, type InboxLine, type Mark, marks } from '../../casework/wire.ts';
import { addDays } from '../../platform/clock.ts';
import { Details } from '../../web/ui/details.tsx';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { described, fieldClass, groupSaid, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';

interface Props {
  line: InboxLine;
  mine: boolean;
  /** `gone`: what was opened may no longer be shown. */
  changed(gone: boolean): void;
}

export function Decide({ line, mine, changed }: Props) {
  const desk = useDesk();
  const { t } = desk;
  const act = useAct();
  const tell = (path: string, body: object, after: { gone: boolean; say: string }) =>
    act.run(async () => {
      await ask(path, { report: line.id, ...body });
      desk.say(after.say);
      changed(after.gone);
    });
  if (line.state === 'closed') {
    return (
      <section class="stack-2" aria-labelledby="decide-title">
        <h2 id="decide-title">{t('casework.decide')}</h2>
        {line.closeReason && (
          <p>{t('casework.closed_because', { reason: t(`casework.reason.${line.closeReason}`) })}</p>
        )}
        <Trouble error={act.problem} t={t} />
        {line.archived === null && (
          <button
            class="btn second"
            type="button"
            disabled={act.busy}
            onClick={() => tell('reopen', {}, { gone: false, say: t('casework.reopened') })}
          >
            {t('casework.reopen')}
          </button>
        )}
      </section>
    );
  }
  if (!mine) return null;
  return (
    <section class="stack-2 desk-decide" aria-labelledby="decide-title">
      <h2 id="decide-title">{t('casework.decide')}</h2>
      <Trouble error={act.problem} t={t} />
      <Marks
        line={line}
        busy={act.busy}
        set={(next) => tell('mark', { marks: next }, { gone: false, say: t('casework.marked') })}
      />
      {line.state === 'held' && (
        <button
          class="btn second"
          type="button"
          disabled={act.busy}
          onClick={() => tell('resume', {}, { gone: false, say: t('casework.resumed') })}
        >
          {t('casework.resume')}
        </button>
      )}
      <Hold
        summary={t(line.state === 'held' ? 'casework.hold.other' : 'casework.hold')}
        busy={act.busy}
        hold={(until) => tell('hold', { until }, { gone: false, say: t('casework.held') })}
      />
      <Close
        busy={act.busy}
        close={(reason) => tell('close', { reason }, { gone: true, say: t('casework.closed') })}
      />
      <Details summary={t('casework.release')}>
        <div class="stack-2">
          <p>{t('casework.release.why')}</p>
          <button
            class="btn second"
            type="button"
            disabled={act.busy}
            onClick={() => tell('release', {}, { gone: true, say: t('casework.released') })}
          >
            {t('casework.release.do')}
          </button>
        </div>
      </Details>
    </section>
  );
}

function Marks({ line, busy, set }: { line: InboxLine; busy: boolean; set(marks: readonly Mark[]): void }) {
  const { t } = useDesk();
  return (
    <fieldset class="desk-marks" disabled={busy}>
      <legend class="vh">{t('casework.marks')}</legend>
      {marks.map((mark) => {
        const on = line.marks.includes(mark);
        const next = on ? line.marks.filter((one) => one !== mark) : [...line.marks, mark];
        return (
          <div class="opt" key={mark}>
            <input type="checkbox" id={`mark-${mark}`} checked={on} onChange={() => set(next)} />
            <label for={`mark-${mark}`}>
              <span>
                {t(`casework.mark.${mark}`)}
                <small>{t(`casework.mark.${mark}.why`)}</small>
              </span>
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

function Hold({ summary, busy, hold }: { summary: string; busy: boolean; hold(until: string): void }) {
  const { t, today } = useDesk();
  const [until, setUntil] = useState('');
  const missing = useMissing();
  const why = missing.of('hold-until');
  const [first, last] = [addDays(today(), 1), addDays(today(), 366)];
  return (
    <Details summary={summary}>
      <form
        class="stack-2"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const text = t('casework.missing.hold', { first: t.day(first), last: t.day(last) });
          const fits = first <= until && until <= last;
          if (!missing.stops(fits ? null : { field: 'hold-until', text })) hold(until);
        }}
      >
        <div class={fieldClass(why)}>
          <label for="hold-until">{t('casework.hold.until')}</label>
          <p class="hint small" id="hold-until-hint">
            {t('casework.hold.why')}
          </p>
          <Why id="hold-until" text={why} />
          <input
            class="in short"
            type="date"
            id="hold-until"
            min={first}
            max={last}
            {...described('hold-until', why, 'hold-until-hint')}
            value={until}
            onInput={(event) => setUntil(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="btn second" disabled={busy}>
          {t('casework.hold.do')}
        </button>
      </form>
    </Details>
  );
}

function Close({ busy, close }: { busy: boolean; close(reason: CloseReason): void }) {
  const { t } = useDesk();
  const [reason, setReason] = useState<CloseReason | null>(null);
  const missing = useMissing();
  const field = `reason-${closeReasons[0]}`;
  const why = missing.of(field);
  return (
    <Details summary={t('casework.close_report')}>
      <form
        class="stack-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (missing.stops(reason ? null : { field, text: t('casework.missing.reason') })) return;
          if (reason) close(reason);
        }}
      >
        <fieldset class={why === null ? '' : 'wrong'} {...groupSaid(field, why)}>
          <legend class="desk-legend">{t('casework.close_report.why')}</legend>
          <Why id={field} text={why} />
          <div class="opts">
            {closeReasons.map((one) => (
              <div class="opt" key={one}>
                <input
                  type="radio"
                  name="reason"
                  id={`reason-${one}`}
                  checked={reason === one}
                  onChange={() => setReason(one)}
                />
                <label for={`reason-${one}`}>{t(`casework.reason.${one}`)}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <p class="small quiet">{t('casework.close_report.then')}</p>
        <button type="submit" class="btn second" disabled={busy}>
          {t('casework.close_report.do')}
        </button>
      </form>
    </Details>
  );
}
