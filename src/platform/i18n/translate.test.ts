import { expect, test } from 'vitest';
import { inLang, langFor, negotiate, translate, withData } from './index.ts';
import type { Locale } from './locale.ts';
import { compose, isolate, type Message } from './message.ts';
import { texts } from './texts.ts';
import { translator } from './translator.ts';

const said = (locale: Locale, message: Message, params = {}) => {
  const tag = locale === 'en' ? 'en' : 'ar';
  const dir = locale === 'en' ? 'ltr' : 'rtl';
  return compose(message, params, { locale, dir, plural: new Intl.PluralRules(tag), number: String });
};

test('a sentence takes its params, and keeps a hole nobody filled in sight', () => {
  expect(said('en', 'Read by {name} on {day}', { name: 'Ines' })).toBe('Read by Ines on {day}');
});

test('a param cannot reach into what every object has', () => {
  expect(said('en', 'a {constructor} b')).toBe('a {constructor} b');
});

test('English has two forms of a plural, Arabic six', () => {
  const days = { one: '{n} day', other: '{n} days' };
  expect([said('en', days, { n: 1 }), said('en', days, { n: 2 })]).toEqual(['1 day', '2 days']);
  const arabic = {
    zero: 'صفر',
    one: 'يوم',
    two: 'يومان',
    few: '{n} أيام',
    many: '{n} يومًا',
    other: '{n} يوم',
  };
  expect([0, 1, 2, 3, 11, 100].map((n) => said('ar', arabic, { n }))).toEqual([
    'صفر',
    'يوم',
    'يومان',
    '3 أيام',
    '11 يومًا',
    '100 يوم',
  ]);
});

test('French counts none as one, as its readers do', () => {
  expect([0, 1, 2].map((n) => translate('fr')('casework.inbox.waiting', { n }))).toEqual([
    '0 récit attend',
    '1 récit attend',
    '2 récits attendent',
  ]);
  const french = new Intl.PluralRules('fr-FR');
  expect([french.select(1_000_000), french.resolvedOptions().pluralCategories.toSorted()]).toEqual([
    'many',
    ['many', 'one', 'other'],
  ]);
});

test('the reader chooses how to be addressed; who did not choose is addressed neutrally', () => {
  const message = { _: 'شكرًا على الثقة', f: 'شكرًا لثقتكِ' };
  expect(said('ar-f', message)).toBe('شكرًا لثقتكِ');
  expect(said('ar-m', message)).toBe('شكرًا على الثقة');
  expect(said('ar', message)).toBe('شكرًا على الثقة');
});

test('names and codes from the other direction stand apart inside an Arabic sentence', () => {
  expect(said('ar', 'قرأته {name}', { name: 'Ines' })).toBe(`قرأته ${isolate('Ines')}`);
  expect(said('ar', 'قرأته {name}', { name: 'إيناس' })).toBe('قرأته إيناس');
  expect(said('en', 'Read by {name}', { name: 'Ines' })).toBe('Read by Ines');
  expect(said('en', 'Read by {name}', { name: 'إيناس' })).toBe(`Read by ${isolate('إيناس')}`);
});

test('days, months and numbers are spelled as their readers spell them, with the digits phones have', () => {
  expect(translate('en').day('2026-11-22')).toBe('22 November 2026');
  expect(translate('en').month('2026-11')).toBe('November 2026');
  expect(translate('ar').day('2026-11-22')).toBe('22 نوفمبر 2026');
  expect(translate('ar').number(1234)).toBe('1,234');
  expect(translate('en').number(-5)).toBe('\u22125');
  expect(translate('ar').number(-5)).toBe(isolate('\u22125'));
  expect(translate('fr').day('2026-11-22')).toBe('22 novembre 2026');
  expect(translate('fr').day('2026-05-01')).toBe('1er mai 2026');
  expect(translate('fr').language('ar')).toBe('arabe');
  expect(translate('en').list(['Ines', 'Omar'])).toBe('Ines and Omar');
  expect(translate('ar').list(['إيناس', 'عمر'])).toBe('إيناس وعمر');
  expect(translate('en').time(new Date('2026-07-01T13:05:00Z'), 'Africa/Cairo')).toBe('16:05');
});

test('a page carries only the texts its islands asked for, and they read the same there', () => {
  const t = translate('ar-f');
  const carried = texts(t, ['web.address']);
  expect(Object.keys(carried.messages).every((key) => key.startsWith('web.address'))).toBe(true);
  const island = translator(carried.locale, carried.voice, (key) => carried.messages[key]);
  expect(island('web.address.f')).toBe(t('web.address.f'));
  expect(() => island('web.leave')).toThrow('No text for web.leave');
});

test('the browser says which language it wants, and nonsense is English', () => {
  expect(negotiate('ar-EG,ar;q=0.9,en;q=0.8')).toBe('ar');
  expect(negotiate('xx;q=0.9, en;q=0.2, ar;q=0.5')).toBe('ar');
  expect(negotiate('fr-CA,fr;q=0.9')).toBe('fr');
  expect(negotiate('ar;q=0, en')).toBe('en');
  expect(negotiate('ar-f')).toBe('ar-f');
  expect(negotiate(undefined)).toBe('en');
  expect(negotiate(';;;q=,,\u0000')).toBe('en');
});

test('what the organisation wrote is shown in the language of the page, else in one it was written in', () => {
  const name = { en: 'Metro', ar: 'مترو' };
  expect([translate('en').of(name), translate('ar').of(name)]).toEqual(['Metro', 'مترو']);
  expect([translate('fr').of(name), translate('fr').langOf(name)]).toEqual(['Metro', 'en']);
  expect(translate('ar').of({ en: 'Metro', ar: '' })).toBe('Metro');
  expect(translate('ar').langOf({ en: 'Metro', ar: '' })).toBe('en');
  expect(inLang(name, 'xx')).toBe('Metro');
  expect(langFor({ en: '', ar: 'مترو' }, 'xx')).toBe('ar');
  expect(inLang({ en: '', ar: '' }, 'xx')).toBe('');
  expect(withData('xx')).toEqual(['xx', 'en', 'ar']);
});
