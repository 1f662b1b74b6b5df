/** A text in pieces, those of them marked that pull the talk away. Pure. */
import type { Found } from '../model.ts';

export interface Piece {
  text: string;
  isAway: boolean;
}

/** In order and without a gap; spans may overlap. */
export function pieces(text: string, moves: readonly Pick<Found, 'span'>[]): Piece[] {
  const made: Piece[] = [];
  let at = 0;
  for (const { span } of [...moves].sort((one, other) => one.span[0] - other.span[0])) {
    const [from, to] = [Math.max(span[0], at), span[1]];
    if (to <= at) continue;
    if (from > at) made.push({ text: text.slice(at, from), isAway: false });
    made.push({ text: text.slice(from, to), isAway: true });
    at = to;
  }
  if (at < text.length) made.push({ text: text.slice(at), isAway: false });
  return made;
}
