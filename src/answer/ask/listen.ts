/** What this room does about facts: an answer waits at the desk, and so do a mail that came back and a wish to correct. */
import type { Jobs } from '../../platform/jobs/index.ts';
import { postTask } from '../../platform/mail/index.ts';
import { type BounceDeps, fileBounces } from './bounced.ts';

/** Before `jobs.start`. */
export function listen(jobs: Jobs, deps: BounceDeps): void {
  const tell = () => deps.db.transaction().execute((tx) => postTask(tx, deps.mail));
  jobs.on('answer.given', tell);
  jobs.on('correction.asked', tell);
  jobs.on('mail.bounced', (asks) => fileBounces(deps, asks));
}
