/**
 * What each plaintext begins with, and how far it is padded. Lines start with '#', so that an opened secret is a
 * valid age identity file, and a person with stock tools can read what she opened. Permanent.
 */
import { concat, utf8 } from './bytes.ts';
import { KeyRefusal } from './refusal.ts';

/** Where an item belongs. Ids and names: 1 to 64 of letters, digits, '-', '_', '.'. */
export interface Place {
  installation: string;
  report: string;
  item: string;
}

const fields = ['installation', 'report', 'item'] as const;
const nameShape = /^[A-Za-z0-9_.-]{1,64}$/;
const headerShape =
  /^# upstander item 1\n# installation (?<installation>[\w.-]{1,64})\n# report (?<report>[\w.-]{1,64})\n# item (?<item>[\w.-]{1,64})\n# length (?<length>0|[1-9]\d{0,9})\n\n/;
/** The longest header there can be, so that parsing never reads further into the content. */
const longestHeader = 19 + 16 + 64 + 10 + 64 + 8 + 64 + 10 + 10 + 2;

const kibi = 1024;
const firstSizes = [kibi, 4 * kibi, 16 * kibi, 64 * kibi];

/** 1, 4, 16, 64 KiB, then whole steps of 64 KiB; `length` counts header and content. */
export function paddedSize(length: number): number {
  return firstSizes.find((size) => length <= size) ?? Math.ceil(length / (64 * kibi)) * 64 * kibi;
}

/** Header and content, not padded. Refuses `bad_name`: a line break in a name would forge a header. */
export function withHeader(place: Place, content: Uint8Array): Uint8Array {
  for (const field of fields) if (!nameShape.test(place[field])) throw new KeyRefusal('bad_name', { field });
  const lines = [
    '# upstander item 1',
    `# installation ${place.installation}`,
    `# report ${place.report}`,
    `# item ${place.item}`,
    `# length ${content.length}`,
  ];
  return concat(utf8(`${lines.join('\n')}\n\n`), content);
}

export function padded(plaintext: Uint8Array): Uint8Array {
  const whole = new Uint8Array(paddedSize(plaintext.length)).fill(10);
  whole.set(plaintext);
  return whole;
}

/**
 * The content, when the header names exactly this place. Refuses `swapped` {field} when it names another: the server
 * may hold real envelopes and hand out the wrong one. Refuses `damaged` for a header, length or padding we never write.
 */
export function contentAt(place: Place, plaintext: Uint8Array, size: 'padded' | 'exact'): Uint8Array {
  const header = headerOf(plaintext);
  const groups = header?.groups;
  // No header at all: sealed by other software, or of a later version. Showing it would trust an unbound text.
  if (!header || groups === undefined) throw new KeyRefusal('damaged', { what: 'header' });
  for (const field of fields) if (groups[field] !== place[field]) throw new KeyRefusal('swapped', { field });
  const start = header[0].length;
  const end = start + Number(groups.length);
  const expected = size === 'padded' ? paddedSize(end) : end;
  // A wrong size or other padding is a second channel next to the text; nobody honest writes one.
  if (plaintext.length !== expected) throw new KeyRefusal('damaged', { what: 'length' });
  if (plaintext.subarray(end).some((byte) => byte !== 10))
    throw new KeyRefusal('damaged', { what: 'padding' });
  return plaintext.slice(start, end);
}

function headerOf(plaintext: Uint8Array): RegExpExecArray | null {
  // Latin-1 by hand: the content behind the header may be any bytes and must not disturb the reading.
  const start = String.fromCharCode(...plaintext.subarray(0, longestHeader));
  return headerShape.exec(start);
}
