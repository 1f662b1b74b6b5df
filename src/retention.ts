/** What is kept how long, each as its room declares it, put together for the server, the desk and the public page. */
import * as answer from './answer/index.ts';
import * as casework from './casework/index.ts';
import { mostDays } from './platform/backup/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Kysely } from './platform/db/index.ts';
import type { Installation } from './platform/installation.ts';
import { forgetMail, keptDays } from './platform/mail/index.ts';
import type { Kept } from './platform/retention/index.ts';
import * as report from './report/index.ts';
import { keptOfTalk } from './talk/desk/index.ts';

interface Needs {
  db: Kysely<unknown>;
  clock: Clock;
  installation: Installation;
}

export const keptHere = (needs: Needs): Kept[] => [
  ...casework.keptOfCasework(needs),
  report.keptOfFiles(needs),
  { kind: 'withdrawn', period: 'done', by: 'at_once' },
  { kind: 'outbox', period: 'done', by: 'at_once' },
  { kind: 'mail', period: { days: keptDays }, by: 'hour', forget: () => forgetMail(needs) },
  answer.keptOfAnswer(needs),
  ...keptOfTalk(needs),
  { kind: 'backup', period: { days: mostDays }, by: 'backup' },
  { kind: 'log', period: 'machine', by: 'machine' },
  { kind: 'counts', period: 'ever', by: 'nobody' },
];
