/** Who can read this, for anybody to look at and compare. */
import { page, type Route, route } from '../../platform/http/index.ts';
import {
  type Archive,
  archiveOf,
  KeyRefusal,
  type ReaderEntry,
  type ReaderList,
} from '../../platform/keys/index.ts';
import type { ReportDeps } from '../deps.ts';
import { archiveStore } from '../sealed/archive-store.ts';
import { ReadersPage } from '../views/readers.tsx';
import { currentReaders } from './current.ts';

interface Proved {
  entries: readonly ReaderEntry[];
}

export function readersRoutes(deps: ReportDeps): Route[] {
  return [
    route({
      method: 'GET',
      url: '/readers',
      guard: 'everyone',
      localised: true,
      async handle(asked) {
        const [entries, list, copied, word] = await Promise.all([
          deps.readers(),
          listOrNull(deps),
          deps.copied?.() ?? null,
          archiveStore(deps.db).word(),
        ]);
        const archive = archiveOrBroken(word, { ...deps, entries });
        return page(
          <ReadersPage
            frame={asked}
            entries={entries}
            list={list}
            archive={archive}
            copied={copied}
            installation={deps.installation}
            scripts={deps.scripts?.() ?? []}
          />,
        );
      },
    }),
  ];
}

/** Null where the root has signed none. */
function archiveOrBroken(
  word: unknown,
  { entries, clock, installation: { id, root } }: Pick<ReportDeps, 'clock' | 'installation'> & Proved,
): Archive | 'broken' | null {
  if (word === null) return null;
  try {
    return archiveOf(word, { entries, root, installation: id, now: clock.now() });
  } catch (error) {
    if (error instanceof KeyRefusal) return 'broken';
    throw error;
  }
}

/** Null for a list that does not verify: the page says so and names nobody. */
async function listOrNull(deps: ReportDeps): Promise<ReaderList | null> {
  try {
    return await currentReaders(deps);
  } catch (error) {
    if (error instanceof KeyRefusal) return null;
    throw error;
  }
}
