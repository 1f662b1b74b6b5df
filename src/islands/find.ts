/** Loaded when the place search is first used. */
export { searchPlaces } from '../platform/place/search.ts';
