/** Runs the filling in a thread of its own and draws how far it is. */
import { Worker } from 'node:worker_threads';
import type { Config } from '../platform/config.ts';

export interface Filled extends AsyncDisposable {
  /** Settles when every invented report is there; rejects with what went wrong. */
  done: Promise<void>;
}

/** `did` is told after each report. Disposing ends it in the middle, which does no harm. */
export function fillBeside(
  { data, databaseUrl }: Pick<Config, 'data' | 'databaseUrl'>,
  did: (done: number, total: number) => void,
): Filled {
  const worker = new Worker(new URL('./seed.worker.js', import.meta.url), {
    workerData: { data, databaseUrl },
  });
  let ending = false;
  const done = new Promise<void>((resolve, reject) => {
    worker.on('message', (at: { done: number; total: number }) => did(at.done, at.total));
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 || ending ? resolve() : reject(new Error(`ended with ${code}`)),
    );
  });
  return {
    done,
    async [Symbol.asyncDispose]() {
      ending = true;
      await worker.terminate();
    },
  };
}
