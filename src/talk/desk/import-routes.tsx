/** A file with a conversation, read here and nowhere else. */
import { Type } from 'typebox';
import { type Answer, page, type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readThread } from '../thread/read.ts';
import type { TalkDeskDeps } from './deps.ts';
import { moderates } from './post-routes.tsx';
import { type Came, take } from './take.ts';
import { ImportPage } from './views/import.tsx';

const mebibyte = 1024 * 1024;
const largest = 8;
const url = '/desk/talk/import';

export function importRoutes(deps: TalkDeskDeps): Route[] {
  return [
    route({ ...moderates, method: 'GET', url, handle: (asked) => page(<ImportPage asked={asked} />) }),
    route({
      ...moderates,
      method: 'POST',
      url,
      bodyLimit: (largest + 1) * mebibyte,
      files: { each: largest * mebibyte, knock: async () => {} },
      body: Type.Object({ title: Type.Optional(Type.String({ maxLength: 120 })) }),
      handle: async (asked): Promise<Answer> => {
        const { files, body, t } = asked;
        const title = body.title?.trim() ?? '';
        try {
          const came = await read(deps, files[0]?.bytes ?? null, { title, name: t('moderate.import.file') });
          return page(<ImportPage asked={asked} came={came} />);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          const problem = t(`refusal.${error.code}.help`, error.params);
          return page(<ImportPage {...{ asked, title, problem }} />, { status: error.status });
        }
      },
    }),
  ];
}

async function read(
  deps: TalkDeskDeps,
  file: Uint8Array | null,
  { title, name }: { title: string; name: string },
): Promise<Came & { source: string }> {
  if (file === null || file.length === 0) throw new Refusal('talk_file', { most: largest });
  const { source, posts } = readThread(name, new TextDecoder().decode(file));
  // The same conversation, saved again later, is the same by its first post.
  const key = posts[0]?.id ?? '';
  return { source, ...(await take(deps, { source, hook: null, key, title, posts })) };
}
