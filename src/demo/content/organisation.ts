/** Who runs the demonstration: invented people of invented organisations in an invented country. */

export const organisation = {
  name: { en: 'Lamp House', ar: 'بيت القنديل' },
  country: 'Marwada',
  zone: 'Africa/Cairo',
} as const;

export const outsideOrganisation = { en: 'Open Window', ar: 'الشباك المفتوح' } as const;

export interface DemoPerson {
  id: 'ines' | 'omar' | 'salma' | 'widad' | 'hana' | 'youssef';
  name: { en: string; ar: string };
  role: 'caseworker' | 'organiser' | 'outside' | 'moderator';
  /** Trained to talk with people under 18; stands in the signed reader entry. */
  childTrained: boolean;
}

export const people: readonly DemoPerson[] = [
  { id: 'ines', name: { en: 'Ines', ar: 'إيناس' }, role: 'caseworker', childTrained: true },
  { id: 'omar', name: { en: 'Omar', ar: 'عمر' }, role: 'caseworker', childTrained: false },
  { id: 'salma', name: { en: 'Salma', ar: 'سلمى' }, role: 'organiser', childTrained: false },
  { id: 'widad', name: { en: 'Widad', ar: 'وداد' }, role: 'outside', childTrained: true },
  { id: 'hana', name: { en: 'Hana', ar: 'هنا' }, role: 'moderator', childTrained: false },
  { id: 'youssef', name: { en: 'Youssef', ar: 'يوسف' }, role: 'moderator', childTrained: false },
];
