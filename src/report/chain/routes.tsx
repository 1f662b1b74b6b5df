/** Who can read this, for anybody to look at and compare. */
import { page, type Route, route } from '../../platform/http/index.ts';
import { KeyRefusal, type ReaderList } from '../../platform/keys/index.ts';
import type { ReportDeps } from '../deps.ts';
import { ReadersPage } from '../views/readers.tsx';
import { currentReaders } from './current.ts';

export function readersRoutes(deps: ReportDeps): Route[] {
  return [
    route({
      method: 'GET',
      url: '/readers',
      guard: 'everyone',
      localised: true,
      async handle(asked) {
        const [entries, list, copied] = await Promise.all([
          deps.readers(),
          listOrNull(deps),
          deps.copied?.() ?? null,
        ]);
        return page(
          <ReadersPage
            frame={asked}
            entries={entries}
            list={list}
            copied={copied}
            installation={deps.installation}
            scripts={deps.scripts?.() ?? []}
          />,
        );
      },
    }),
  ];
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
