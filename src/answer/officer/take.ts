/** Takes the files of a form: known by their first bytes, images drawn anew, kept until the answer is sent. */
import type { Day } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { SentFile } from '../../platform/http/index.ts';
import { randomId } from '../../platform/keys/index.ts';
import { fileKind, mostFiles } from './file/kind.ts';
import { redrawn } from './file/redrawn.ts';
import { type Upload, uploadStore } from './upload-store.ts';

/** Each is a sentence of the catalogue: `officer.wrong.<why>`. */
export type FileWhy = 'file_kind' | 'file_large' | 'file_pixels' | 'file_damaged' | 'file_many' | 'file_gone';

export interface Taken {
  /** What the answer has now, in order. */
  uploads: readonly Upload[];
  wrong: readonly FileWhy[];
}

/** `kept`: ids of files sent with an earlier form of the same link. What is wrong with one file is said; the others are kept. */
export async function takeFiles(
  db: Kysely<unknown>,
  {
    link,
    kept,
    sent,
    today,
  }: { link: Uint8Array; kept: readonly string[]; sent: readonly SentFile[]; today: Day },
): Promise<Taken> {
  const ids = [...new Set(kept)].slice(0, mostFiles);
  const store = uploadStore(db);
  const known = await store.of(link, ids);
  const wrong: FileWhy[] = known.length < ids.length ? ['file_gone'] : [];
  const room = mostFiles - known.length;
  if (sent.length > room) wrong.push('file_many');
  const added: string[] = [];
  for (const { bytes } of sent.slice(0, room)) {
    const read = bytes === null ? ({ problem: 'large' } as const) : await readFile(bytes);
    if ('problem' in read) {
      wrong.push(`file_${read.problem}`);
      continue;
    }
    const id = randomId();
    await store.add({ ...read, id, link, made: today });
    added.push(id);
  }
  const all = [...known.map(({ id }) => id), ...added];
  await store.tidy(today, { link, keep: all });
  return { uploads: await store.of(link, all), wrong: [...new Set(wrong)] };
}

async function readFile(bytes: Uint8Array) {
  const kind = fileKind(bytes);
  if (kind === null) return { problem: 'kind' } as const;
  // What a PDF can do it does at whoever opens it: it is handed out as a download that no page can show.
  if (kind === 'pdf') return { kind, body: bytes };
  const drawn = await redrawn(kind, bytes);
  return 'problem' in drawn ? drawn : { kind, body: drawn.bytes };
}
