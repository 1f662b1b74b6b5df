/** The door of answer: who answers for which place, whether a report may go there, what is asked and what was answered. */
export { type Drawn, fill } from './area/fill.ts';
export { type Area, type Areas, type Lying, unanswered } from './area/model.ts';
export { type Outline, readOutline } from './area/outline.ts';
export { type AreaReader, type AreaWriter, areaReader, areaWriter } from './area/store.ts';
export { asSent, mailIfSent } from './ask/as-sent.ts';
export { behindReader, outOfDrafts } from './ask/behind-store.ts';
export { addVisit, pauseAsk, resumeAsk } from './ask/care.ts';
export { type Check, type CheckName, checkNames, type Verdict, verdictOf } from './ask/check.ts';
export { checksOf } from './ask/checks.ts';
export { changedSince, discard, draftedBy, newDraft, redraft, second, stop } from './ask/draft.ts';
export { type Bundled, type By, type Facts, mayOf } from './ask/facts.ts';
export { bundle, factsOf, type Handed, type Locate, locating, placeOf, smallestOf } from './ask/gather.ts';
export { lessen } from './ask/lessen.ts';
export { listen } from './ask/listen.ts';
export * from './ask/model.ts';
export {
  askStandingOf,
  type PublicAnswer,
  type PublicAsk,
  type PublicStep,
  publicAsk,
} from './ask/public.ts';
export { send } from './ask/send.ts';
export { type Kept, type Standing as AskStanding, type State as AskState, standings } from './ask/states.ts';
export { type AskReader, type AskWay, askReader, askWriter } from './ask/store.ts';
export { type Suggestible, type Suggestion, suggest } from './ask/suggest.ts';
export { type Task as AskTask, taskDone, tasks as askTasks, tasksOf } from './ask/tasks.ts';
export { putWish, wishReader } from './ask/wish-store.ts';
export { type Confirming, confirmMail, dropMail } from './body/mail.ts';
export { type MailChange, mailChanges } from './body/mail-store.ts';
export { type Basis, type Body, type BodyKind, bases, bodyKinds, needsHerWord } from './body/model.ts';
export { type BodyReader, type BodyWriter, bodyReader, bodyWriter } from './body/store.ts';
export { type DayOff, dayOff, type Weekday, type WorkCalendar, weekdayOf } from './clock/calendar.ts';
export { holidaysIn } from './clock/holidays.ts';
export type { Task, When } from './clock/pending.ts';
export { type Clock, type Reckoned, reckon, type Step, type Sum, sumOf, type Term } from './clock/reckon.ts';
export { remind } from './clock/remind.ts';
export {
  clockOf,
  type Dues,
  duesOf,
  type GivenTerms,
  setTerms,
  type Terms,
  termsOf,
  usualTerms,
} from './clock/terms.ts';
export { dropTerms, termsRow } from './clock/terms-store.ts';
export { type TickDeps, type Ticked, tick } from './clock/tick.ts';
export { ticking } from './clock/ticking.ts';
export { type Consenting, type May, maySend } from './consent.ts';
export {
  type Answering,
  type Asking as AskingCorrection,
  answerCorrection,
  askCorrection,
} from './correction/correct.ts';
export {
  type Correction,
  type Ending as CorrectionEnding,
  endings as correctionEndings,
} from './correction/model.ts';
export { correctionReader, correctionsToAnswer, type WrittenCorrection } from './correction/store.ts';
export { beyond } from './hers/beyond.ts';
export { askForWord, type Word, wordReader } from './hers/word-store.ts';
export { importAreas, type Reading, usualName } from './import/areas.ts';
export { importBodies, takeBodies } from './import/bodies.ts';
export type { File } from './import/csv.ts';
export { importPlaces } from './import/places.ts';
export type { Figures } from './import/plan.ts';
export { type Refused as RefusedRow, slug } from './import/row.ts';
export type { How, Outcome } from './import/run.ts';
export { type Named, type WantedReader, wantedReader } from './names/store.ts';
export type { Written as WrittenAnswer } from './officer/answer-store.ts';
export { type Deciding, dueAgain, passAnswer, tellBody, withholdAnswer } from './officer/decide.ts';
export type { OfficerDeps } from './officer/deps.ts';
export { deskFilePath, filePath } from './officer/file-routes.ts';
export { keptOfAnswer } from './officer/kept.ts';
export { type NewLink, newLink, untilOf } from './officer/link.ts';
export { answerOnPaper } from './officer/paper.ts';
export { personalIn } from './officer/personal.ts';
export { endPassedOn } from './officer/restored.ts';
export { officerRoutes } from './officer/routes.tsx';
export { Unopened } from './officer/views/request.tsx';
export { latest, type PublicDeps, publicRoutes } from './pages/index.ts';
export { type Candidate, candidates, type Standing, standing, type Why, whys } from './route/candidates.ts';
export { type Asked, routing } from './route/where.ts';
export { AskView, type AskViewProps } from './views/ask.tsx';
export { ClockView } from './views/clock.tsx';
