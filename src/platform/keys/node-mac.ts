/** Node's own HMAC, for forms that come back and for counting requests. Server only, so not behind index.ts. */
import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 (RFC 2104), 32 bytes. Compare with `equal`, never with `===`. */
export function mac(key: Uint8Array, data: string | Uint8Array): Uint8Array {
  return createHmac('sha256', key).update(data).digest();
}
