/** What a file is, by its first bytes; what its name or its sender says about it counts for nothing. Pure. */
import type { FileKind } from '../../ask/model.ts';

const magic: readonly (readonly [FileKind, readonly number[]])[] = [
  // "%PDF-": ISO 32000-2, 7.5.2
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** Null for everything else. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  return magic.find(([, first]) => first.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

export const mostFiles = 3;
/** Bytes of one file. */
export const largestFile = 10 * 1024 * 1024;
/** Of an image, looked at before it is decoded: what a telephone of today takes in its usual setting. */
export const mostPixels = 16_000_000;

export const typeOf: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};
