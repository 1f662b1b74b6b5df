/** Which facts become mail: to the body, or to the desk that something waits. */
import type { MailConfig } from '../../platform/config.ts';
import type { Kysely, Transaction } from '../../platform/db/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { postTask } from '../../platform/mail/index.ts';
import { type BounceDeps, fileBounces } from '../ask/bounced.ts';
import { type MailNeeds, tellAnswered, tellPassed, tellSent, tellWithheld } from './mails.ts';

export interface TellDeps extends MailNeeds, BounceDeps {
  db: Kysely<unknown>;
  mail: Pick<MailConfig, 'desk' | 'language'>;
}

/** Before `jobs.start`. */
export function tellByMail(jobs: Jobs, deps: TellDeps): void {
  const each = (event: string, tell: (tx: Transaction<unknown>, ask: string) => Promise<unknown>) =>
    jobs.on(event, async (asks) => {
      for (const ask of asks) await deps.db.transaction().execute((tx) => tell(tx, ask));
    });
  each('ask.sent', (tx, ask) => tellSent(tx, deps, ask));
  each('body.told', (tx, ask) => tellAnswered(tx, deps, ask));
  each('answer.passed', (tx, ask) => tellPassed(tx, deps, ask));
  each('answer.withheld', (tx, ask) => tellWithheld(tx, deps, ask));
  each('answer.given', (tx) => postTask(tx, deps.mail));
  jobs.on('mail.bounced', (asks) => fileBounces(deps, asks));
}
