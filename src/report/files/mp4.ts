/**
 * A recording in MP4 says to the second when it was made, and may name the program and the phone. The times become zeros,
 * which the format reads as no time, names become empty, and boxes that only tell about it become room that is passed over;
 * nothing moves, so it plays as before. ISO/IEC 14496-12, 4.2, 8.1.2, 8.2.2, 8.3.2, 8.4.2, 8.4.3. Pure.
 */
const around = ['moov', 'trak', 'mdia', 'minf'];
const timed = ['mvhd', 'tkhd', 'mdhd'];
const telling = ['udta', 'meta', 'uuid', 'prft'];

/** In its place; what is no MP4, or is cut off, stays as it is. */
export function blankMp4(content: Uint8Array): void {
  blank(content, 0, content.length);
}

function blank(content: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const box = boxAt(content, at, to);
    if (box === null) return;
    const { kind, start, end } = box;
    if (around.includes(kind)) blank(content, start, end);
    // Version and flags; created and changed, in seconds since 1904, each of four bytes or of eight.
    if (timed.includes(kind))
      content.fill(0, start + 4, Math.min(end, start + (content[start] === 1 ? 20 : 12)));
    // What kind of track it is stays; in QuickTime the maker follows, in both a name.
    if (kind === 'hdlr') content.fill(0, Math.min(end, start + 12), end);
    if (telling.includes(kind)) {
      for (let n = 0; n < 4; n++) content[at + 4 + n] = 'free'.charCodeAt(n);
      content.fill(0, start, end);
    }
    at = end;
  }
}

/** Null where none begins, or it is shorter than its own head. Size 0: to the end; 1: it stands behind the kind. */
function boxAt(content: Uint8Array, at: number, to: number) {
  if (at + 8 > to) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const short = view.getUint32(at);
  const head = short === 1 ? 16 : 8;
  if (at + head > to) return null;
  const size = short === 1 ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : short || to - at;
  const kind = String.fromCharCode(...content.subarray(at + 4, at + 8));
  return size < head ? null : { kind, start: at + head, end: Math.min(to, at + size) };
}
