/** Who might be asked about the place of a report, best first, and why. Says it, and asks nobody. */
import { candidates, routing } from '../../answer/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { readCell } from '../../platform/place/index.ts';
import type { OpenReport } from '../../report/index.ts';
import type { Answerers } from '../wire.ts';
import { type InboxNeeds, keyOf, readable } from './reading.ts';

/** Refusal 'report_not_here'. */
export async function answerersOf(needs: InboxNeeds, person: Person, report: string): Promise<Answerers> {
  const { open, filed } = await readable(needs.db, await keyOf(needs, person), report);
  const none = noAsk(open);
  if (none !== null) return { none, bodies: [] };
  const locate = await routing(needs.db);
  const cell = open.cell === null ? null : readCell(open.cell);
  const above = filed.marks.includes('above_office');
  const found = candidates(...(await locate({ place: open.place, cell, above })));
  const bodies = found.map(({ body: { name }, why, about }) => ({ name, why, about }));
  return { none: bodies.length === 0 ? 'nobody' : null, bodies };
}

/** What someone at home or someone she knows did is nothing a body is asked about (care rule 13). */
function noAsk({ kinds, place, cell }: OpenReport): Answerers['none'] {
  if (kinds.includes('known')) return 'known';
  return place === null && cell === null ? 'no_place' : null;
}
