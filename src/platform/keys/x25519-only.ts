/**
 * Stands in the islands for the age library's post-quantum and P-256 parts, a third of their weight, which no key of
 * ours can reach: `sealFor` and `openWith` take X25519 keys only. The build gives it in place of
 * '@noble/post-quantum/hybrid.js' and '@noble/curves/nist.js'. Reached all the same, it refuses.
 */
import { KeyRefusal } from './refusal.ts';

const absent: object = new Proxy(
  {},
  {
    get() {
      // A key of another kind came past both checks: nothing was sealed or opened yet, so stopping loses nothing.
      throw new KeyRefusal('bad_key');
    },
  },
);

export { absent as MLKEM768P256, absent as MLKEM768X25519, absent as p256 };
