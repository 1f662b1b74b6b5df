/** The door of retention: one list of what is kept how long, looked through each hour. */
export { aYear, type EndedBy, type Kept, type Kind, kinds, nextRun, type Period, type Run } from './model.ts';
export { type KeepingTo, keepTo } from './run.ts';
export { periodText } from './said.ts';
export { runs } from './store.ts';
