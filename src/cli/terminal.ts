/** A conversation on the terminal. Questions stand on standard error, so that standard output stays the answer alone. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { Refusal } from '../platform/refusal.ts';

export interface Talk extends Disposable {
  /** The line somebody typed, without spaces around it. Refusal 'no_answer' where input has ended. */
  ask(question: string): Promise<string>;
  say(line: string): void;
  /** Takes what was shown off the screen, as far back as the terminal remembers. */
  wipe(): void;
}

/** Asks until `fits` gives a value; `fits` returns what is wrong as a sentence. An empty line takes `usual`. */
export async function answerTo<V>(
  talk: Talk,
  { question, usual, fits }: { question: string; usual?: string; fits(text: string): { ok: V } | string },
): Promise<V> {
  for (;;) {
    const typed = await talk.ask(usual === undefined ? question : `${question} [${usual}]`);
    const read = fits(typed === '' ? (usual ?? '') : typed);
    if (typeof read !== 'string') return read.ok;
    talk.say(read);
  }
}

/** Lines may also be piped in. Nothing typed is kept in a history. */
export function terminalTalk(
  input: Readable & { isTTY?: boolean } = process.stdin,
  output: Writable & { isTTY?: boolean } = process.stderr,
): Talk {
  const terminal = input.isTTY === true;
  const reader = createInterface({ input, output, terminal, historySize: 0 });
  const lines = reader[Symbol.asyncIterator]();
  return {
    async ask(question) {
      // A pipe may have ended with lines still to be read; a reader that is closed cannot prompt.
      reader.setPrompt(`${question} `);
      if (terminal) reader.prompt();
      else output.write(`${question}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Refusal('no_answer', { question });
      return String(value).trim();
    },
    say: (line) => void output.write(`${line}\n`),
    wipe: () => void (output.isTTY && output.write('\x1b[2J\x1b[3J\x1b[H')),
    [Symbol.dispose]: () => reader.close(),
  };
}
