/** Worker: scrypt over a typed or drawn code. */
import { browserScrypt } from '../platform/keys/stretch.ts';
import type { Stretching } from './reporter/sums.ts';

addEventListener('message', ({ data }: MessageEvent<Stretching>) => {
  void browserScrypt(data.secret, data.salt, data.cost).then((key) => postMessage(key));
});
