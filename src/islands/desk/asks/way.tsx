/** All that happened to an ask, the quiet steps too, and what of it is a task. */
import type { AskEvent } from '../../../answer/ask/model.ts';
import type { OneAsk } from '../../../casework/asks/wire.ts';
import { useAct } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Trouble } from '../problem.tsx';

interface Props {
  one: OneAsk;
  changed(next: OneAsk): void;
}

export function AskWay({ one, changed }: Props) {
  const { t } = useDesk();
  const act = useAct();
  const settle = (number: number) =>
    act.run(async () => changed(await ask<OneAsk>('asks/done', { ask: one.line.id, number })));
  return (
    <section class="stack" aria-labelledby="way-title">
      <h2 id="way-title">{t('casework.way')}</h2>
      <Trouble error={act.problem} t={t} />
      <ol class="stack-2">
        {one.events.map((event) => (
          <li key={event.number}>
            <time dateTime={event.day}>{t.dayOfYear(event.day)}</time> {t(`casework.happened.${event.what}`)}
            {event.who && one.names[event.who] && <span class="quiet"> · {one.names[event.who]}</span>}
            {isTask(event, one) && (
              <button
                type="button"
                class="plain-btn"
                disabled={act.busy}
                onClick={() => settle(event.number)}
              >
                {t(event.what === 'answered' ? 'casework.ask.not_ours_done' : 'casework.ask.task_done')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A caseworker closes it by saying so; what is waited for otherwise ends by what is done. */
function isTask({ number, what, note }: AskEvent, { events, answers }: OneAsk): boolean {
  if (events.some((event) => event.what === 'escalation_done' && event.note?.number === number)) return false;
  if (what === 'answered')
    return answers.some((one) => one.number === note?.number && one.kind === 'not_ours');
  return what === 'escalated' || what === 'open_letter' || what === 'bounced';
}
