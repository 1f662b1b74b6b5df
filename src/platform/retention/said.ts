/** A period in words. */
import type { T } from '../i18n/index.ts';
import type { Period } from './model.ts';

export function periodText(period: Period, t: T): string {
  return typeof period === 'string' ? t(`kept.period.${period}`) : t('kept.period.days', { n: period.days });
}
