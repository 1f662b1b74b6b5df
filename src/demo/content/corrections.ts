/** Invented, like everything here. */
import type { Both } from '../../answer/index.ts';

interface DemoCorrection {
  /** The body whose first ask it is about. */
  about: string;
  /** Days before today. */
  ago: number;
  words: string;
  /** `after`: days later. Null while it waits. */
  answer: { after: number; done: 'corrected' | 'stays'; words: Both } | null;
}

export const corrections: readonly DemoCorrection[] = [
  {
    about: 'zaytara-trams',
    ago: 31,
    words: 'The stop was renamed in spring. Your page still has the old name in Arabic.',
    answer: {
      after: 4,
      done: 'corrected',
      words: {
        en: 'You were right: the Arabic name was the old one. It is mended on every page.',
        ar: 'الملاحظة في محلها: كان الاسم العربي قديمًا، وصُحّح في كل الصفحات.',
      },
    },
  },
  {
    about: 'zaytara-trams',
    ago: 3,
    words: 'You write that the lamps at the stop are out. Two of the four have worked again since Sunday.',
    answer: null,
  },
];
