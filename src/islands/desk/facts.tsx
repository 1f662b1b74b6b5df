/** What may be known of a report without her words; after opening, also the sealed facts. */
import type { InboxLine, TimelineLine } from '../../casework/wire.ts';
import type { Key, T } from '../../platform/i18n/index.ts';
import { useDesk } from './desk.ts';
import { kindsOf, placeOf, wayOf } from './lines.ts';
import type { Opened } from './opening.ts';

interface Props {
  line: InboxLine;
  events: readonly TimelineLine[];
  opened: Opened | null;
}

export function Facts({ line, events, opened }: Props) {
  const { t } = useDesk();
  return (
    <section class="stack-5" aria-labelledby="facts-title">
      <h2 class="h3" id="facts-title">
        {t('casework.facts')}
      </h2>
      <dl class="pairs">
        <Pair label={t('casework.fact.what')}>{kindsOf(line, t)}</Pair>
        <Pair label={t('casework.fact.who')}>{t(`casework.who.${line.who}`)}</Pair>
        <Pair label={t('casework.fact.where')}>{placeOf(line, t)}</Pair>
        <Pair label={t('casework.fact.when')}>{when(line, t)}</Pair>
        <Pair label={t('casework.fact.helped')}>{t(`casework.helped.${line.helped}`)}</Pair>
        {!opened && (
          <Pair label={t('casework.fact.soon')}>{t(line.soon ? 'casework.soon' : 'casework.not_soon')}</Pair>
        )}
        <Pair label={t('casework.fact.came_by')}>{t(`casework.came_by.${line.cameBy}`)}</Pair>
        <Pair label={t('casework.fact.language')}>{t.language(line.language)}</Pair>
        {opened && <SealedFacts opened={opened} t={t} />}
      </dl>
      <Timeline events={events} />
    </section>
  );
}

function Pair({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function SealedFacts({ opened: { told }, t }: { opened: Opened; t: T }) {
  const day = joined([told.day ? t.day(told.day) : '', told.time ?? ''], t);
  return (
    <>
      <Pair label={t('casework.fact.age')}>{t(`casework.age.${told.age}`)}</Pair>
      <Pair label={t('casework.fact.soon_how')}>{t(`casework.soon.${told.soon}`)}</Pair>
      {day !== '' && <Pair label={t('casework.fact.day')}>{day}</Pair>}
      <Pair label={t('casework.fact.works_there')}>{t(`casework.yesno.${told.worksThere}`)}</Pair>
      <Pair label={t('casework.fact.works_with_us')}>{t(`casework.yesno.${told.worksWithUs}`)}</Pair>
      <Pair label={t('casework.fact.reach')}>{t(`casework.reach.${told.reach}`)}</Pair>
    </>
  );
}

function when(line: InboxLine, t: T): string {
  const part = line.part ? t(`casework.part.${line.part}`) : '';
  const week = line.week ? t('casework.week', { day: t.day(line.week) }) : '';
  return joined([part, week], t) || t('casework.not_said');
}

function joined([first, second]: readonly [string, string], t: T): string {
  return first && second ? t('casework.where_when', { place: first, part: second }) : first || second;
}

function Timeline({ events }: { events: readonly TimelineLine[] }) {
  const { t } = useDesk();
  return (
    <ol class="time small-time" aria-label={t('casework.timeline')}>
      {wayOf(events).map(({ day, what, who, n }, i, all) => (
        <li key={i} class={i === all.length - 1 ? 'now' : ''}>
          <time dateTime={day}>{t.dayOfYear(day)}</time>
          <p>
            {n === 1
              ? happened(what, who, t)
              : t('casework.event.times', { what: happened(what, who, t), n })}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** What the server writes is one of a few words; a word of a later version is shown as "something was done". */
function happened(what: string, who: string | null, t: T): string {
  try {
    return t(`casework.event.${what}${who ? '.by' : ''}` as Key, { name: who ?? '' });
  } catch {
    return t('casework.event.other');
  }
}
