/** Worker: scrypt over a typed or drawn code. */
import { browserScrypt } from '../platform/keys/stretch.ts';
import { fillGaps } from './reporter/able.ts';
import type { Stretching } from './reporter/sums.ts';

fillGaps();
addEventListener('message', ({ data }: MessageEvent<Stretching>) => {
  void browserScrypt(data.secret, data.salt, data.cost).then(
    (key) => postMessage(key),
    // Not enough memory, say: the page tries it itself and says so if that fails too.
    () => postMessage(null),
  );
});
