/** Seals a file piece by piece and puts it together again: on the phone, and at the desk. */
import { concat } from '../../platform/keys/bytes.ts';
import { sha256Hex } from '../../platform/keys/digest.ts';
import { openItem, sealItem } from '../../platform/keys/item.ts';
import { KeyRefusal } from '../../platform/keys/refusal.ts';
import { type ChosenFile, type NamedFile, pieceBytes, pieceItem, piecesOf } from './model.ts';

export const nameFile = ({ kind, type, content }: ChosenFile): NamedFile => ({
  kind,
  type,
  bytes: content.length,
  pieces: piecesOf(content.length),
  sha256: sha256Hex(content),
});

export interface PiecePlace {
  installation: string;
  report: string;
  /** 'told' or 'addition-2': the item that names the file. */
  item: string;
  /** From 1. */
  file: number;
}

/** Piece `number`, from 1, to the report's own recipient. Sealed anew each time: any of them is as good. */
export function sealPiece(
  { installation, report, item, file }: PiecePlace,
  number: number,
  { content, recipient }: { content: Uint8Array; recipient: string },
): Promise<Uint8Array> {
  const name = pieceItem(item, { file, number, count: piecesOf(content.length) });
  const part = content.subarray((number - 1) * pieceBytes, number * pieceBytes);
  return sealItem({ installation, report, item: name, content: part }, [recipient]);
}

/**
 * The whole content. `piece`: the sealed piece of that number. Everybody who knows the recipient can seal pieces, so the
 * whole counts only if it is what the item named: refuses `swapped`, `damaged` {what: 'file'}, `not_for_you`.
 */
export async function openFile(
  { installation, report, item, file }: PiecePlace,
  named: NamedFile,
  { identity, piece }: { identity: string; piece: (number: number) => Promise<Uint8Array> },
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let number = 1; number <= named.pieces; number++) {
    const name = pieceItem(item, { file, number, count: named.pieces });
    parts.push(await openItem(await piece(number), identity, { installation, report, item: name }));
  }
  const whole = concat(...parts);
  if (whole.length !== named.bytes || sha256Hex(whole) !== named.sha256)
    throw new KeyRefusal('damaged', { what: 'file' });
  return whole;
}
