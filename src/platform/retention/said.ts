/** A period in words. */
import type { T } from '../i18n/index.ts';
import type { Period } from './model.ts';

export function periodText(period: Period, t: T): string {
  if (typeof period === 'string') return t(`kept.period.${period}`);
  return 'days' in period
    ? t('kept.period.days', { n: period.days })
    : t('kept.period.hours', { n: period.hours });
}
