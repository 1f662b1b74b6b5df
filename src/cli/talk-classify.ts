/** `upstander talk classify`: a line of JSON in, a line of JSON out, in the same order; nothing else on standard output. */
import { classify, type Detectors, type Lang, langs } from '../talk/index.ts';
import type { Answer, Called } from './command.ts';
import { linesOf } from './talk-lines.ts';
import { detectors, langAsked } from './talk-model.ts';

const everySoMany = 5_000;

export async function classifyLines(called: Called): Promise<Answer> {
  const { lines } = called;
  if (lines === undefined) throw new Error('Lines are needed.');
  const asked = langAsked(called);
  const made = await detectors(called);
  let line = 0;
  let posts = 0;
  let wrong = 0;
  for await (const text of linesOf(lines.input)) {
    line++;
    if (text.trim() === '') continue;
    const answer = answerTo(text.trim(), { asked, made });
    if (typeof answer === 'string') posts++;
    else wrong++;
    await lines.write(typeof answer === 'string' ? answer : JSON.stringify({ line, ...answer }));
    if (line % everySoMany === 0) called.note(`${line} lines`);
  }
  called.note(`${posts} posts${wrong === 0 ? '' : `, ${wrong} lines could not be read`}`);
  return { data: { posts, wrong }, text: '', inLines: true, failed: wrong > 0 };
}

function answerTo(
  line: string,
  { asked, made }: { asked: Lang | undefined; made: Detectors },
): string | { error: string } {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch (error) {
    return { error: `not JSON: ${(error as Error).message.slice(0, 120)}` };
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    return { error: 'an object is expected' };
  const { text, lang } = read as Record<string, unknown>;
  if (typeof text !== 'string') return { error: 'text: a string is expected' };
  const known = langs.find((each) => each === lang);
  if (lang !== undefined && lang !== null && known === undefined) {
    return { error: `lang: one of ${langs.join(', ')} is expected` };
  }
  const talk = classify(text, made, { lang: known ?? asked });
  // What came in stays as it was written: a long number would not survive being read.
  if ('talk' in read) return JSON.stringify({ ...read, talk });
  return `${line.slice(0, -1).trimEnd()},"talk":${JSON.stringify(talk)}}`;
}
