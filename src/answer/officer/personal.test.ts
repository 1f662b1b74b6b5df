import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latinDigits, personalIn } from './personal.ts';

const found = (text: string) => personalIn(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);

describe('what speaks of a person is found, with its place', () => {
  test.each([
    ['Write to karim.s@metro.example today', 'mail', 'karim.s@metro.example'],
    ['ask @nour_99 about it', 'handle', '@nour_99'],
    ['see facebook.com/nour.ali', 'link', 'facebook.com/nour.ali'],
    ['Call 010 1234 5678 now', 'number', '010 1234 5678'],
    ['call +20-10-1234-5678', 'number', '+20-10-1234-5678'],
    ['اتصل على ٠١٠١٢٣٤٥٦٧٨ الآن', 'number', '٠١٠١٢٣٤٥٦٧٨'],
    ['الرقم القومي 29801011234567', 'number', '29801011234567'],
    ['the car ABC 1234 stood there', 'plate', 'ABC 1234'],
    ['السيارة س ص ع ١٢٣٤ كانت', 'plate', 'س ص ع ١٢٣٤'],
    ['We moved Mr. Hany Adel away', 'name', 'Mr. Hany Adel'],
    ['Eng. samir looks after it', 'name', 'Eng. samir'],
    ['سيقوم الأستاذ سمير بذلك', 'name', 'الأستاذ سمير'],
    ['المهندس/ خالد حسن', 'name', 'المهندس/ خالد'],
    ['م. خالد', 'name', 'م. خالد'],
    ['Nous avons déplacé M. Hany Adel', 'name', 'M. Hany Adel'],
    ['Mme Samir s’en occupe', 'name', 'Mme Samir'],
    ['La jeune fille qui s’est plainte dimanche', 'who_told', 'La jeune fille qui s’est plainte'],
    ['la dame qui vous a raconté cela', 'who_told', 'la dame qui vous a raconté'],
    ['Elle a menti', 'who_told', 'Elle a menti'],
    ['Sa plainte est fausse', 'who_told', 'Sa plainte'],
    ['The girl who reported on Sunday was mistaken', 'who_told', 'The girl who reported'],
    ['she lied to you', 'who_told', 'she lied'],
    ['Her complaint is wrong', 'who_told', 'Her complaint'],
    ['البنت اللي اشتكت كانت لوحدها', 'who_told', 'البنت اللي اشتكت'],
    ['صاحبة الشكوى معروفة لدينا', 'who_told', 'صاحبة الشكوى'],
    ['الشاكية لم تحضر', 'who_told', 'الشاكية'],
  ])('%s', (text, kind, span) => {
    expect(found(text)).toContainEqual([kind, span]);
  });
});

describe('what speaks of the place is left alone', () => {
  test.each([
    'Two guards stand on platform 2 every evening until 23:00, from 24/12/2026 to 03/01/2027.',
    'The lights on the stairs were replaced on 2026-11-30. Cost: 12,500 pounds.',
    'Line 1, cars 4 and 5, 350 metres from Exit 3.',
    'The officer on duty walks the stairs every 20 minutes. The engineer is on site from 7 to 9.',
    'سيقف حارسان على الرصيف ٢ كل مساء حتى ٢٣:٠٠، وتُستبدل مصابيح السلم قبل ٢٤/١٢/٢٠٢٦.',
    'يمر المهندس المناوب على السلم كل ساعة، والسيد مدير المحطة يتابع ذلك.',
    'هذا المكان يتبع الحي، وليس المترو. عربات السيدات في المقدمة.',
    'Deux gardiens sont sur le quai 2 chaque soir jusqu’à 23:00, du 24/12/2026 au 03/01/2027.',
    'M. le directeur de la station suit cela. La personne de service passe toutes les 20 minutes.',
    'La station a changé ses lampes ; elle a fait réparer l’escalier, sa sortie et son quai.',
    'We cannot, because the stairs belong to the district. Our budget of 2026-2027 has no line for it.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('spans lie in the text, in order, and never over each other', () => {
  const word = fc.constantFrom(
    'Mr',
    'Adel',
    '@nour',
    '01012345678',
    'الأستاذ',
    'سمير',
    'she',
    'said',
    '.',
    'a@b.example',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string())), (words) => {
      const text = words.join(' ');
      let at = 0;
      for (const { from, to } of personalIn(text)) {
        expect(from).toBeGreaterThanOrEqual(at);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        at = to;
      }
    }),
  );
});

test('digits of either language count alike', () => {
  expect(latinDigits('٠١٢٣ ۴۵۶ 789')).toBe('0123 456 789');
});
