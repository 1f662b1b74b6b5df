/** Who sent it, proved by HMAC-SHA-256 over the bytes that came (RFC 2104), compared in constant time. */
import { concat, equal, fromHex, toHex, utf8 } from '../../../platform/keys/index.ts';
import { mac } from '../../../platform/keys/node-mac.ts';
import { Refusal } from '../../../platform/refusal.ts';

/** Each in lower case, as headers arrive. */
export const headers = {
  time: 'x-upstander-timestamp',
  generic: 'x-upstander-signature',
  mastodon: 'x-hub-signature',
  discourse: 'x-discourse-event-signature',
  discourseEvent: 'x-discourse-event',
} as const;

/** Clocks may differ by this much. */
export const minutesApart = 5;

/** `sha256=` and 64 hexadecimal digits. */
export const signatureOf = (secret: string, bytes: Uint8Array): string =>
  `sha256=${toHex(mac(utf8(secret), bytes))}`;

/** What the generic form signs: the time as it is sent, a dot, the body; with GET path and query instead of a body. */
export const timed = (time: string, bytes: Uint8Array): Uint8Array => concat(utf8(`${time}.`), bytes);

/** Refusal 'talk_signature' {header} unless `given` is the signature of these bytes. */
export function checkSignature(
  bytes: Uint8Array,
  { secret, given, header }: { secret: string; given: string; header: string },
): void {
  const [, hex] = /^sha256=([0-9a-f]{64})$/i.exec(given.trim()) ?? [];
  const right = mac(utf8(secret), bytes);
  if (hex === undefined || !equal(fromHex(hex), right)) throw new Refusal('talk_signature', { header });
}

/** `given`: seconds since 1970. Refusal 'talk_time' {header, got, minutes, now} where it is not, or too far from ours. */
export function checkTime(given: string, now: Date): void {
  const ours = Math.floor(now.getTime() / 1000);
  const seconds = /^\d{1,12}$/.test(given) ? Number(given) : Number.NaN;
  if (Math.abs(seconds - ours) <= minutesApart * 60) return;
  const got = given.slice(0, 40);
  throw new Refusal('talk_time', { header: headers.time, got, minutes: minutesApart, now: ours });
}
