/** The door of casework: who works here, whose keys count, and what waits to be read. */
import type { Jobs } from '../platform/jobs/index.ts';
import { draftsLost, reportsChosen } from './asks/hear.ts';
import type { CaseworkDeps } from './deps.ts';
import { fileAgain, fileReports } from './inbox/receive.ts';
import { mailNews } from './people/news.ts';

export { whoIs } from './access/sessions.ts';
export { endsWithTheMachine } from './access/store.ts';
export { heirs } from './archive/model.ts';
export { type Asked, askedBack, takeIn } from './archive/take-in.ts';
export { giveSecond, makeDraft, sendAsk } from './asks/act.ts';
export type { CaseworkDeps, Conditions } from './deps.ts';
export { readerFingerprint } from './fingerprint.ts';
export { letInDue } from './flood/let-in.ts';
export { countHeld, heldShare } from './flood/share.ts';
export { act } from './inbox/act.ts';
export { capacity, setCapacity } from './inbox/capacity.ts';
export { countCarried } from './inbox/carrying.ts';
export { openReport } from './inbox/open.ts';
export { write } from './inbox/write.ts';
export { keptOfCasework } from './kept/declared.ts';
export { append } from './list/append.ts';
export { asReader, enrol } from './list/enrol.ts';
export { intake } from './list/intake.ts';
export { replayReaders } from './list/replay.ts';
export { waitingForSignature } from './list/sign.ts';
export { type Invited, invite, signInLink } from './people/invite.ts';
export { type PersonRow, peopleStore } from './people/store.ts';
export { routes } from './routes.ts';
export { lawfulLines, missing } from './set-up/facts.ts';
export { rehearsed } from './set-up/rehearsed.ts';
export { twoMustOpen } from './together/house.ts';
export { neverCopied } from './together/store.ts';
export type { Role } from './wire.ts';

/** What this room does about facts. Before `jobs.start`. */
export function listen(
  jobs: Jobs,
  deps: Pick<CaseworkDeps, 'db' | 'clock' | 'installation' | 'canMail'>,
): void {
  jobs.on('report.received', (reports) => fileReports(deps, reports));
  jobs.on('report.added', (reports) => fileAgain(deps, reports, 'added'));
  jobs.on('report.chosen', (reports) => fileAgain(deps, reports, 'chosen'));
  jobs.on('report.chosen', (reports) => reportsChosen(deps, reports));
  jobs.on('desk.news', (news) => mailNews(deps, news));
  jobs.on('ask.lost', (asks) => draftsLost(deps, asks));
}
