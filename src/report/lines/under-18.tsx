/** What somebody under 18 reads before writing a word: what we may have to pass on, the lines, and that stopping is enough. */
import type { Day } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';
import { Said, Tag } from '../../web/index.ts';
import { LineList } from './line-list.tsx';
import { type Country, type Line, linesForMinors } from './model.ts';

interface UnderEighteenProps {
  country: Pick<Country, 'duty'> | null;
  lines: readonly Line[];
  today: Day;
  t: T;
}

/** Without a checked duty to report there is no way to write, only lines: `mayWrite` says which. */
export const mayWrite = (country: Pick<Country, 'duty'> | null): boolean => Boolean(country?.duty);

export function UnderEighteen({ country, lines, today, t }: UnderEighteenProps) {
  const duty = country?.duty;
  return (
    <div class="stack-5">
      {duty ? (
        <section class="side stack-2" aria-labelledby="may-tell">
          <h2 id="may-tell" class="h3">
            {t('lines.under_18.may_tell')} {duty.example && <Tag kind="mind">{t('lines.example.text')}</Tag>}
          </h2>
          <p>
            <Said t={t} said={duty.text} />
          </p>
          <p>{t('lines.under_18.who')}</p>
          <p class="small quiet">
            {t('lines.under_18.checked', {
              source: t.of(duty.source),
              day: t.day(duty.checkedOn),
              name: duty.checkedBy,
            })}
          </p>
        </section>
      ) : (
        <p class="note mind">{t('lines.under_18.none')}</p>
      )}
      <p>
        <strong>{t('lines.under_18.enough')}</strong>
      </p>
      <section class="stack" aria-labelledby="lines-for-you">
        <h2 id="lines-for-you">{t('lines.under_18.lines')}</h2>
        <LineList lines={linesForMinors(lines)} today={today} t={t} none={t('lines.none.minors')} />
      </section>
    </div>
  );
}
