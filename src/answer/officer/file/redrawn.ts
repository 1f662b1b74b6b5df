/** Draws images anew, one at a time, each in a thread that is given an end. */
import { Worker } from 'node:worker_threads';
import type { FileKind } from '../../ask/model.ts';
import type { Redrawn } from './redraw.ts';

/** An image that takes longer than this is made to take long. */
const patience = 60_000;
const megabytes = 768;

/** As built it lies beside the server; before, it is the source. */
const worker = import.meta.url.endsWith('.ts') ? './redraw.worker.ts' : './redraw.worker.js';

let last: Promise<unknown> = Promise.resolve();

/** 'damaged' also where it takes too long or too much. */
export function redrawn(kind: Exclude<FileKind, 'pdf'>, bytes: Uint8Array): Promise<Redrawn> {
  const mine = last.then(() => inThread(kind, bytes));
  last = mine;
  return mine;
}

function inThread(kind: 'jpeg' | 'png', bytes: Uint8Array): Promise<Redrawn> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL(worker, import.meta.url), {
      workerData: { kind, bytes },
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const end = setTimeout(() => void thread.terminate(), patience);
    thread.once('message', resolve);
    // Whatever ends it before it has answered; after that these say nothing any more.
    thread.once('error', () => resolve({ problem: 'damaged' }));
    thread.once('exit', () => {
      clearTimeout(end);
      resolve({ problem: 'damaged' });
    });
  });
}
