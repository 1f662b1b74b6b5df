/** What became of comments in the invented city's forums, in weeks that are over: enough for the page of the effect to speak. */
import { addDays, dayIn, weekOf } from '../platform/clock.ts';
import { type Counted, countReader, countWriter, version } from '../talk/pages/index.ts';
import { pauses } from './content/talk.ts';
import type { Filling } from './fill.ts';

/** Once there is any of a week that is over, nothing is added. */
export async function fillTalk({ db, installation, clock }: Pick<Filling, 'db' | 'installation' | 'clock'>) {
  const thisWeek = weekOf(dayIn(installation.zone, clock.now()));
  if ((await countReader(db).before(thisWeek, version)).from !== null) return;
  for (const [ago, numbers] of pauses.entries()) {
    const week = addDays(thisWeek, -7 * (ago + 1));
    for (const [what, count] of Object.entries(numbers)) {
      await countWriter(db).add(week, { version, what: what as Counted, count });
    }
  }
}
