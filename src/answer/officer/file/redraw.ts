/** An image decoded to its pixels and written anew: what its maker, place, time or a hidden file beside it was is gone. */
import jpeg from 'jpeg-js';
import type { FileKind } from '../../ask/model.ts';
import { jpegHead } from './jpeg-head.ts';
import { mostPixels } from './kind.ts';
import { pngHead, readPng, writePng } from './png.ts';
import { upright } from './upright.ts';

/** What became of a file. */
export type Redrawn = { bytes: Uint8Array } | { problem: 'pixels' | 'damaged' };

/** Pure, and slow: run it in a thread of its own, by `redrawn`. */
export function redraw(kind: Exclude<FileKind, 'pdf'>, bytes: Uint8Array): Redrawn {
  try {
    const head = kind === 'png' ? pngHead(bytes) : jpegHead(bytes);
    if (head === null || head.width === 0 || head.height === 0) return { problem: 'damaged' };
    if (head.width * head.height > mostPixels) return { problem: 'pixels' };
    return { bytes: kind === 'png' ? writePng(readPng(bytes)) : again(bytes) };
  } catch {
    // Whatever a decoder says about a file it cannot read, it is damaged.
    return { problem: 'damaged' };
  }
}

/** Of 100: no eye sees the loss, and a photograph of a telephone gets no larger. */
const quality = 85;

function again(bytes: Uint8Array): Uint8Array {
  const { width, height, data } = jpeg.decode(bytes, {
    useTArray: true,
    maxResolutionInMP: mostPixels / 1_000_000,
    maxMemoryUsageInMB: 640,
  });
  const orientation = jpegHead(bytes)?.orientation ?? 1;
  return jpeg.encode(upright({ width, height, data }, orientation), quality).data;
}
