/** Who answers for what in the invented city. Nothing to do the second time. */
import { areaWriter, bodyReader, bodyWriter, fill } from '../answer/index.ts';
import type { Kysely } from '../platform/db/index.ts';
import { answering, areas, bodies } from './content/bodies.ts';

/** After its places. All or nothing, so that a kill in the middle begins again. */
export async function furnishBodies(db: Kysely<unknown>): Promise<void> {
  if ((await bodyReader(db).all()).length > 0) return;
  await db.transaction().execute(async (tx) => {
    await bodyWriter(tx).put(bodies);
    await bodyWriter(tx).answerFor(answering);
    await areaWriter(tx).put(areas.map(({ area }) => area));
    for (const { area, outline } of areas) await areaWriter(tx).redraw(area.id, fill(outline));
  });
}
