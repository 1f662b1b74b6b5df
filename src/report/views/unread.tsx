/** Why nobody reads her report any more: its words went after a year, or it was closed away a month after closing. */
import type { T } from '../../platform/i18n/index.ts';
import type { Frame } from '../../web/index.ts';

/** Hidden where it is not so; the island writes the day. */
export function Erased({ t, day }: { t: T; day: string | null }) {
  return (
    <p class="note" data-erased hidden={day === null}>
      {day !== null && t('receipt.mine.erased', { day: t.day(day) })}
    </p>
  );
}

/** Stands before what she may add, since that is what it is about. */
export function Archived({
  frame: { t, link },
  day,
}: {
  frame: Pick<Frame, 't' | 'link'>;
  day: string | null;
}) {
  return (
    <div class="note mind" data-archived hidden={day === null}>
      <div class="stack-2">
        <p data-archived-since>{day !== null && t('receipt.mine.archived', { day: t.day(day) })}</p>
        <p>
          <a class="lone" href={link('/report')}>
            {t('receipt.mine.archived_anew')}
          </a>
        </p>
      </div>
    </div>
  );
}
