/** Which pages a recording can be made of, and how big it may be. */
import type { Lang } from '../../platform/i18n/index.ts';
import { questionIds } from '../questions.ts';

export const recordable = [
  'before',
  'safe',
  ...questionIds,
  'under_18',
  'five_days',
  'known',
  'check',
  'receipt',
] as const;
export type Recordable = (typeof recordable)[number];

/** Where a browser finds the recording; null where none was made. */
export type FindRecording = (language: Lang, name: Recordable) => string | null;

/** The first that is there is used. */
export const endings = ['mp3', 'm4a', 'ogg'] as const;

/** Bytes: a slow phone has it within a few seconds. */
export const recommended = 30 * 1024;
/** Bytes: whatever is bigger is not served. */
export const biggest = 200 * 1024;

/** `unknown`: no page of that name, or no ending we serve. `second`: the same page is recorded in another format. */
export type Fault = 'unknown' | 'second' | 'too_big' | 'big';

export const isRecordable = (name: string): name is Recordable => recordable.some((one) => one === name);

/** True where a page has a recording in this language. */
export const anyRecording = (find: FindRecording, language: Lang): boolean =>
  recordable.some((name) => find(language, name) !== null);
