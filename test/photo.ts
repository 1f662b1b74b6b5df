/** A photo as a phone makes it: with where and with what it was taken written beside the picture. */
import { encode } from 'jpeg-js';

/** Stands in the photo's metadata, and must stand nowhere else. */
export const takenWith = 'Canary Phone 30.0444N 31.2357E';

/** JPEG with an Exif segment (APP1), noisy, so that its size is that of a real one. */
export function photo({ width = 900, height = 600 } = {}): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let i = 0, seed = 7; i < data.length; i++) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    if (i % 4 !== 3) data[i] = (seed >> 16) & 255;
  }
  const jpeg = encode({ width, height, data }, 90).data;
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\b\0\0\0\0\0\0', 'latin1'),
    Buffer.from(takenWith),
  ]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}
