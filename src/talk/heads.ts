/** What the counted model answers about a post: one head a move, one for "pulls away, by whatever move", one a focus. */
import { focuses, moves } from './model.ts';

export const heads = [...moves, 'derails', ...focuses] as const;
export const headCount = heads.length;
export const derailsHead = heads.indexOf('derails');
export const firstFocus = heads.indexOf('happened');
/** The first heads, moves and derails, also look up single words and rows of words. */
export const wideHeads = derailsHead + 1;
