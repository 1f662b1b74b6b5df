/**
 * `solveWork` for a worker on a slow phone: the same answer, with a SHA-256 (FIPS 180-4) of its own that is a third
 * of the size to load. Only for this sum; everything that guards a secret uses the library.
 */
import { type Work, workBits } from './work.ts';

const primes: number[] = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
const fraction = (root: number) => (root * 2 ** 32) | 0;
/** FIPS 180-4, 4.2.2 and 5.3.3: fractional parts of the roots of the first primes. */
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const start = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** One block of 16 words into the state (FIPS 180-4, 6.2.2); `w` is room for 64 words. */
function compress(state: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15] ?? 0;
    const b = w[i - 2] ?? 0;
    const low = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
    const high = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
    w[i] = (w[i - 16] ?? 0) + low + (w[i - 7] ?? 0) + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const big = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + big + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + (w[i] ?? 0)) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] ?? 0) + word;
  });
}

/** SHA-256 of ASCII text as eight words. */
export function quickSha256(text: string, state = new Int32Array(8), w = new Int32Array(64)): Int32Array {
  state.set(start);
  const blocks = Math.ceil((text.length + 9) / 64);
  for (let block = 0; block < blocks; block++) {
    w.fill(0, 0, 16);
    for (let i = 0; i < 64; i++) {
      const at = block * 64 + i;
      const byte = at < text.length ? text.charCodeAt(at) : at === text.length ? 0x80 : 0;
      w[i >> 2] = (w[i >> 2] ?? 0) | (byte << (24 - (i & 3) * 8));
    }
    if (block === blocks - 1) w[15] = text.length * 8;
    compress(state, w);
  }
  return state;
}

/** As `solveWork`: tries counters from 0. `bits` up to 32. */
export function quickWork({
  day,
  report,
  bits = workBits,
}: {
  day: string;
  report: string;
  bits?: number;
}): Work {
  const prefix = `upstander work 1\n${day}\n${report}\n`;
  const state = new Int32Array(8);
  const w = new Int32Array(64);
  for (let counter = 0; ; counter++) {
    if (Math.clz32(quickSha256(prefix + counter, state, w)[0] ?? 0) >= bits) return { day, report, counter };
  }
}
