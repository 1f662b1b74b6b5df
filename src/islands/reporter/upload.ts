/** Seals files piece by piece and sends them. What the server has said it holds is not sent again, however often it breaks off. */

import { randomId } from '../../platform/keys/random.ts';
import type { ChosenFile, NamedFile } from '../../report/files/model.ts';
import { nameFile, sealPiece } from '../../report/files/seal.ts';
import { postForm, Said } from './ask.ts';
import { installation } from './root.ts';

export interface Upload {
  readonly bundle: string;
  readonly files: readonly NamedFile[];
  /** Sends what is not there yet; `done` of `of` pieces. Safe to call again. Rejects when it cannot go on for a minute. */
  run(work: number, told: (done: number, of: number) => void): Promise<void>;
  /** The server has lost what it had: all of it goes again. */
  forget(): void;
}

/** Seconds between tries of one piece: a tunnel, a lift, a server that starts again. */
const waits = [1, 2, 4, 8, 15, 30];

export function newUpload(
  chosen: readonly ChosenFile[],
  { report, item, recipient }: { report: string; item: string; recipient: string },
): Upload {
  const bundle = randomId();
  const files = chosen.map(nameFile);
  const pieces = files.flatMap((named, at) =>
    Array.from({ length: named.pieces }, (_, n) => ({ file: at + 1, number: n + 1 })),
  );
  const there = new Set<string>();

  async function send({ file, number }: { file: number; number: number }, work: number): Promise<void> {
    const content = chosen[file - 1]?.content ?? new Uint8Array();
    const body = await sealPiece({ installation, report, item, file }, number, {
      content,
      recipient,
    });
    const form = new FormData();
    const fields = { bundle, report, item, file: `${file}`, number: `${number}`, work: `${work}` };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('piece', new Blob([new Uint8Array(body)]), 'piece');
    await patiently(() => postForm('/api/pieces', form));
  }

  return {
    bundle,
    files,
    async run(work, told) {
      for (const piece of pieces) {
        const name = `${piece.file}.${piece.number}`;
        if (there.has(name)) continue;
        told(there.size + 1, pieces.length);
        await send(piece, work);
        there.add(name);
      }
    },
    forget: () => there.clear(),
  };
}

/** Again after a while, where nothing was reached, the server fell over, or too much came at once. */
async function patiently(act: () => Promise<unknown>): Promise<void> {
  for (let n = 0; ; n++) {
    try {
      await act();
      return;
    } catch (error) {
      const wait = waits[n];
      if (wait === undefined || !mayPass(error)) throw error;
      await new Promise((go) => setTimeout(go, wait * 1_000));
    }
  }
}

const mayPass = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Said &&
    (error.status === 429 ||
      (error.status >= 500 && error.code !== 'files_full' && error.code !== 'intake_closed')));
