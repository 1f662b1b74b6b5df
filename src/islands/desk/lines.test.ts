import { describe, expect, test } from 'vitest';
import type { InboxLine } from '../../casework/wire.ts';
import { translate } from '../../platform/i18n/index.ts';
import { dueTag, kindsOf, wayOf, within } from './lines.ts';

const line: InboxLine = {
  id: 'a',
  who: 'me',
  kinds: ['followed', 'blocked'],
  soon: false,
  helped: 'yes',
  place: null,
  week: null,
  part: null,
  language: 'en',
  cameBy: 'self',
  arrived: '2026-11-20',
  due: '2026-11-27',
  over: false,
  state: 'new',
  claimedBy: null,
  mine: true,
  waitingForUs: true,
  closeReason: null,
  marks: [],
  crowded: false,
  archived: null,
  together: false,
};
const claimed = { ...line, state: 'claimed', claimedBy: { id: 'ines', name: 'Ines', away: false } } as const;

describe('a line of the inbox', () => {
  test('names what happened in short words, in both languages', () => {
    expect(kindsOf(line, translate('en'))).toBe('Followed, way blocked');
    expect(kindsOf(line, translate('ar'))).toBe('ملاحقة، سدّ طريق');
  });

  test.each([
    ['2026-11-27', '2026-11-22', '5 days', ''],
    ['2026-11-22', '2026-11-22', 'Today', 'mind'],
    ['2026-11-21', '2026-11-22', '1 day over', 'bad'],
  ] as const)('due %s says on %s: %s', (due, today, text, tone) => {
    expect(dueTag({ ...line, due }, today, translate('en'))).toEqual({ text, tone });
  });

  test('stands under the chips it belongs to', () => {
    const under = (one: InboxLine) =>
      (['all', 'new', 'mine', 'due', 'held', 'closed'] as const).filter((chip) => within(chip, one, 'ines'));
    expect(under(line)).toEqual(['all', 'new']);
    expect(under(claimed)).toEqual(['all', 'mine', 'due']);
    expect(under({ ...claimed, waitingForUs: false })).toEqual(['all', 'mine']);
    expect(under({ ...claimed, state: 'held' })).toEqual(['mine', 'held']);
    expect(under({ ...line, state: 'closed' })).toEqual(['closed']);
  });
});

describe('the way so far', () => {
  const on = (day: string, what: string, who: string | null) => ({ day, what, who });

  test('says of a report one person unseals anew that it is again, and counts it', () => {
    const way = wayOf([
      on('2026-11-20', 'received', null),
      on('2026-11-21', 'opened', 'Ines'),
      on('2026-11-21', 'opened', 'Ines'),
      on('2026-11-21', 'opened', 'Ines'),
      on('2026-11-22', 'opened', 'Omar'),
      on('2026-11-23', 'opened', 'Ines'),
    ]);
    expect(way.map(({ day, what, who, n }) => `${day.slice(8)} ${who} ${what} ${n}`)).toEqual([
      '20 null received 1',
      '21 Ines opened 1',
      '21 Ines opened_again 2',
      '22 Omar opened 1',
      '23 Ines opened_again 1',
    ]);
  });
});
