/** Seals files piece by piece and sends them. What the server holds already is not sent again, however often it breaks off. */

import { randomId } from '../../platform/keys/random.ts';
import { type ChosenFile, type NamedFile, type PieceNumber, piecesIn } from '../../report/files/model.ts';
import { nameFile, sealPiece } from '../../report/files/seal.ts';
import { postForm, postJson, Said } from './ask.ts';
import { keptPiece } from './pieces.ts';
import { installation } from './root.ts';

/** `done` of `of` pieces. */
export type Told = (done: number, of: number) => void;

export interface Upload {
  readonly bundle: string;
  readonly files: readonly NamedFile[];
  readonly pieces: readonly PieceNumber[];
  seal(piece: PieceNumber): Promise<Uint8Array>;
  /** Sends what is not there yet. Safe to call again. Rejects when it cannot go on for a minute. */
  run(work: number, told: Told): Promise<void>;
}

interface Bundled {
  bundle: string;
  report: string;
  item: string;
  pieces: readonly PieceNumber[];
  /** Null: it is lost here. */
  body(piece: PieceNumber): Promise<Uint8Array | null>;
}

/** Seconds between tries: a tunnel, a lift, a server that starts again. */
const waits = [1, 2, 4, 8, 15, 30];

export function newUpload(
  chosen: readonly ChosenFile[],
  { report, item, recipient }: { report: string; item: string; recipient: string },
): Upload {
  const bundle = randomId();
  const files = chosen.map(nameFile);
  const pieces = piecesIn(files.map((named) => named.pieces));
  function seal({ file, number }: PieceNumber): Promise<Uint8Array> {
    const content = chosen[file - 1]?.content ?? new Uint8Array();
    return sealPiece({ installation, report, item, file }, number, { content, recipient });
  }
  const body = async (piece: PieceNumber) => (await keptPiece(bundle, piece)) ?? seal(piece);
  return {
    bundle,
    files,
    pieces,
    seal,
    run: (work, told) => send({ bundle, report, item, pieces, body }, work, told),
  };
}

/** The pieces that wait on this phone with their report. */
export const sendKept = (
  { report, files }: { report: string; files: { bundle: string; pieces: readonly number[] } },
  work: number,
  told: Told,
): Promise<void> => {
  const { bundle } = files;
  const body = (piece: PieceNumber) => keptPiece(bundle, piece);
  return send({ bundle, report, item: 'told', pieces: piecesIn(files.pieces), body }, work, told);
};

/** Again after a while, where nothing was reached, the server fell over, or too much came at once; what came through counts. */
async function send(of: Bundled, work: number, told: Told): Promise<void> {
  for (let n = 0; ; n++) {
    try {
      const passed = () => {
        n = 0;
      };
      await sendMissing(of, { work, began: told, passed });
      return;
    } catch (error) {
      const wait = waits[n];
      if (wait === undefined || !mayPass(error)) throw error;
      await new Promise((go) => setTimeout(go, wait * 1_000));
    }
  }
}

async function sendMissing(
  { bundle, report, item, pieces, body }: Bundled,
  { work, began, passed }: { work: number; began: Told; passed(): void },
): Promise<void> {
  const there = await postJson<readonly PieceNumber[]>('/api/pieces/there', { bundle, report });
  const isThere = (piece: PieceNumber) =>
    there.some(({ file, number }) => file === piece.file && number === piece.number);
  let done = there.length;
  for (const piece of pieces.filter((one) => !isThere(one))) {
    const sealed = await body(piece);
    // Lost here: the server says what is missing when the report comes.
    if (sealed === null) continue;
    began(++done, pieces.length);
    const { file, number } = piece;
    const form = new FormData();
    const fields = { bundle, report, item, file: `${file}`, number: `${number}`, work: `${work}` };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('piece', new Blob([new Uint8Array(sealed)]), 'piece');
    await postForm('/api/pieces', form);
    passed();
  }
}

const mayPass = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Said &&
    (error.status === 429 ||
      (error.status >= 500 && error.code !== 'files_full' && error.code !== 'intake_closed')));
