/** What is asked: what waits for somebody here, what might be asked next, and every ask with how it stands. */
import type { Asks as Answer, AskLine } from '../../../casework/asks/wire.ts';
import { useLoaded } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Link } from '../link.tsx';
import { Trouble } from '../problem.tsx';
import { dayOf } from './day-of.ts';
import { Suggested } from './suggested.tsx';
import { Wishes } from './wishes.tsx';

export function Asks() {
  const { t } = useDesk();
  const { value, problem, again } = useLoaded('asks', () => ask<Answer>('asks'));
  const lines = value?.asks ?? [];
  const tasks = value?.tasks ?? [];
  const corrections = value?.corrections ?? { waiting: 0, due: null };
  const waiting = tasks.length + (corrections.waiting > 0 ? 1 : 0);
  // Before anything was asked, what might be asked is the page.
  const isFirst = value !== undefined && lines.length === 0;
  return (
    <div class="beside desk">
      <div class="stack-7">
        <div class="stack-5">
          <h1>{value ? t('casework.asks.waiting', { n: waiting }) : t('casework.page.asks')}</h1>
          <Trouble error={problem} t={t} again={again} />
          {!value && !problem && <p class="quiet">{t('casework.loading')}</p>}
          {waiting > 0 && <Tasks tasks={tasks} lines={lines} corrections={corrections} />}
        </div>
        {isFirst && <Suggested />}
        {value && !isFirst && (
          <section class="stack" aria-labelledby="asks-title">
            <h2 id="asks-title">{t('casework.asks.all')}</h2>
            <ul class="list">
              {[...lines].sort(draftsThenNewest).map((line) => (
                <li key={line.id} class="whole">
                  <Line line={line} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div class="stack-7 aside">
        {!isFirst && <Suggested />}
        <Wishes />
      </div>
    </div>
  );
}

const draftsThenNewest = (a: AskLine, b: AskLine) =>
  Number(a.sent !== null) - Number(b.sent !== null) || (b.sent ?? '').localeCompare(a.sent ?? '');

interface TasksProps extends Pick<Answer, 'tasks' | 'corrections'> {
  lines: readonly AskLine[];
}

function Tasks({ tasks, lines, corrections }: TasksProps) {
  const { t } = useDesk();
  return (
    <ol class="list" aria-label={t('casework.asks.tasks')}>
      {corrections.waiting > 0 && (
        <li class="whole">
          <div class="stack-2">
            <Link to={{ page: 'corrections' }}>
              <b>{t('casework.asks.corrections', { n: corrections.waiting })}</b>
            </Link>
            {corrections.due && (
              <p class="meta">
                <span>{t('casework.asks.corrections.due', { day: t.day(corrections.due) })}</span>
              </p>
            )}
          </div>
        </li>
      )}
      {tasks.map(({ ask: id, what, since, number }) => {
        const line = lines.find((one) => one.id === id);
        return (
          <li key={`${id} ${what} ${number}`} class="whole">
            <div class="stack-2">
              <Link to={{ page: 'ask', id }}>
                <b>{t(`casework.ask.task.${what}`)}</b>
              </Link>
              <p class="meta">
                {line && <span dir="auto">{t.of(line.body.name)}</span>}
                {line && <span dir="auto">{t.of(line.about.name)}</span>}
                <span>{t('casework.asks.since', { day: t.day(since) })}</span>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Line({ line }: { line: AskLine }) {
  const { t } = useDesk();
  const { standing, state } = line;
  return (
    <div class="stack-2">
      <Link to={{ page: 'ask', id: line.id }}>
        <b dir="auto">
          {t('casework.asks.line', { body: t.of(line.body.name), place: t.of(line.about.name) })}
        </b>
      </Link>
      <p class="meta">
        <span class="tag">
          {standing ? t(`public.standing.${standing}`) : t(`casework.ask.state.${state}`)}
        </span>
        {line.paused && <span class="tag mind">{t('casework.ask.paused')}</span>}
        {dayOf(line, t) && <span>{dayOf(line, t)}</span>}
        <span>{line.kinds.map((kind) => t(`report.kind.${kind}`)).join(' · ')}</span>
        {line.sent && <span>{t('casework.ask.sent', { day: t.day(line.sent) })}</span>}
      </p>
    </div>
  );
}
