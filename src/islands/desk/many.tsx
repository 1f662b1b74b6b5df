/** Many at once: what waits apart from the list, decided about in bulk. Two people set aside, one takes back. */
import { useState } from 'preact/hooks';
import {
  type AsideReason,
  asideReasons,
  type HeldAnswer,
  type HeldPart,
  type Wave,
} from '../../casework/flood/wire.ts';
import { useAct, useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { kindsOf } from './lines.ts';
import { groupSaid, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';

type Decision = 'let_in' | 'keep' | 'propose' | 'second' | 'back';
interface Given {
  reason?: AsideReason;
  cameBack?: boolean;
}

export function Many() {
  const desk = useDesk();
  const { t } = desk;
  const loaded = useLoaded('many', () => ask<HeldAnswer>('held'));
  const [changed, setChanged] = useState<HeldAnswer | null>(null);
  const act = useAct();
  const value = changed ?? loaded.value;
  const decide = (wave: Wave, part: HeldPart, decision: Decision, given: Given = {}) =>
    act.run(async () => {
      const { reason = null, cameBack = false } = given;
      const asked = { wave: wave.id, from: part.state, decision, reason, cameBack };
      setChanged(await ask<HeldAnswer>('held', asked));
      desk.say(t(`casework.flood.done.${decision}`));
    });
  const again = () => {
    act.clear();
    setChanged(null);
    loaded.again();
  };
  return (
    <div class="column stack-5">
      <h1>{t('casework.page.many')}</h1>
      <p class="lede">{t('casework.flood.lede')}</p>
      <Trouble error={loaded.problem ?? act.problem} t={t} again={again} />
      {!value && !loaded.problem && <p class="quiet">{t('casework.loading')}</p>}
      {value && value.week.held > 0 && (
        <p>{t('casework.flood.week', { n: value.week.held, of: t.number(value.week.came) })}</p>
      )}
      {value?.waves.length === 0 && <p>{t('casework.flood.nothing')}</p>}
      {value?.waves.map((wave) => (
        <OneWave key={wave.id} wave={wave} busy={act.busy} decide={decide} />
      ))}
      <p class="small quiet">{t('casework.flood.urgent')}</p>
      <p class="small quiet">{t('casework.flood.nothing_deleted')}</p>
    </div>
  );
}

interface Deciding {
  wave: Wave;
  busy: boolean;
  decide(wave: Wave, part: HeldPart, decision: Decision, given?: Given): void;
}

function OneWave(deciding: Deciding) {
  const { t } = useDesk();
  const { wave } = deciding;
  const [from, to] = [t.dayOfYear(wave.from), t.dayOfYear(wave.to)];
  const title = `wave-${wave.id === '*' ? 'many' : wave.id}`;
  return (
    <section class="stack-2" aria-labelledby={title} data-wave={wave.id}>
      <h2 id={title}>{nameOf(wave, t)}</h2>
      <p class="meta">
        <span>
          {from === to ? t('casework.flood.days', { from }) : t('casework.flood.days_to', { from, to })}
        </span>
        <span>{t('casework.flood.kinds', { kinds: kindsOf(wave, t) })}</span>
      </p>
      {wave.why === 'all' && <p>{t('casework.flood.all_why')}</p>}
      {wave.letIn > 0 && <p>{t('casework.flood.let_in', { n: wave.letIn })}</p>}
      {wave.comesIn && <p>{t('casework.flood.comes_in', { day: t.dayOfYear(wave.comesIn) })}</p>}
      <ul class="tasks">
        {wave.parts.map((part) => (
          <Part key={part.state} part={part} {...deciding} />
        ))}
      </ul>
    </section>
  );
}

function nameOf({ id, name }: Wave, t: ReturnType<typeof useDesk>['t']): string {
  if (name) return t.of(name);
  return t(id === '*' ? 'casework.flood.many' : id === '' ? 'casework.flood.nowhere' : 'casework.flood.cell');
}

function Part({ wave, part, busy, decide }: Deciding & { part: HeldPart }) {
  const { t } = useDesk();
  const [choosing, setChoosing] = useState(false);
  const reason = part.reason && t(`casework.flood.reason.${part.reason}`);
  const isOpen = part.state === 'held' || part.state === 'kept';
  const does = (decision: Decision, given?: Given) => () => decide(wave, part, decision, given);
  return (
    <li data-part={part.state}>
      <b>{t('casework.share.waiting', { n: part.reports })}</b>
      <span class={`tag ${part.state === 'held' || part.state === 'proposed' ? 'mind' : ''}`}>
        {t(`casework.flood.state.${part.state}`)}
      </span>
      {part.state === 'proposed' && reason && (
        <p>{t('casework.flood.proposed', { name: part.proposedBy ?? '?', reason })}</p>
      )}
      {part.state === 'aside' && reason && (
        <p>
          {t('casework.flood.set_aside', {
            name: part.proposedBy ?? '?',
            second: part.secondBy ?? '?',
            day: part.decided ? t.dayOfYear(part.decided) : '',
            reason,
          })}
        </p>
      )}
      {part.state === 'proposed' && part.mine && <p>{t('casework.flood.needs_second')}</p>}
      {part.cameBack > 0 && <p>{t('casework.flood.came_back', { n: part.cameBack })}</p>}
      {choosing ? (
        <Together
          busy={busy}
          given={(reason) => does('propose', { reason })()}
          no={() => setChoosing(false)}
        />
      ) : (
        <p class="acts">
          {part.state === 'proposed' && !part.mine && (
            <button class="btn" type="button" disabled={busy} onClick={does('second')}>
              {t('casework.flood.do.second')}
            </button>
          )}
          {isOpen && (
            <button class="btn" type="button" disabled={busy} onClick={() => setChoosing(true)}>
              {t('casework.flood.do.propose')}
            </button>
          )}
          {part.cameBack > 0 && (
            <button
              class="btn second"
              type="button"
              disabled={busy}
              onClick={does('let_in', { cameBack: true })}
            >
              {t('casework.flood.do.let_in_back', { n: part.cameBack })}
            </button>
          )}
          <button class="btn second" type="button" disabled={busy} onClick={does('let_in')}>
            {t('casework.flood.do.let_in', { n: part.reports })}
          </button>
          {part.state === 'held' && wave.why === 'place' && (
            <button class="btn second" type="button" disabled={busy} onClick={does('keep')}>
              {t('casework.flood.do.keep')}
            </button>
          )}
          {part.state !== 'held' && (
            <button class="btn second" type="button" disabled={busy} onClick={does('back')}>
              {t('casework.flood.do.back')}
            </button>
          )}
        </p>
      )}
    </li>
  );
}

interface TogetherProps {
  busy: boolean;
  given(reason: AsideReason): void;
  no(): void;
}

/** Why these are one; then it is proposed. */
function Together({ busy, given, no }: TogetherProps) {
  const { t } = useDesk();
  const [reason, setReason] = useState<AsideReason | null>(null);
  const missing = useMissing();
  const field = `together-${asideReasons[0]}`;
  const why = missing.of(field);
  return (
    <form
      class="stack-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.stops(reason ? null : { field, text: t('casework.flood.why_missing') })) return;
        if (reason) given(reason);
      }}
    >
      <fieldset class={why === null ? '' : 'wrong'} {...groupSaid(field, why)}>
        <legend class="desk-legend">{t('casework.flood.why')}</legend>
        <Why id={field} text={why} />
        <div class="opts">
          {asideReasons.map((one) => (
            <div class="opt" key={one}>
              <input
                type="radio"
                name="together"
                id={`together-${one}`}
                checked={reason === one}
                onChange={() => setReason(one)}
              />
              <label for={`together-${one}`}>{t(`casework.flood.reason.${one}`)}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <p class="small quiet">{t('casework.flood.needs_second')}</p>
      <p class="acts">
        <button type="submit" class="btn" disabled={busy}>
          {t('casework.flood.do.propose_yes')}
        </button>
        <button type="button" class="btn second" onClick={no}>
          {t('casework.no')}
        </button>
      </p>
    </form>
  );
}
