/** The door of report: taking a report, keeping it sealed, coming back, withdrawing; and the signed list of readers. */
export { sealAddition } from './addition.ts';
export {
  type Consents,
  type Helped,
  type Kind,
  kinds,
  type OpenAnswers,
  type Part,
  type Who,
} from './answers.ts';
export { addTo } from './back/change.ts';
export type { Beyond } from './beyond.ts';
export { bodyWordFields } from './body-word.ts';
export { activeOrNone, currentReaders, ours } from './chain/current.ts';
export { type EntriesReader, type EntriesWriter, entriesReader, entriesWriter } from './chain/store.ts';
export type { Intake, Missing, ReportDeps } from './deps.ts';

export { keptOfFiles } from './files/kept.ts';
export { filesReader } from './files/store.ts';
export {
  builtIn,
  type Imported,
  type ImportedReader,
  type ImportedReport,
  importedReader,
  importReports,
  type Mapping,
  MappingShape,
  type MaybeAsked,
  onlyAsked,
  type Reason,
  readBox,
  readMapping,
  unnamed,
  type Wrong,
} from './imported/index.ts';
export {
  type Country,
  emptyCountryFile,
  type Line,
  type LinesReader,
  linesReader,
  linesWriter,
  reached,
  readCountryFile,
} from './lines/index.ts';
export { composeNote, noteItem } from './note.ts';
export { biggest, type Recording, readRecordings, recommended, recordings } from './recordings/index.ts';
export { replayWithdrawals } from './replay.ts';
export { composeReply, replyItem } from './reply.ts';
export { routes } from './routes.ts';
export { type Submission, sealReport } from './seal.ts';
export { type SealedAnew, secretsAgain } from './sealed/again-store.ts';
export { type Archived, archiveStore } from './sealed/archive-store.ts';
export {
  type NewEvent,
  type ReportWriter,
  reportWriter,
  type SealedItem,
  type SealedReader,
  type SealedReply,
  sealedReader,
} from './sealed/store.ts';
export {
  type OpenReport,
  type ReportEvent,
  type ReportReader,
  reportReader,
  type Tombstone,
} from './store.ts';
export { submissionShape } from './submission.ts';
export { isAgeFile, isSplitAmong, type SentBy, submit } from './submit.ts';
export { type Proved, type Proving, proveCopy } from './whole/prove.ts';
export type { BodyQuestion, MyAsk, MyBeyond } from './wire.ts';
