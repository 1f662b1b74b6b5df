/** Two conversations come to the moderators' desk, as if a site had sent them; those that are there already stay as they are. */
import { shippedReading, type TalkDeskDeps, take } from '../talk/desk/index.ts';
import { threads } from './content/threads.ts';
import type { Filling } from './fill.ts';

const minute = 60_000;

/** Nothing was learnt in a folder that has just begun, so the shipped reading is used. */
export async function fillThreads({
  db,
  installation,
  clock,
}: Pick<Filling, 'db' | 'installation' | 'clock'>) {
  const deps: TalkDeskDeps = { db, installation, clock, reading: shippedReading, publicUrl: () => '' };
  const now = clock.now().getTime();
  for (const { key, title, lang, posts } of threads) {
    const began = now - (posts.length + 5) * 11 * minute;
    await take(deps, {
      source: 'generic',
      hook: null,
      key,
      title,
      posts: posts.map(({ answers, by, text }, n) => {
        const at = new Date(began + n * 11 * minute).toISOString();
        return {
          id: String(n + 1),
          parent: answers === null ? null : String(answers),
          author: by,
          at,
          text,
          lang,
        };
      }),
    });
  }
}
