/** Node's own scrypt, on its thread pool: for codes typed without script. Server only, so not behind index.ts. */
import { scrypt } from 'node:crypto';
import type { Scrypt } from './stretch.ts';

export const nodeScrypt: Scrypt = (secret, salt, { N, r, p, dkLen }) =>
  new Promise((resolve, reject) => {
    // Node refuses at its default 32 MiB; 128 * N * r bytes are needed, twice that leaves room.
    scrypt(secret, salt, dkLen, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error) reject(error);
      else resolve(Uint8Array.from(key));
    });
  });
