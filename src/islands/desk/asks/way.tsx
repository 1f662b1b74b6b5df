/** All that happened to an ask, the quiet steps too, and what of it is a task. */
import type { AskEvent } from '../../../answer/ask/model.ts';
import type { OneAsk } from '../../../casework/asks/wire.ts';
import { useAct } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Trouble } from '../problem.tsx';

const set = ['escalated', 'open_letter', 'bounced'] as const;

interface Props {
  one: OneAsk;
  changed(next: OneAsk): void;
}

export function AskWay({ one, changed }: Props) {
  const { t } = useDesk();
  const act = useAct();
  const done = (event: AskEvent) =>
    one.events.some(({ what, note }) => what === 'escalation_done' && note?.number === event.number);
  const settle = (what: string) =>
    act.run(async () => changed(await ask<OneAsk>('asks/done', { ask: one.line.id, what })));
  const isDisowned = one.line.state === 'not_ours';
  return (
    <section class="stack" aria-labelledby="way-title">
      <h2 id="way-title">{t('casework.way')}</h2>
      <Trouble error={act.problem} t={t} />
      <ol class="stack-2">
        {one.events.map((event) => (
          <li key={event.number}>
            <time dateTime={event.day}>{t.dayOfYear(event.day)}</time> {t(`casework.happened.${event.what}`)}
            {event.who && one.names[event.who] && <span class="quiet"> · {one.names[event.who]}</span>}
            {set.some((what) => what === event.what) && !done(event) && (
              <button type="button" class="plain-btn" disabled={act.busy} onClick={() => settle(event.what)}>
                {t('casework.ask.task_done')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {isDisowned && (
        <p>
          <button type="button" class="plain-btn" disabled={act.busy} onClick={() => settle('not_ours')}>
            {t('casework.ask.not_ours_done')}
          </button>
        </p>
      )}
    </section>
  );
}
