/** Gets what reads a text, once for each language, and looks at a text when nothing else is to do. */
import { langOf } from '../../talk/detect.ts';
import type { Lang } from '../../talk/model.ts';
import type { Away, Reading } from './reading.ts';

// Each stands as it is written in the built file, where it gets its hash.
const files: Readonly<Record<Lang, string>> = { en: '/assets/talk-en.js', ar: '/assets/talk-ar.js' };
const loading = new Map<Lang, Promise<Reading>>();

function load(lang: Lang): Promise<Reading> {
  const before = loading.get(lang);
  if (before !== undefined) return before;
  const begun = import(/* @vite-ignore */ new URL(files[lang], import.meta.url).href) as Promise<Reading>;
  loading.set(lang, begun);
  begun.catch(() => loading.delete(lang));
  return begun;
}

export const readingOf = (text: string): Promise<Reading> => load(langOf(text));

const idle = () =>
  new Promise<void>((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 2000 });
    else setTimeout(done, 50);
  });

/** Whatever waits comes first: a tap on Send, a letter. */
const rest = () => new Promise<void>((done) => setTimeout(done));

/** `isStill`: the text has not changed meanwhile. Null where there is nothing to say, or nothing to say it with. */
export async function lookAt(text: string, isStill: () => boolean): Promise<Away | null> {
  try {
    const reading = await readingOf(text);
    await idle();
    await reading.prepare(rest);
    return isStill() ? reading.look(text) : null;
  } catch {
    return null;
  }
}
