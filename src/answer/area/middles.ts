/** Where areas and named places lie, roughly: enough to lay them out on a page. */
import { cellToLatLng } from 'h3-js';
import type { Kysely } from '../../platform/db/index.ts';
import { type MappedPlace, middleOf, type Point } from '../../platform/place/index.ts';
import { largestCells } from './store.ts';

/** By 'area weavers' and 'place tram-1'. What has no cell has no point. */
export async function areaMiddles(
  db: Kysely<unknown>,
  places: readonly MappedPlace[],
): Promise<Map<string, Point>> {
  const found = new Map<string, Point>();
  for (const { id, cell } of places) if (cell !== null) found.set(`place ${id}`, middleOf(cell));
  for (const [area, cells] of await largestCells(db)) {
    const points = cells.map((cell) => cellToLatLng(cell.toString(16)));
    const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
    found.set(`area ${area}`, { lat: mean(0), lng: mean(1) });
  }
  return found;
}
