/** A photo or a recording that belongs to a report: its limits, and what is said about it in the sealed item. Pure. */

export const fileKinds = ['photo', 'voice'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a browser draws or records itself; nothing else is ever shown. */
export const typesOf = {
  photo: ['image/jpeg'],
  voice: ['audio/webm', 'audio/mp4', 'audio/ogg'],
} as const satisfies Readonly<Record<FileKind, readonly string[]>>;
export type FileType = (typeof typesOf)[FileKind][number];

/** One file as the sealed item names it, the first is file 1. The item is bound to the report, so these are hers. */
export interface NamedFile {
  kind: FileKind;
  type: FileType;
  bytes: number;
  pieces: number;
  /** Of the whole content, hexadecimal. */
  sha256: string;
}

/** A file on her phone, ready to be sealed. */
export interface ChosenFile {
  kind: FileKind;
  type: FileType;
  content: Uint8Array;
}

export const mostFiles = 3;
/** Of one recording. */
export const longestMinutes = 15;
/** Of one report, all its files together. */
export const mostBytes = 60 * 1024 * 1024;
/** With its header a piece fills 512 KiB exactly: what is lost with a connection is seconds. */
export const pieceBytes = 512 * 1024 - 512;
/** As it is stored: 512 KiB, the head of an age file, and 16 bytes for each of its chunks. */
export const largestPiece = 512 * 1024 + 1024;
/** Of one report, as they are stored: every file's last piece is padded. */
export const mostStored = mostBytes + mostFiles * largestPiece + 1024 * Math.ceil(mostBytes / pieceBytes);
export const mostPieces = Math.ceil(mostBytes / pieceBytes);

/** One of them, each counted from 1. */
export interface PieceNumber {
  file: number;
  number: number;
}

/** `counts`: of each file how many pieces it has. All of them, in the order they are sent. */
export const piecesIn = (counts: readonly number[]): PieceNumber[] =>
  counts.flatMap((count, at) => Array.from({ length: count }, (_, n) => ({ file: at + 1, number: n + 1 })));

export const piecesOf = (bytes: number): number => Math.ceil(bytes / pieceBytes);

/** Where a piece belongs, as its header says: to this file of this item, as this one of so many. */
export const pieceItem = (
  item: string,
  { file, number, count }: { file: number; number: number; count: number },
): string => `${item}.file-${file}.${number}-of-${count}`;

/** What an opened item says about its files; whatever we never write is left out. */
export function namedFiles(said: unknown): readonly NamedFile[] {
  return Array.isArray(said) ? said.slice(0, mostFiles).filter(isNamed) : [];
}

function isNamed(said: unknown): said is NamedFile {
  if (typeof said !== 'object' || said === null) return false;
  const { kind, type, bytes, pieces, sha256 } = said as Partial<Record<keyof NamedFile, unknown>>;
  const known = fileKinds.find((one) => one === kind);
  return (
    known !== undefined &&
    (typesOf[known] as readonly unknown[]).includes(type) &&
    typeof bytes === 'number' &&
    Number.isSafeInteger(bytes) &&
    bytes > 0 &&
    bytes <= mostBytes &&
    pieces === piecesOf(bytes) &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256)
  );
}
