/** The months an ask may speak of: nothing finer is ever said of when. */
import type { Day } from '../../../platform/clock.ts';

/** 'YYYY-MM', the latest first. */
export function monthsBack(today: Day, most = 36): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: most }, (_, back) => {
    const at = year * 12 + (month - 1) - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
