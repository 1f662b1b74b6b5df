/** A country's table as an organisation would enter it: one line that can be called, and an emergency number. */
import type { Line, linesWriter } from '../src/report/index.ts';

type CountryFile = Parameters<ReturnType<typeof linesWriter>['replace']>[0];

const both = (text: string) => ({ en: text, ar: `${text} ع` });

/** `checkedOn`: the day somebody looked. */
export function realLines(checkedOn: string): CountryFile {
  const line = (id: string, kind: Line['kind'], name: string): Line => ({
    id,
    kind,
    number: '0999 100 200',
    name: both(name),
    hours: both('9 to 21'),
    languages: ['ar', 'en'],
    answeredBy: both('a trained volunteer'),
    asks: both('your first name'),
    forWhom: ['everyone'],
    source: both('its own page'),
    checkedOn,
    reviewer: 'Salma',
  });
  return {
    country: { country: 'XX', fiveDays: [], duty: null },
    lines: [line('listening', 'support', 'Listening line'), line('emergency', 'emergency', 'Emergency')],
  };
}
