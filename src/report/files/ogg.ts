/**
 * A recording in Ogg names the program that made it, in a packet of its own after the first. That packet becomes one without
 * a name and without comments; what is left of it is zeros, which the format reads as room. Nothing moves, and the sum of
 * the page is made anew. RFC 3533 6 (pages), RFC 7845 5.2 (comments of Opus). Pure.
 */
import { utf8 } from '../../platform/keys/bytes.ts';

const begins = utf8('OggS');
const comments = utf8('OpusTags');
const sumAt = 22;

/** In its place; what is no Opus in Ogg, or is cut off, stays as it is. */
export function blankOgg(content: Uint8Array): void {
  let page = pageAt(content, pageAt(content, 0)?.end ?? content.length);
  if (page === null || !isAt(content, page.start, comments)) return;
  for (let keep = comments.length; page !== null; keep = 0) {
    const { at, start, packet, end, goesOn }: Page = page;
    content.fill(0, start + keep, packet);
    content.fill(0, at + sumAt, at + sumAt + 4);
    new DataView(content.buffer, content.byteOffset).setUint32(
      at + sumAt,
      sumOf(content.subarray(at, end)),
      true,
    );
    if (!goesOn) return;
    page = pageAt(content, end);
  }
}

interface Page {
  at: number;
  /** Where what it carries begins, where its first packet ends here, and where the page does. */
  start: number;
  packet: number;
  end: number;
  /** The packet has not ended with this page. */
  goesOn: boolean;
}

function pageAt(content: Uint8Array, at: number): Page | null {
  const count = content[at + 26];
  if (count === undefined || !isAt(content, at, begins)) return null;
  const start = at + 27 + count;
  const lacing = content.subarray(at + 27, start);
  const last = lacing.findIndex((size) => size < 255);
  const whole = (sizes: Uint8Array) => sizes.reduce((all, size) => all + size, 0);
  const packet = start + whole(last === -1 ? lacing : lacing.subarray(0, last + 1));
  const end = start + whole(lacing);
  return end > content.length ? null : { at, start, packet, end, goesOn: last === -1 };
}

const isAt = (content: Uint8Array, at: number, text: Uint8Array): boolean =>
  text.every((byte, n) => content[at + n] === byte);

/** CRC-32 of the polynomial 0x04c11db7, from zero, highest bit first. */
function sumOf(page: Uint8Array): number {
  let sum = 0;
  for (const byte of page) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0);
  }
  return sum >>> 0;
}
