/** Cells from H3, on the server only: the library is too big for the phone. */
import { cellToLatLng, gridDiskDistances, isValidCell, latLngToCell } from 'h3-js';
import type { Cell, MappedPlace, Point } from './model.ts';

const resolution = 8;

/** The cell a point lies in. The point is not kept. */
export function cellAt({ lat, lng }: Point): Cell {
  return readCell(latLngToCell(lat, lng, resolution));
}

/** A cell as H3 writes it, 15 hexadecimal digits. */
export function cellName(cell: Cell): string {
  return cell.toString(16);
}

/** Reads what `cellName` wrote. Throws RangeError for anything that is not a cell of resolution 8. */
export function readCell(name: string): Cell {
  if (!/^88[0-9a-f]{13}$/.test(name) || !isValidCell(name)) {
    throw new RangeError(`Got ${name}, expected an H3 cell of resolution ${resolution}.`);
  }
  return BigInt(`0x${name}`);
}

/** The middle of a cell, for drawing it. */
export function middleOf(cell: Cell): Point {
  const [lat, lng] = cellToLatLng(cellName(cell));
  return { lat, lng };
}

export interface Near<P extends MappedPlace> {
  place: P;
  /** Cells between the two, 0 for the same; each is about 1 km. */
  steps: number;
}

/** Places within `reach` cells (2: about 2 km), nearest first; equal ones keep the order given. */
export function nearPlaces<P extends MappedPlace>(places: readonly P[], cell: Cell, reach = 2): Near<P>[] {
  const steps = new Map<Cell, number>();
  for (const [ring, names] of gridDiskDistances(cellName(cell), reach).entries()) {
    for (const name of names) steps.set(BigInt(`0x${name}`), ring);
  }
  return places
    .flatMap((place) => {
      const ring = place.cell === null ? undefined : steps.get(place.cell);
      return ring === undefined ? [] : [{ place, steps: ring }];
    })
    .sort((a, b) => a.steps - b.steps);
}
