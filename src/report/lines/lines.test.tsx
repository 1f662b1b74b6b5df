import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../platform/clock.ts';
import { translate } from '../../platform/i18n/index.ts';
import { readCountryFile } from './country-file.ts';
import { Danger } from './danger.tsx';
import { SeventyTwoHours } from './five-days.tsx';
import { LineList } from './line-list.tsx';
import { callable, type Line, linesForMinors, reached } from './model.ts';
import { mayWrite, UnderEighteen } from './under-18.tsx';

const en = translate('en');
const ar = translate('ar');
const today = '2026-11-22';
const both = (text: string) => ({ en: text, ar: `${text} ع` });

const listening: Line = {
  id: 'listening',
  kind: 'support',
  number: '0999 100 200',
  name: both('Listening line'),
  hours: both('9 to 21'),
  languages: ['ar', 'en'],
  answeredBy: both('a trained volunteer'),
  asks: both('your first name'),
  notSafeFor: both('people under 18 at home'),
  forWhom: ['everyone'],
  source: both('its own page'),
  checkedOn: '2026-11-01',
  reviewer: 'Salma',
};
const file = (line: object) => ({ country: 'XX', lines: [line], fiveDays: [] });

describe('the country table', () => {
  test('a line with source, date and name is taken', () => {
    expect(readCountryFile(file(listening), 'real')).toHaveProperty('ok.lines.0.id', 'listening');
  });

  test.each(['source', 'checkedOn', 'reviewer', 'hours', 'answeredBy', 'asks', 'forWhom'] as const)(
    'a line without %s is refused, with the reason',
    (missing) => {
      const { [missing]: _, ...rest } = listening;
      const read = readCountryFile(file(rest), 'real');
      expect(read).toHaveProperty('refused.0.at', 'lines[0]');
      expect(JSON.stringify(read)).toContain(missing);
    },
  );

  test.each([
    [{ id: 'Line 1' }, '/id is "Line 1", and not written like listening-line'],
    [{ checkedOn: 'yesterday' }, '/checkedOn is "yesterday", and not written like 2026-11-23'],
    [{ kind: 'phone' }, '/kind is "phone", and none of emergency, support'],
    [{ notSafeFor: { en: '', ar: '' } }, '/notSafeFor/en is empty'],
    [{ phone: '0900' }, 'has phone, which no table has'],
  ])('%o is refused with what was wrong and what may stand there', (wrong, why) => {
    const read = readCountryFile(file({ ...listening, ...wrong }), 'real');
    expect(read).toHaveProperty('refused.0.why', expect.stringContaining(why));
  });

  test('blank words do not count as a source', () => {
    expect(readCountryFile(file({ ...listening, source: { en: '  ', ar: 'ع' } }), 'real')).toHaveProperty(
      'refused',
    );
  });

  test('advice and the duty to report need the same', () => {
    const read = readCountryFile(
      {
        country: 'XX',
        lines: [],
        fiveDays: [{ title: both('Doctor'), text: both('Go') }],
        duty: { text: both('We tell') },
      },
      'real',
    );
    const places = 'refused' in read ? read.refused.map(({ at }) => at) : [];
    expect(places).toContain('fiveDays[0]');
    expect(places).toContain('duty');
  });

  test('an example never stands in a real installation, a real number never in the demonstration', () => {
    expect(readCountryFile(file({ ...listening, example: true }), 'real')).toHaveProperty('refused');
    expect(readCountryFile(file(listening), 'demonstration')).toHaveProperty('refused');
    const example = { ...listening, example: true, number: 'xxx xx 01' };
    expect(readCountryFile(file(example), 'demonstration')).toHaveProperty('ok');
  });

  test('whatever is read in, it is taken whole or refused with reasons, never thrown', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom('real', 'demonstration'), (value, kind) => {
        const read = readCountryFile(value, kind);
        expect('ok' in read || read.refused.length > 0).toBe(true);
      }),
    );
  });
});

describe('our own test calls', () => {
  const tested = (daysAgo: number, answered: boolean) => ({
    tested: { on: addDays(today, -daysAgo), answered },
  });

  test('never called: says so', () => expect(reached({}, today).state).toBe('untested'));
  test('called 90 days ago still counts', () =>
    expect(reached(tested(90, true), today).state).toBe('answered'));
  test('called 91 days ago: not lately', () =>
    expect(reached(tested(91, true), today).state).toBe('not_lately'));
  test('called and nobody answered', () => expect(reached(tested(1, false), today).state).toBe('silent'));
});

describe('the list', () => {
  test('a line shows everything one should know before calling', () => {
    const html = render(<LineList lines={[listening]} today={today} t={en} />);
    for (const words of [
      'tel:0999100200',
      '9 to 21',
      'Arabic and English',
      'trained volunteer',
      'first name',
      'people under 18 at home',
      'its own page',
      'Salma',
      'not called this number',
    ]) {
      expect(html).toContain(words);
    }
  });

  test('an example is no link and says that it cannot be called', () => {
    const html = render(<LineList lines={[{ ...listening, example: true }]} today={today} t={ar} />);
    expect(html).not.toContain('tel:');
    expect(html).toContain('مثال، لا يمكن الاتصال به');
  });

  test('no line at all is said in words', () => {
    expect(render(<LineList lines={[]} today={today} t={en} />)).toContain(
      'No support line has been entered',
    );
  });

  test('beside the emergency number stand the other ways, and without a number the one she knows', () => {
    const emergency: Line = { ...listening, kind: 'emergency', number: '999' };
    const withNumber = render(<Danger lines={[emergency]} t={en} otherWays="/en/help#other-ways" />);
    const without = render(
      <Danger lines={[{ ...emergency, example: true }]} t={en} otherWays="/en/help#other-ways" />,
    );
    expect(withNumber).toContain('tel:999');
    expect(without).toContain('Call the emergency number you know');
    for (const html of [withNumber, without]) expect(html).toContain('Afraid of the police? Other ways');
  });
});

describe('under 18', () => {
  const duty = {
    text: both('We must tell an office.'),
    source: both('the law'),
    checkedBy: 'A lawyer',
    checkedOn: today,
  };

  test('lines made for them come first, lines for women or men only are left out', () => {
    const child: Line = { ...listening, id: 'child', forWhom: ['under_18'] };
    const women: Line = { ...listening, id: 'women', forWhom: ['women'] };
    expect(linesForMinors([women, listening, child]).map(({ id }) => id)).toEqual(['child', 'listening']);
  });

  test('without a checked duty to report there are lines only', () => {
    expect(mayWrite(null)).toBe(false);
    expect(mayWrite({ duty: null })).toBe(false);
    const html = render(<UnderEighteen country={{ duty: null }} lines={[listening]} today={today} t={en} />);
    expect(html).toContain('You cannot write to us here yet');
    expect(html).toContain('Listening line');
  });

  test('with one, what we may have to pass on stands before everything', () => {
    expect(mayWrite({ duty })).toBe(true);
    const html = render(<UnderEighteen country={{ duty }} lines={[listening]} today={today} t={en} />);
    expect(html.indexOf('We must tell an office.')).toBeLessThan(html.indexOf('Stopping here is enough'));
    expect(html.indexOf('Stopping here is enough')).toBeLessThan(html.indexOf('Listening line'));
  });
});

test('no advice of a doctor entered: the card says so and gives none', () => {
  expect(render(<SeventyTwoHours country={null} t={en} />)).toContain('No advice checked by a doctor');
});

test('only digits are dialled', () => {
  expect(callable({ number: '+99 (0) 12-3' })).toBe('tel:+990123');
  expect(callable({ number: '122', example: true })).toBeNull();
});
