/**
 * A recording in WebM names the program that made it, and may say when. Both are overwritten with zeros, which the format
 * reads as an empty name and as no day of hers; nothing moves, so it plays as before. RFC 8794 (EBML), RFC 9559 5.1.2. Pure.
 */
const segment = 0x18538067;
const info = 0x1549a966;
/** MuxingApp, WritingApp, DateUTC. */
const makers = [0x4d80, 0x5741, 0x4461];

/** In its place; what is no WebM, or is cut off, stays as it is. */
export function blankWebm(content: Uint8Array): void {
  blank(content, 0, content.length);
}

function blank(content: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const head = headAt(content, at);
    if (head === null) return;
    const { id, start } = head;
    const end = Math.min(to, start + head.size);
    if (makers.includes(id)) content.fill(0, start, end);
    if (id === segment || id === info) blank(content, start, end);
    // What follows is sound, and there may be many megabytes of it.
    if (id === info) return;
    at = end;
  }
}

/** `size`: of what follows the head; without end where it is not said, as while something is recorded. */
function headAt(content: Uint8Array, at: number): { id: number; start: number; size: number } | null {
  const id = numberAt(content, at, { marked: true });
  if (id === null) return null;
  const size = numberAt(content, at + id.length, { marked: false });
  if (size === null) return null;
  const unknown = 2 ** (7 * size.length) - 1;
  return {
    id: id.value,
    start: at + id.length + size.length,
    size: size.value === unknown ? Number.POSITIVE_INFINITY : size.value,
  };
}

/** As many bytes as the first one's leading zeros say, and one; `marked`: with the bit that ends them. */
function numberAt(
  content: Uint8Array,
  at: number,
  { marked }: { marked: boolean },
): { value: number; length: number } | null {
  const first = content[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > content.length) return null;
  let value = marked ? first : first - 2 ** (8 - length);
  for (let n = 1; n < length; n++) value = value * 256 + (content[at + n] ?? 0);
  return { value, length };
}
