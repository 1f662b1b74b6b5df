/** Proved at start, not hoped for: what every code and phrase of this installation is worth. */
import { assertList, digits } from './lists.ts';
import { published } from './published.ts';

/** Called by the server before it listens. Refuses `weak_bounds` {list, ...}. */
export function assertBounds(): void {
  for (const list of [...published, digits]) assertList(list);
}
