/** Places: names in every spelling, cells, and the table of named places. The phone imports `model.ts` alone. */
export { cellAt, cellName, middleOf, type Near, nearPlaces, readCell } from './cell.ts';
export type { PlaceName } from './fold.ts';
export * from './model.ts';
export { type PlaceReader, type PlaceWriter, placeReader, placeWriter } from './store.ts';
