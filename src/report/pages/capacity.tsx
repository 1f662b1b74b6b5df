/** How full we are, said before anybody writes: on the first page and on the first question. */
import type { T } from '../../platform/i18n/index.ts';
import type { Capacity } from '../wire.ts';

interface CapacityProps {
  capacity: Capacity;
  t: T;
}

/** One line. The wait is the measured one and changes once a week; while there are too few reports there is none. */
export function CapacityLine({ capacity, t }: CapacityProps) {
  const { state, until, waitDays, because, back } = capacity;
  if (state === 'closed')
    return (
      <>
        {until === null
          ? t('home.capacity.closed_open_end')
          : t('home.capacity.closed', { day: t.day(until) })}
      </>
    );
  // A wait that was measured before says nothing while nobody takes anything on.
  if (because === 'full') return <>{t('home.capacity.full')}</>;
  if (because === 'away')
    return (
      <>{back === null ? t('home.capacity.away') : t('home.capacity.away_until', { day: t.day(back) })}</>
    );
  const wait = waitDays === null ? t('home.capacity.unknown') : t('home.capacity.wait', { n: waitDays });
  return (
    <>
      {t(`home.capacity.${state}`)} {wait}
    </>
  );
}
