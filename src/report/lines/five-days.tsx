/** The card of the page "If it was in the last five days": what may still be possible, from the country table, never from us. */
import type { T } from '../../platform/i18n/index.ts';
import { Said, Tag } from '../../web/index.ts';
import type { Country } from './model.ts';

interface CardProps {
  country: Pick<Country, 'fiveDays'> | null;
  t: T;
}

export function SeventyTwoHours({ country, t }: CardProps) {
  const advice = country?.fiveDays ?? [];
  return (
    <div class="side stack">
      <p>{t('lines.five_days.lede')}</p>
      {advice.length === 0 && <p>{t('lines.five_days.none')}</p>}
      {advice.length > 0 && (
        <dl class="ways">
          {advice.map((one) => (
            <div key={one.title.en}>
              <dt>
                <Said t={t} said={one.title} />{' '}
                {one.example && <Tag kind="mind">{t('lines.example.text')}</Tag>}
              </dt>
              <dd>
                <Said t={t} said={one.text} />
              </dd>
              <dd class="small quiet">
                {t('lines.source', {
                  source: t.of(one.source),
                  day: t.day(one.checkedOn),
                  name: one.reviewer,
                })}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p>{t('lines.five_days.free')}</p>
    </div>
  );
}
