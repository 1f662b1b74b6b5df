/** The door of mail: `postMail` writes one, a job sends it, and what mail systems report comes back through `readReport`. */

export { domainOf, isAddress, type Mailbox } from './address.ts';
export { type Filed, fileReport } from './bounced.ts';
export { type Reached, reach } from './check.ts';
export { compose } from './compose.tsx';
export { mailFile, mailNames, outboxFolder, type Read, readMail } from './folder.ts';
export { holdMail } from './hold.ts';
export type {
  Both,
  DeskNews,
  MailLocale,
  MailState,
  Path,
  Template,
  Templates,
  WhyWithheld,
} from './model.ts';
export { deskNews, keptDays, templates } from './model.ts';
export { type Post, postMail, postTask } from './post.ts';
export { type Found, type Records, recordsOf } from './records.ts';
export { canMail, forgetMail, listen, type MailDeps } from './send.ts';
export { type MailFigures, mailReader } from './store.ts';
