/** One list: `soon` first, then the oldest promise. No story stands in it, ever. */
import { useState } from 'preact/hooks';
import type { InboxAnswer, InboxLine } from '../../casework/wire.ts';
import { dayIn } from '../../platform/clock.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { InboxAside } from './inbox-aside.tsx';
import { type Chip, chips, dueTag, kindsOf, stateOf, whereAndWhen, within } from './lines.ts';
import { Link } from './link.tsx';
import { Trouble } from './problem.tsx';

/** How many more are asked for at a time, and how many more are shown: a page of hundreds is none. */
const step = 300;
const page = 40;

export function Inbox() {
  const { t, me, go } = useDesk();
  const [chip, setChip] = useState<Chip>('all');
  const [most, setMost] = useState(step);
  const [listed, setListed] = useState(page);
  const { value, problem, again } = useLoaded(`inbox ${most}`, () => ask<InboxAnswer>(`inbox?most=${most}`));
  const lines = value?.lines ?? [];
  const shown = lines.filter((line) => within(chip, line, me.id));
  const waiting = lines.filter(
    (line) => line.state === 'new' || (line.state === 'claimed' && line.waitingForUs),
  );
  const next = waiting.find(({ claimedBy }) => !claimedBy || claimedBy.away || claimedBy.id === me.id);
  const hidden = Math.max(0, shown.length - listed);
  const rest = hidden + (value?.more ?? 0);
  const more = () => {
    setListed(listed + page);
    if (hidden <= page && (value?.more ?? 0) > 0) setMost(most + step);
  };
  const heading =
    value?.lines.length === 0
      ? t('casework.inbox.nothing')
      : waiting.length === 0
        ? t('casework.inbox.waiting_none')
        : t(value?.more ? 'casework.inbox.waiting_over' : 'casework.inbox.waiting', { n: waiting.length });
  return (
    <div class="beside desk">
      <div class="stack-5">
        <div class="between">
          <h1>{value ? heading : t('casework.page.inbox')}</h1>
          {next && (
            <button class="btn" type="button" onClick={() => go({ page: 'report', id: next.id })}>
              {t('casework.inbox.next')}
            </button>
          )}
        </div>
        <Trouble error={problem} t={t} again={again} />
        {!value && !problem && <p class="quiet">{t('casework.loading')}</p>}
        {value && lines.length === 0 && <NothingYet />}
        {value && lines.length > 0 && (
          <>
            <fieldset class="chips">
              <legend class="vh">{t('casework.inbox.show')}</legend>
              {chips.map((name) => (
                <button
                  key={name}
                  type="button"
                  class="chip"
                  aria-pressed={chip === name}
                  onClick={() => {
                    setChip(name);
                    setListed(page);
                  }}
                >
                  {t(`casework.chip.${name}`)}{' '}
                  <span>{t.number(lines.filter((line) => within(name, line, me.id)).length)}</span>
                </button>
              ))}
            </fieldset>
            {shown.length === 0 ? <Empty chip={chip} /> : <Lines lines={shown.slice(0, listed)} />}
            {rest > 0 && (
              <p class="acts" data-more>
                <span>{t('casework.inbox.more', { n: rest })}</span>
                <button class="btn second" type="button" onClick={more}>
                  {t('casework.inbox.show_more')}
                </button>
              </p>
            )}
            <p class="small quiet">{t('casework.inbox.no_story')}</p>
          </>
        )}
      </div>
      <InboxAside />
    </div>
  );
}

function Empty({ chip }: { chip: Chip }) {
  const { t } = useDesk();
  return (
    <div class="empty">
      <p class="lede">{t(chip === 'all' ? 'casework.inbox.empty' : 'casework.inbox.none')}</p>
    </div>
  );
}

/** Not even a closed one: a new key opens nothing before it counts, and nothing older before a colleague shares it. */
function NothingYet() {
  const { t, me, list } = useDesk();
  const { zone } = me.installation;
  const from = list.waiting.find(({ reader }) => reader.id === me.reader?.id)?.from;
  const own = me.entries.find(({ statement }) => statement.reader.id === me.reader?.id)?.statement;
  const isLater = own?.founding === false && own.reader.place === 'ours';
  return (
    <div class="empty stack-2">
      <p class="lede">
        {from === undefined
          ? t('casework.inbox.nothing_sealed')
          : t('casework.inbox.key_waits', { day: t.day(dayIn(zone, from)), time: t.time(from, zone) })}
      </p>
      {isLater && <p>{t('casework.inbox.older')}</p>}
    </div>
  );
}

export function Lines({ lines, label }: { lines: readonly InboxLine[]; label?: string }) {
  const { t } = useDesk();
  return (
    <ol class="list" aria-label={label ?? t('casework.inbox.order')}>
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ol>
  );
}

function Line({ line }: { line: InboxLine }) {
  const { t, me, today } = useDesk();
  const due = dueTag(line, today(), t);
  const holder = line.claimedBy;
  return (
    <li data-row>
      <span class="desk-tags">
        {line.soon && (
          <span class="tag mind">
            <Icon name="clock-alert" />
            {t('casework.soon_tag')}
          </span>
        )}
        <span class={`tag ${due.tone}`}>{due.text}</span>
        {line.archived !== null && line.waitingForUs && (
          <span class="tag mind">{t('casework.archive.added_tag')}</span>
        )}
        {line.crowded && <span class="tag">{t('casework.crowded_tag')}</span>}
      </span>
      <div>
        <Link class="open" to={{ page: 'report', id: line.id }} shortcut="o">
          {kindsOf(line, t)}
        </Link>
        <p class="meta">
          <span>{whereAndWhen(line, t)}</span>
          <span>{t(`casework.who.${line.who}`)}</span>
          {line.marks.map((mark) => (
            <span key={mark} class="tag">
              {t(`casework.mark.${mark}`)}
            </span>
          ))}
        </p>
      </div>
      <p class="meta">
        <span>{stateOf(line, t)}</span>
        {holder && <span>{holder.id === me.id ? t('casework.you') : holder.name}</span>}
      </p>
    </li>
  );
}
