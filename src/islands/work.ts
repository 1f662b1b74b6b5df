/** Worker: the proof of work of one report. */
import { quickWork } from '../platform/keys/quick-work.ts';

addEventListener('message', ({ data }: MessageEvent<{ day: string; report: string }>) =>
  postMessage(quickWork(data)),
);
