import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../platform/config.ts';
import type { Called } from './command.ts';
import { command } from './due.ts';

const due = (args: readonly string[], options: Called['options'] = {}) =>
  command.run({
    args,
    options,
    json: false,
    config: readConfig({}),
    note: () => {},
    progress: () => ({ step: () => {}, [Symbol.dispose]: () => {} }),
  });

test('says the day, and every day that is not counted', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'upstander-due-'));
  try {
    const holidays = join(folder, 'feast.ics');
    const feast = [
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART;VALUE=DATE:20260527',
      'SUMMARY:Eid al-Adha',
      'END:VEVENT',
    ];
    await writeFile(holidays, ['BEGIN:VCALENDAR', ...feast, 'END:VCALENDAR', ''].join('\r\n'));
    const { text, data } = await due(['2026-05-24', '4'], { holidays });
    expect(text.split('\n')).toEqual([
      'Sent 2026-05-24, due 2026-05-31 (sun).',
      'Counted: 4 working days. Not counted: 2 of weekends, 1 holidays.',
      '  2026-05-27  Eid al-Adha',
      '  2026-05-29  weekend',
      '  2026-05-30  weekend',
    ]);
    expect(data).toMatchObject({ due: '2026-05-31', counted: 4, holidays: ['Eid al-Adha'] });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what cannot be meant is refused with its value and what is allowed', async () => {
  for (const [args, options, value] of [
    [['2026-02-30', '4'], {}, '2026-02-30'],
    [['2026-05-24', 'soon'], {}, 'soon'],
    [['2026-05-24', '4'], { weekend: 'fri,dimanche' }, 'fri,dimanche'],
    [['2026-05-24', '4'], { weekend: 'mon,tue,wed,thu,fri,sat,sun' }, 'mon,tue,wed,thu,fri,sat,sun'],
    [['2026-05-24', '4'], { holidays: '/nowhere.ics' }, '/nowhere.ics'],
  ] as const)
    await expect(due(args, options)).rejects.toMatchObject({ code: 'config', params: { value } });
});
