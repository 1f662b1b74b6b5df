/** What this room does about facts: an answer is something that waits at the desk, and so is a mail that came back. */
import type { Jobs } from '../../platform/jobs/index.ts';
import { postTask } from '../../platform/mail/index.ts';
import { type BounceDeps, fileBounces } from './bounced.ts';

/** Before `jobs.start`. */
export function listen(jobs: Jobs, deps: BounceDeps): void {
  jobs.on('answer.given', () => deps.db.transaction().execute((tx) => postTask(tx, deps.mail)));
  jobs.on('mail.bounced', (asks) => fileBounces(deps, asks));
}
