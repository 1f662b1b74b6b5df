/** The two slow sums of a phone: stretching a code and the proof of work. Files named here get their hash when served. */

import { quickWork } from '../../platform/keys/quick-work.ts';
import { browserScrypt, type Cost, type Scrypt } from '../../platform/keys/stretch.ts';
import type { Work } from '../../platform/keys/work.ts';
import { inWorker } from './worker.ts';

export interface Stretching {
  secret: Uint8Array;
  salt: Uint8Array;
  cost: Cost;
}

export const workerScrypt: Scrypt = (secret, salt, cost) =>
  inWorker<Stretching, Uint8Array>('/assets/stretch.js', { secret, salt, cost }, (asked) =>
    browserScrypt(asked.secret, asked.salt, asked.cost),
  );

export const workFor = (asked: { day: string; report: string }): Promise<Work> =>
  inWorker('/assets/work.js', asked, async (question) => quickWork(question));
