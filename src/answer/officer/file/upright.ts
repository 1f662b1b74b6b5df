/** A picture the way it was seen, without the note of how the camera was held. Pure. */

/** Four bytes a pixel: red, green, blue, how opaque; row by row from the top. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** `orientation`: 1 to 8 as in Exif 2.32, 4.6.4. */
export function upright({ width, height, data }: Picture, orientation: number): Picture {
  if (orientation <= 1 || orientation > 8) return { width, height, data };
  const isTurned = orientation >= 5;
  const [wide, high] = isTurned ? [height, width] : [width, height];
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(wide * high);
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      // Where this pixel of the upright picture lies in the stored one.
      const [across, down] = isTurned ? [y, x] : [x, y];
      const fromX = flipsX.has(orientation) ? width - 1 - across : across;
      const fromY = flipsY.has(orientation) ? height - 1 - down : down;
      to[y * wide + x] = from[fromY * width + fromX] ?? 0;
    }
  return { width: wide, height: high, data: new Uint8Array(to.buffer) };
}

const flipsX: ReadonlySet<number> = new Set([2, 3, 7, 8]);
const flipsY: ReadonlySet<number> = new Set([3, 4, 6, 7]);
