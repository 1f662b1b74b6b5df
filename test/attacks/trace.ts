/** What a secret would look like wherever it might have been left: plain, wide, and in the spellings of binary values. */

export interface Trace {
  /** Of which secret, and in which spelling: 'words, base64'. */
  name: string;
  bytes: Buffer;
}

/** Every spelling of one secret of at least 8 bytes. */
export function tracesOf(secret: string, value: string | Uint8Array): Trace[] {
  const bytes = Buffer.from(value as string);
  const spellings: [string, Buffer][] = [
    ['plain', bytes],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['HEX', Buffer.from(bytes.toString('hex').toUpperCase())],
  ];
  if (typeof value === 'string') {
    const wide = Buffer.from(value, 'utf16le');
    spellings.push(['UTF-16', wide], ['UTF-16, other end first', Buffer.from(wide).swap16()]);
  }
  for (const before of [0, 1, 2]) {
    const text = inside(bytes, before);
    spellings.push(['base64', Buffer.from(text)]);
    const safe = text.replaceAll('+', '-').replaceAll('/', '_');
    if (safe !== text) spellings.push(['base64url', Buffer.from(safe)]);
  }
  return spellings.map(([how, found]) => ({ name: `${secret}, ${how}`, bytes: found }));
}

/** The letters that are the same whatever stands around: the secret begins `before` bytes after a group of three. */
function inside(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const whole = Math.floor((before + bytes.length) / 3) * 4;
  return text.slice(before === 0 ? 0 : before + 1, whole);
}

/** Names of what is found in there. */
export const foundIn = (where: Buffer, traces: readonly Trace[]): string[] => [
  ...new Set(traces.filter(({ bytes }) => where.includes(bytes)).map(({ name }) => name)),
];
