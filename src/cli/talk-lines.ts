/** Lines of what is piped in or stands in a file, one at a time, however long the whole is. */

/** Lines end with a newline and with nothing else: U+2028 may stand in a post. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false });
  let rest: string[] = [];
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const parts = text.split('\n');
    const last = parts.pop() ?? '';
    for (const part of parts) {
      yield [...rest, part].join('');
      rest = [];
    }
    if (last !== '') rest.push(last);
  }
  const end = rest.join('') + decoder.decode();
  if (end !== '') yield end;
}
