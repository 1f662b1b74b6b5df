/** Which page of the desk is open. Its name may stand in the address; a report's id rides in the history's state. */
export const pages = [
  'inbox',
  'report',
  'intake',
  'people',
  'capacity',
  'export',
  'identity',
  'share',
  'bodies',
] as const;
export type PageName = (typeof pages)[number];

export type View = { page: 'report'; id: string } | { page: Exclude<PageName, 'report'> };

export const home: View = { page: 'inbox' };

/** The view of a history entry; anything else, an old entry or a typed address, is the inbox. */
export function viewOf(state: unknown, hash: string): View {
  const kept = state as { page?: unknown; id?: unknown } | null;
  if (kept?.page === 'report' && typeof kept.id === 'string') return { page: 'report', id: kept.id };
  const name = typeof kept?.page === 'string' ? kept.page : hash.replace('#', '');
  const found = pages.find((page) => page === name);
  return found === undefined || found === 'report' ? home : { page: found };
}

/** A neutral address: never an id. */
export function addressOf(view: View): string {
  return `#${view.page}`;
}
