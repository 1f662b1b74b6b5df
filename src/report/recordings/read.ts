/** Reads `<data>/audio/<language>/<page>.<ending>` once, at start. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Lang, langs } from '../../platform/i18n/index.ts';
import { biggest, endings, type Fault, isRecordable, recommended } from './model.ts';

export interface Recording {
  language: Lang;
  /** The page it is of: the file's name without its ending. */
  page: string;
  /** As it lies in the folder: 'kinds.mp3'. */
  file: string;
  bytes: number;
  fault: Fault | null;
  /** Null where it is not served. */
  content: Buffer | null;
}

/** Every file there is, also those that are not served. Throws what the disk says where a file cannot be read. */
export function readRecordings(data: string): Recording[] {
  return langs.flatMap((language) => {
    const folder = join(data, 'audio', language);
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
    const taken = new Set<string>();
    return files.sort(byEnding).map((file) => {
      const page = file.replace(/\.\w+$/, '');
      const { size: bytes } = statSync(join(folder, file));
      const fault = faultOf({ page, file, bytes }, taken);
      const served = fault === null || fault === 'big';
      if (served) taken.add(page);
      const content = served ? readFileSync(join(folder, file)) : null;
      return { language, page, file, bytes, fault, content };
    });
  });
}

const endingOf = (file: string) => endings.findIndex((ending) => file.endsWith(`.${ending}`));

const byEnding = (a: string, b: string) => endingOf(a) - endingOf(b) || (a < b ? -1 : 1);

function faultOf(
  { page, file, bytes }: Pick<Recording, 'page' | 'file' | 'bytes'>,
  taken: ReadonlySet<string>,
): Fault | null {
  if (!isRecordable(page) || endingOf(file) === -1) return 'unknown';
  if (taken.has(page)) return 'second';
  if (bytes > biggest) return 'too_big';
  return bytes > recommended ? 'big' : null;
}

export interface Recordings {
  /** What the front door serves. */
  files: { name: string; content: Buffer }[];
  /** The served file's name; null where none was made. */
  nameOf(language: Lang, page: string): string | null;
}

/** Those of a data folder that are served. */
export function recordings(data: string): Recordings {
  const served = readRecordings(data).flatMap((one) =>
    one.content === null ? [] : [{ ...one, name: `audio-${one.language}-${one.file}`, content: one.content }],
  );
  return {
    files: served.map(({ name, content }) => ({ name, content })),
    nameOf: (language, page) =>
      served.find((one) => one.language === language && one.page === page)?.name ?? null,
  };
}
