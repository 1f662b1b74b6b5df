/** The door of the room: what a post is about, and which moves pull the talk away. */
export type { Classified, Focus, Found, Lang, Move } from './model.ts';
export { focuses, langs, moves } from './model.ts';
