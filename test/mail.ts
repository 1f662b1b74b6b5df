/** Invented mails for tests, and the mails a demonstration has kept. */
import {
  mailNames,
  type Post,
  postMail,
  type Read,
  readMail,
  type Template,
} from '../src/platform/mail/index.ts';
import type { TestWorld } from './world.ts';

const body = { en: 'Harbour Ferries', ar: 'معدّيات الميناء' };
const place = { en: 'the ferry landing', ar: 'مرسى المعدّية' };
const asked = [
  { en: 'Light the landing until the last ferry.', ar: 'إنارة المرسى حتى آخر معدّية.' },
  { en: 'Post a guard who is trained to help.', ar: 'وجود حارس مدرَّب على المساعدة.' },
];

/** One of each, as a room would write it. */
export const examples = {
  ask: { body, place, asked, due: '2026-12-13', path: '/o/ask-token' },
  ask_reminder: { body, place, when: 'soon', due: '2026-12-13', path: '/o/reminder-token' },
  code: { body, code: '204816' },
  new_link: { body, until: '2026-12-20', path: '/o/new-token' },
  question_answered: { body, due: '2026-12-16', path: '/o/question-token' },
  words_passed: { body, path: '/asks/abcdefghijklmnop' },
  words_withheld: { body, why: 'about_a_person', path: '/o/withheld-token' },
  mail_change: { body, here: 'new' },
  trial: { code: '351907' },
  news: { what: 'came_in' },
  task: {},
} as const satisfies { [K in Template]: Post<K>['params'] };

/** Written and committed. Returns its id. */
export function post<K extends Template>(
  { database }: Pick<TestWorld, 'database'>,
  template: K,
  changes: Partial<Post<K>> = {},
): Promise<string> {
  const params = examples[template] as Post<K>['params'];
  const whole = { to: 'asks@ferries.example', locale: 'both', template, params, ...changes } as Post<K>;
  return database.db.transaction().execute((tx) => postMail(tx, whole));
}

/** Every mail a demonstration has kept, newest first. */
export async function mailsOf({ config }: Pick<TestWorld, 'config'>): Promise<Read[]> {
  const all = await Promise.all((await mailNames(config.data)).map((name) => readMail(config.data, name)));
  return all.filter((mail) => mail !== null);
}
