/** All that happened to an ask, the quiet steps too, and what of it is a task. */
import type { AskEvent } from '../../../answer/ask/model.ts';
import type { OneAsk } from '../../../casework/asks/wire.ts';
import type { Key, T } from '../../../platform/i18n/index.ts';
import { TimeList } from '../../../web/ui/time-list.tsx';
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
  const more = (event: AskEvent) => {
    const name = event.who === null ? undefined : one.names[event.who];
    return (
      <>
        {name && <p class="small quiet">{name}</p>}
        {isTask(event, one) && (
          <p>
            <button type="button" class="btn second" disabled={act.busy} onClick={() => settle(event.number)}>
              {t(event.what === 'answered' ? 'casework.ask.not_ours_done' : 'casework.ask.task_done')}
            </button>
          </p>
        )}
      </>
    );
  };
  return (
    <section class="stack" aria-labelledby="way-title">
      <h2 id="way-title">{t('casework.way')}</h2>
      <Trouble error={act.problem} t={t} />
      <TimeList
        small
        moments={one.events.map((event) => ({
          when: t.day(event.day),
          day: event.day,
          title: titleOf(event, t),
          text: more(event),
          state: isTask(event, one) ? ('now' as const) : ('done' as const),
        }))}
      />
    </section>
  );
}

function titleOf({ what, note }: AskEvent, t: T): string {
  if (what === 'escalated' && note?.why && note.until)
    return t(`answer.clock.task.${note.why}` as Key, { until: t.day(note.until) });
  if (what === 'visited' && note?.why)
    return t('casework.happened.visited_and', { found: t(`casework.visit.${note.why}` as Key) });
  return t(`casework.happened.${what}`);
}

/** A caseworker closes it by saying so. */
const isTask = ({ number }: AskEvent, { tasks }: OneAsk): boolean =>
  tasks.some((task) => task.closable && task.number === number);
