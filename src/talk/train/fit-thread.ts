/** One part of a language's model, fitted in a thread of its own (see fits.ts). */
import { parentPort, workerData } from 'node:worker_threads';
import type { Lang } from '../model.ts';
import type { Said } from './fits.ts';
import { fitted, type Part } from './learn.ts';
import { materialOf } from './material.ts';
import { startVectors } from './start.ts';

const { lang, part } = workerData as { lang: Lang; part: Part };
const say = (said: Said) => parentPort?.postMessage(said);
const material = materialOf(lang);
if (typeof material === 'string') throw new Error(material);
const { examples, made } = material;
say({ file: fitted(examples, part, { made, start: startVectors(lang), watch: (done) => say({ done }) }) });
