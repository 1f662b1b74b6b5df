/** What Salma, Ines and Omar do in their browsers until the door is open: docs/operator.md, "Before you open". */
import { setTimeout as pause } from 'node:timers/promises';
import { translate } from '../../../src/platform/i18n/index.ts';
import type { Browser, Heard } from '../../browse.ts';
import type { MailServer } from '../../smtp.ts';

const url = '/en/desk/set-up';
const t = translate('en');
const decisions = ['intake', 'encryption', 'data', 'minors'] as const;

/** Every task that is not done on the machine itself. Throws at the first that is refused, or if the door is still closed. */
export async function opens(
  salma: Browser,
  caseworkers: readonly Browser[],
  { today, mails }: { today: string; mails: MailServer },
): Promise<void> {
  const says = (path: string, body: object) => taken(salma, `${url}/${path}`, body);
  for (const what of ['name', 'place', 'exit', 'cards']) await says('confirm', { what });
  const decided = { verdict: 'allowed', number: '', by: 'Mona, lawyer', on: today };
  for (const feature of decisions) await says('lawful', { feature, ...decided });
  for (const caseworker of caseworkers) {
    const { text } = await caseworker.get(`${url}/lawful`);
    const upTo = /name="upTo" value="(\d+)"/.exec(text)?.[1] ?? '';
    await taken(caseworker, `${url}/agree`, { upTo });
  }
  await says('lines', { line: 'listening', caller: 'Noor', on: today, answered: 'yes', minutes: '3' });
  await says('backup', { who: 'Noor', on: today });
  await says('texts/privacy', { en: 'We keep little.', ar: 'نحتفظ بالقليل.' });
  await says('mail/code', { code: await codeBy(salma, mails) });
  const { text } = await salma.get(url);
  if (!text.includes(t('setup.may_open'))) throw new Error(/<h2.*?<\/section>/s.exec(text)?.[0] ?? text);
}

/** The six digits of a real mail to her. */
async function codeBy(salma: Browser, { taken: arrived }: MailServer): Promise<string> {
  const before = arrived.length;
  await taken(salma, `${url}/mail`, { to: 'salma@example.org' });
  while (arrived.length === before) await pause(200);
  return /\b\d{6}\b/.exec(arrived.at(-1)?.raw ?? '')?.[0] ?? '';
}

async function taken(browser: Browser, path: string, body: object): Promise<Heard> {
  const heard = await browser.post(path, body);
  if (heard.status !== 303) throw new Error(`${path} answered ${heard.status}: ${heard.text}`);
  return heard;
}
