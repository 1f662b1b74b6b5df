/** What was learnt here lies in <data>/talk/<lang>-<n>.json, the highest counts. No post and no word of one is in it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Detectors, detectorOf, shipped } from './index.ts';
import { type Lang, langs } from './model.ts';
import type { ModelFile } from './weights.ts';

export const learntFolder = (data: string) => join(data, 'talk');

/** The steps that were learnt for a language, the last first; none where nothing was. */
export async function learntSteps(data: string, lang: Lang): Promise<number[]> {
  const names = await readdir(learntFolder(data)).catch(() => []);
  return names
    .flatMap((name) => {
      const [, of, n] = /^(en|ar)-(\d{1,6})\.json$/.exec(name) ?? [];
      return of === lang ? [Number(n)] : [];
    })
    .sort((one, other) => other - one);
}

export const learntFile = (data: string, lang: Lang, n: number) =>
  join(learntFolder(data), `${lang}-${n}.json`);

export async function readLearnt(data: string, lang: Lang, n: number): Promise<ModelFile> {
  return JSON.parse(await readFile(learntFile(data, lang, n), 'utf8')) as ModelFile;
}

/**
 * For a process that lives long: the detectors of now, loaded when they are first asked for and again when something was
 * learnt or forgotten.
 */
export function detectorsIn(data: string): () => Promise<Detectors> {
  let made: { steps: string; detectors: Promise<Detectors> } | null = null;
  return async () => {
    const last = await Promise.all(langs.map(async (lang) => (await learntSteps(data, lang))[0]));
    const steps = last.join();
    if (made?.steps !== steps) made = { steps, detectors: load(data, last) };
    return made.detectors;
  };
}

async function load(data: string, steps: readonly (number | undefined)[]): Promise<Detectors> {
  const files = langs.map(async (lang, n) => {
    const step = steps[n];
    return [
      lang,
      detectorOf(await (step === undefined ? shipped(lang) : readLearnt(data, lang, step))),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(files)) as Record<Lang, Detectors[Lang]>;
}
