/** A thread for one image: whatever it is made of, the server goes on answering. */
import { parentPort, workerData } from 'node:worker_threads';
import { redraw } from './redraw.ts';

const { kind, bytes } = workerData as { kind: 'jpeg' | 'png'; bytes: Uint8Array };
parentPort?.postMessage(redraw(kind, bytes));
