/** Fits the parts of a language's model beside each other, each in a thread of its own, as many at once as there are cores. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Lang } from '../model.ts';
import type { ModelFile } from '../weights.ts';
import { type Part, parts } from './learn.ts';

/** What a thread says: how far it is, then the model. */
export type Said = { done: string } | { file: ModelFile };

/** Rejects with what a thread failed of. `watch` hears how far each part is. */
export async function fits(lang: Lang, watch: (done: string) => void): Promise<Map<Part, ModelFile>> {
  const files = new Map<Part, ModelFile>();
  // The longest first.
  const left = [...parts].reverse().values();
  const lane = async () => {
    for (const part of left) files.set(part, await fitApart(lang, part, watch));
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), parts.length) }, lane));
  return files;
}

const nameOf = (part: Part) => (part === 'everything' ? part : `fold ${part + 1} of ${parts.length - 1}`);

function fitApart(lang: Lang, part: Part, watch: (done: string) => void): Promise<ModelFile> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./fit-thread.ts', import.meta.url), {
      workerData: { lang, part },
      // All posts lie in its memory.
      resourceLimits: { maxOldGenerationSizeMb: 8192 },
    });
    thread.on('message', (said: Said) => {
      if ('file' in said) resolve(said.file);
      else watch(`${nameOf(part)}: ${said.done}`);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`${nameOf(part)} ended with ${code} and no model.`)));
  });
}
