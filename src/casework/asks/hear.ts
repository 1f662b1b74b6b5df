/** Somebody behind a draft chose anew or is gone: the draft goes on without them or is stopped, before anybody presses a button. */
import { askReader, askWriter, behindReader, factsOf, lessen } from '../../answer/index.ts';
import { reportWriter } from '../../report/index.ts';
import { todayOf } from '../inbox/reading.ts';
import { type AskNeeds, bundles } from './reading.ts';

type Needs = Pick<AskNeeds, 'db' | 'clock' | 'installation'>;

/** 'report.chosen', 'report.said': subjects are reports. */
export async function reportsChosen(needs: Needs, reports: readonly string[]): Promise<void> {
  const asks = await behindReader(needs.db).ofReports(reports);
  await draftsLost(needs, [...new Set([...asks.values()].flat())].sort());
}

/** 'ask.lost': subjects are asks that a report stands behind no more. Heard twice is heard once. */
export async function draftsLost(needs: Needs, asks: readonly string[]): Promise<void> {
  for (const ask of asks) {
    await needs.db.transaction().execute(async (tx) => {
      const ids = (await behindReader(tx).ofAsks([ask])).get(ask) ?? [];
      await reportWriter(tx).lockAll(ids);
      await askWriter(tx).lock(ask);
      const way = await askReader(tx).byId(ask);
      if (way === null || way.ask.state !== 'draft') return;
      const reports = await bundles(tx, (await behindReader(tx).ofAsks([ask])).get(ask) ?? []);
      const today = todayOf(needs);
      await lessen(
        tx,
        way,
        await factsOf(tx, { draft: way.ask, reports, by: 'letter', canMail: false, today }),
      );
    });
  }
}
