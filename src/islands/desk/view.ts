/** Which page of the desk is open. Its name may stand in the address; an id rides in the history's state. */
import type { Group } from '../../casework/asks/wire.ts';

export const pages = [
  'inbox',
  'many',
  'report',
  'asks',
  'ask',
  'draft',
  'intake',
  'people',
  'capacity',
  'export',
  'identity',
  'share',
  'archive',
  'together',
  'leaving',
  'pressure',
  'bodies',
  'corrections',
] as const;
export type PageName = (typeof pages)[number];

/** What an ask begins with: reports that were suggested, or one report by its id. */
export type DraftFrom = Group | { report: string };

type OfOne = 'report' | 'ask';
export type View =
  | { page: OfOne; id: string }
  | { page: 'draft'; from: DraftFrom }
  | { page: Exclude<PageName, OfOne | 'draft'> };

export const home: View = { page: 'inbox' };

/** The view of a history entry; anything else, an old entry or a typed address, is the inbox. */
export function viewOf(state: unknown, hash: string): View {
  const kept = state as { page?: unknown; id?: unknown; from?: unknown } | null;
  if ((kept?.page === 'report' || kept?.page === 'ask') && typeof kept.id === 'string')
    return { page: kept.page, id: kept.id };
  if (kept?.page === 'draft' && typeof kept.from === 'object' && kept.from !== null)
    return { page: 'draft', from: kept.from as DraftFrom };
  const name = typeof kept?.page === 'string' ? kept.page : hash.replace('#', '');
  const found = pages.find((page) => page === name);
  if (found === undefined || found === 'report') return home;
  return { page: found === 'ask' || found === 'draft' ? 'asks' : found };
}

/** A neutral address: never an id. */
export function addressOf(view: View): string {
  return `#${view.page}`;
}
