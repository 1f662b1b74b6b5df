/** What she says on her own page about what becomes of her report outside. Here it is only made sure that it is she. */
import * as outbox from '../../platform/outbox/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Beyond } from '../beyond.ts';
import type { ReportDeps } from '../deps.ts';
import type { BodyWord, ChangedWord } from '../wire.ts';
import { holding } from './change.ts';

type Needs = Pick<ReportDeps, 'db' | 'installation' | 'clock' | 'beyond'>;

/** Whether they may be asked. Refusals of `Beyond.sayBody`. */
export async function sayBody(deps: Needs, { lookup, ...word }: BodyWord): Promise<void> {
  const beyond = beyondOf(deps);
  await holding(deps, lookup, async ({ tx, report, today }) => {
    await beyond.sayBody(tx, { ...word, report, today });
    await outbox.put(tx, { event: 'report.chosen', subject: report.id });
  });
}

/** Whether anything changed. Refusal of `Beyond.sayChanged`. */
export async function sayChanged(deps: Needs, { lookup, ...word }: ChangedWord): Promise<void> {
  const beyond = beyondOf(deps);
  await holding(deps, lookup, ({ tx, report, today }) =>
    beyond.sayChanged(tx, { ...word, report: report.id, today }),
  );
}

function beyondOf({ beyond }: Needs): Beyond {
  if (beyond === undefined) throw new Refusal('question_gone');
  return beyond;
}
