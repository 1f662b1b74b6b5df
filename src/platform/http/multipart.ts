/**
 * Forms with files (RFC 7578). The whole body is in memory, bounded by the route's own limit. A file's name is dropped:
 * it says who made it, and nobody needs it.
 */
import { Refusal } from '../refusal.ts';
import type { SentFile } from './route.ts';

export interface Parts {
  fields: (readonly [name: string, value: string])[];
  sent: SentFile[];
}

const mostParts = 100;
const longestHead = 4096;
const longestField = 64 * 1024;
const lineEnd = Buffer.from('\r\n');
const headEnd = Buffer.from('\r\n\r\n');

/** `each`: the most bytes of a file; of a larger one only that it came. Refusal 'unreadable' for anything but such a form. */
export function partsOf(body: Buffer, contentType: string, each: number): Parts {
  const mark = Buffer.from(`\r\n--${boundaryOf(contentType)}`);
  const parts: Parts = { fields: [], sent: [] };
  // The first mark may stand at the very beginning, without the line end it otherwise has.
  let at = body.subarray(0, mark.length - 2).equals(mark.subarray(2))
    ? mark.length - 2
    : after(body, mark, 0);
  for (let n = 0; body.toString('latin1', at, at + 2) !== '--'; n++) {
    if (n >= mostParts || !body.subarray(at, at + 2).equals(lineEnd)) throw new Refusal('unreadable');
    const content = after(body, headEnd, at);
    if (content - at > longestHead) throw new Refusal('unreadable');
    const end = body.indexOf(mark, content);
    if (end < 0) throw new Refusal('unreadable');
    take(parts, {
      head: body.toString('utf8', at + 2, content - 4),
      content: body.subarray(content, end),
      each,
    });
    at = end + mark.length;
  }
  return parts;
}

function take(
  { fields, sent }: Parts,
  { head, content, each }: { head: string; content: Buffer; each: number },
): void {
  const disposition = /^content-disposition:\s*form-data(;.*)$/im.exec(head)?.[1] ?? '';
  const name = /;\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw new Refusal('unreadable');
  const file = /;\s*filename(?:\*=|="([^"]*)")/i.exec(disposition);
  if (file === null) {
    if (content.length > longestField) throw new Refusal('unreadable');
    fields.push([name, content.toString('utf8')]);
    // A browser sends a nameless empty file where none was chosen.
  } else if (file[1] !== '' || content.length > 0) {
    sent.push({ field: name, bytes: content.length > each ? null : Uint8Array.from(content) });
  }
}

/** RFC 2046, 5.1.1: 1 to 70 letters. */
function boundaryOf(contentType: string): string {
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) throw new Refusal('unreadable');
  return boundary;
}

function after(body: Buffer, mark: Buffer, from: number): number {
  const at = body.indexOf(mark, from);
  if (at < 0) throw new Refusal('unreadable');
  return at + mark.length;
}
