/** Amal's phone on that machine: it seals as the page does, sends as the page does, and comes back with nothing but her code. */
import { systemClock } from '../../../src/platform/clock.ts';
import type { Installation } from '../../../src/platform/installation.ts';
import {
  type Code,
  codeList,
  newSeed,
  readers,
  showCode,
  solveWork,
} from '../../../src/platform/keys/index.ts';
import { nodeScrypt } from '../../../src/platform/keys/node-scrypt.ts';
import type { Answers } from '../../../src/report/answers.ts';
import { sealReport } from '../../../src/report/seal.ts';
import type { ReadersAnswer } from '../../../src/report/wire.ts';
import type { Browser, Heard } from '../../browse.ts';
import { plainAnswers } from '../../told.ts';

export const words = 'He followed me from the stop.';
const answers: Answers = { ...plainAnswers, words };

/** What stands in the script of the page: the root is never believed from an answer. */
export type Page = Pick<Installation, 'id' | 'root'>;

export async function tells(phone: Browser, page: Page): Promise<{ id: string; code: Code; heard: Heard }> {
  const { entries, salt } = (await phone.get('/api/readers')).json<ReadersAnswer>();
  const now = systemClock.now();
  const { active } = readers({ entries, root: page.root, installation: page.id, now });
  const sealed = await sealReport(answers, newSeed(), {
    installation: page.id,
    salt,
    list: codeList('en'),
    readers: active,
    language: 'en',
    cameBy: 'self',
    scrypt: nodeScrypt,
  });
  if (sealed === null) throw new Error('Nobody may read this report');
  const { submission, code } = sealed;
  const { id } = submission;
  const { counter: work } = solveWork({ day: now.toISOString().slice(0, 10), report: id });
  return { id, code, heard: await phone.post('/api/reports', { ...submission, work }) };
}

/** 200: her page. 410: withdrawn. 422: nobody knows this code. */
export const comesBack = (phone: Browser, code: Code, act: 'open' | 'withdraw' = 'open'): Promise<Heard> =>
  phone.post('/en/back', { code: showCode(code), do: act });
