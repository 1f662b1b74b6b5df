/** The clock with its arithmetic: the sum in a sentence, and every day that was counted or was not. */
import type { Day } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';
import { Details, Table } from '../../web/index.ts';
import { type Reckoned, type Step, sumOf } from '../clock/reckon.ts';

interface ClockProps {
  sent: Day;
  reckoned: Reckoned;
  /** Which days count: days of work, or every day. */
  counted: 'working' | 'calendar';
  t: T;
}

export function ClockView({ sent, reckoned, counted, t }: ClockProps) {
  const { due, steps, left } = reckoned;
  const sum = sumOf(steps);
  const not = [
    ...(sum.weekend > 0 ? [t('public.clock.weekend', { n: sum.weekend })] : []),
    ...(sum.holidayDays > 0 ? [t('public.clock.holidays', { n: sum.holidayDays })] : []),
    ...(sum.question > 0 ? [t('public.clock.questions', { n: sum.question })] : []),
  ];
  return (
    <section class="stack" aria-labelledby="clock">
      <h2 id="clock" class="h3">
        {t('public.clock')}
      </h2>
      <p>
        {t(`public.clock.${counted}`, { n: sum.counted + left, day: t.day(sent) })}{' '}
        {not.length > 0 && `${t('public.clock.not', { list: t.list(not) })} `}
        {due === null
          ? t('public.clock.stands', { n: left })
          : t('public.clock.due', { day: t.weekday(due), year: due.slice(0, 4) })}
      </p>
      <Details summary={t('public.clock.days')}>
        <Table
          tight
          caption={t('public.clock.caption')}
          columns={[{ label: t('public.clock.day') }, { label: t('public.clock.count'), number: true }]}
          rows={[
            [t.weekday(sent), t('public.clock.sent')],
            ...steps.map((step) => [t.weekday(step.day), countOf(step, t)]),
          ]}
        />
      </Details>
    </section>
  );
}

function countOf(step: Step, t: T) {
  if (step.counted) return t.number(step.nth);
  if (step.why === 'holiday')
    return <span class="quiet">{step.name === '' ? t('public.clock.holiday') : <bdi>{step.name}</bdi>}</span>;
  return <span class="quiet">{t(`public.clock.is_${step.why}`)}</span>;
}
