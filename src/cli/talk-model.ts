/** Which model of a language is used: the one learnt here, if there is one, else the one that is shipped. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { Refusal } from '../platform/refusal.ts';
import {
  type Detector,
  type Detectors,
  detectorOf,
  type Lang,
  langs,
  learntFile,
  learntFolder,
  learntSteps,
  type ModelFile,
  readLearnt,
  shipped,
} from '../talk/index.ts';
import type { Called } from './command.ts';

const learnt = (called: Called, lang: Lang) => learntSteps(called.config.data, lang);

export async function modelFile(called: Called, lang: Lang): Promise<ModelFile> {
  const [last] = called.options.shipped === true ? [] : await learnt(called, lang);
  if (last === undefined) return await shipped(lang);
  called.note(`${lang}: with what was learnt here, step ${last}. --shipped leaves it out.`);
  return await readLearnt(called.config.data, lang, last);
}

export async function detectors(called: Called): Promise<Detectors> {
  const made = await Promise.all(
    langs.map(async (lang) => [lang, detectorOf(await modelFile(called, lang))] as const),
  );
  return Object.fromEntries(made) as Record<Lang, Detector>;
}

/** Whole or not at all; earlier ones stay. The number of the step. */
export async function keep(called: Called, file: ModelFile): Promise<number> {
  const [last = 0] = await learnt(called, file.lang);
  const path = learntFile(called.config.data, file.lang, last + 1);
  await mkdir(learntFolder(called.config.data), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.new`, `${JSON.stringify(file)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return last + 1;
}

/** Forgets the last step; undefined where there is none. */
export async function forget(called: Called, lang: Lang): Promise<number | undefined> {
  const [last] = await learnt(called, lang);
  if (last !== undefined) await rm(learntFile(called.config.data, lang, last));
  return last;
}

/** The language asked for with --lang; undefined: none. */
export function langAsked({ options: { lang } }: Called): Lang | undefined {
  if (lang === undefined) return undefined;
  const known = langs.find((each) => each === lang);
  if (known === undefined)
    throw new Refusal('config', { variable: '--lang', value: String(lang), allowed: langs.join(', ') });
  return known;
}
