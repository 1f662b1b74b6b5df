/**
 * The door of the room: what a post is about, and which moves pull the talk away. Its pages have one of their own,
 * `pages/index.ts`: reading a text needs none of them.
 */
import { classifyWith } from './classify.ts';
import { langOf } from './detect.ts';
import type { Detector } from './detector.ts';
import { languages } from './languages.ts';
import type { Classified, Lang } from './model.ts';
import { ready, see } from './moves-in.ts';
import type { Errors } from './thread/errors.ts';
import type { AllErrors } from './thread/known.ts';
import { type ModelFile, modelOf } from './weights.ts';

export { type Agreement, type Agreements, agreements, type Measured } from './coding/agreement.ts';
export { type Code, codedIn, codedLine, codeOf, typedOf } from './coding/code.ts';
export { alike, type Final, finalTable, toDecide } from './coding/final.ts';
export { langOf } from './detect.ts';
export type { Detector } from './detector.ts';
export { type Figures, figuresOf, type Share } from './figures.ts';
export { figuresText, shareText } from './figures-text.ts';
export { detectorsIn, learntFile, learntFolder, learntSteps, readLearnt } from './learnt.ts';
export type { Classified, Focus, Found, Lang, Move } from './model.ts';
export { focuses, langs, moves } from './model.ts';
export { replies, type Voice, voices } from './replies.ts';
export { type Back, type Kind as ReplyKind, kinds as replyKinds } from './thread/back.ts';
export { type Errors, type Group, groups } from './thread/errors.ts';
export type { AllErrors } from './thread/known.ts';
export type { Made } from './thread/made.ts';
export type { Post, Source, Thread } from './thread/model.ts';
export { type Part, readParts, readThread } from './thread/read.ts';
export type { Estimate, GroupShares, Shares } from './thread/shares.ts';
export {
  fewest as turnFewest,
  type JudgedPost,
  type Stretch,
  shiftOf,
  type ThreadReport,
} from './thread/shift.ts';
export { allowed as turnAllowed } from './thread/turn.ts';
export { type Row, rowsOf } from './train/corpus.ts';
export { type Decision, decisionOf, type Learnt, learnFrom } from './train/decisions.ts';
export type { ModelFile } from './weights.ts';

const files: Readonly<Record<Lang, () => Promise<{ default: unknown }>>> = {
  en: () => import('./weights/en.json', { with: { type: 'json' } }),
  ar: () => import('./weights/ar.json', { with: { type: 'json' } }),
};

/** The shipped model of a language; loaded when it is first asked for. */
export async function shipped(lang: Lang): Promise<ModelFile> {
  return (await files[lang]()).default as ModelFile;
}

/** A model with its language's grammar. Throws where the file is of another make. */
export function detectorOf(file: ModelFile): Detector {
  const language = languages[file.lang];
  if (language === undefined) throw new Error(`There is no grammar for ${file.lang}.`);
  return { made: ready(language), model: modelOf(file) };
}

export type Detectors = Readonly<Record<Lang, Detector>>;

export async function shippedDetectors(): Promise<Detectors> {
  return { en: detectorOf(await shipped('en')), ar: detectorOf(await shipped('ar')) };
}

/** Whether the grammar reads it as somebody telling what was done to them. */
export function isAccount(text: string, detectors: Detectors, lang: Lang): boolean {
  return see(text, detectors[lang].made).isAccount;
}

/** What a post is about and which moves are in it; the language is told or found. Any string is taken. */
export function classify(
  text: string,
  detectors: Detectors,
  { lang }: { lang?: Lang | undefined } = {},
): Classified {
  return classifyWith(text, detectors[lang ?? langOf(text)]);
}

const errors: Readonly<Record<Lang, () => Promise<{ default: unknown }>>> = {
  en: () => import('./weights/en-errors.json', { with: { type: 'json' } }),
  ar: () => import('./weights/ar-errors.json', { with: { type: 'json' } }),
};

/** How often the shipped models err, counted on sentences they have not learnt from. */
export async function shippedErrors(): Promise<AllErrors> {
  const [en, ar] = await Promise.all([errors.en(), errors.ar()]);
  return { en: en.default as Errors, ar: ar.default as Errors };
}
