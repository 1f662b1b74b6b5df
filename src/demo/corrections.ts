/** What somebody wrote to the invented organisation about its pages: one wish it has answered, one that still waits. */
import { answerCorrection, askCorrection, askReader, correctionReader } from '../answer/index.ts';
import { addDays, dayIn } from '../platform/clock.ts';
import { corrections } from './content/corrections.ts';
import type { Filling } from './fill.ts';
import { personOf } from './live.ts';

/** After the asks. Once there is any, nothing is added. */
export async function fillCorrections({ db, installation, clock }: Filling): Promise<void> {
  if ((await correctionReader(db).all()).length > 0) return;
  const today = dayIn(installation.zone, clock.now());
  const ways = await askReader(db).all();
  await db.transaction().execute(async (tx) => {
    for (const { about, ago, words, answer } of corrections) {
      const ask = ways.find(({ ask }) => ask.body === about && ask.sent !== null && ask.paused === null)?.ask
        .id;
      const asking = { ask: ask ?? null, words, contact: '', today: addDays(today, -ago) };
      const { id } = await askCorrection(tx, asking);
      if (answer === null) continue;
      const { after, done, words: ours } = answer;
      const day = addDays(today, after - ago);
      await answerCorrection(tx, { id, done, words: ours, by: personOf('omar').id, today: day });
    }
  });
}
