/** What people decide about many held reports at once. Each can be taken back; nothing is deleted by any. */
import type { Transaction } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reportWriter, secretsAgain } from '../../report/index.ts';
import { type InboxNeeds, keyOf, todayOf } from '../inbox/reading.ts';
import { peopleStore } from '../people/store.ts';
import { letIn } from './let-in.ts';
import { type Decision, decided } from './model.ts';
import { arrivals, type Decided, type HeldArrival } from './store.ts';
import { readableOf, waveOf, wavesFor } from './waves.ts';
import type { AsideReason, HeldAnswer, HeldState } from './wire.ts';

export interface Deciding {
  wave: string;
  /** Only those in this state. */
  from: HeldState;
  decision: Decision;
  /** With 'propose'. */
  reason: AsideReason | null;
  /** Only those whose person came back since; with 'let_in'. */
  cameBack: boolean;
}

/**
 * The queue after it. Whole or not at all, and only what is sealed to this person. Refusals 'held_changed' where none is in
 * that state any more, 'second_is_first'.
 */
export async function decide(needs: InboxNeeds, person: Person, deciding: Deciding): Promise<HeldAnswer> {
  await needs.db.transaction().execute(async (tx) => {
    // The person before the reports, as Lock now does: two that wait for each other would both fail.
    await peopleStore(tx).holdStill(person.id);
    const key = await keyOf({ ...needs, db: tx }, person);
    const wanted = (await arrivals(tx).held()).filter((one) => isMeant(one, deciding));
    const there = await reportWriter(tx).lockAll(wanted.map(({ report }) => report));
    const still = (await arrivals(tx).lock(there)).filter((one) => isMeant(one, deciding));
    const mine = (await readableOf(tx, key, still)).map(({ held }) => held);
    await write(tx, needs, { person, deciding, held: mine });
  });
  return wavesFor(needs, person);
}

const isMeant = (one: HeldArrival, { wave, from, cameBack }: Deciding) =>
  waveOf(one) === wave && one.state === from && (!cameBack || one.cameBack);

interface Writing {
  person: Person;
  deciding: Deciding;
  held: readonly HeldArrival[];
}

async function write(
  tx: Transaction<unknown>,
  needs: InboxNeeds,
  { person, deciding, held }: Writing,
): Promise<void> {
  const { from, decision, reason } = deciding;
  if ((decision === 'propose') !== (reason !== null)) throw new Refusal('unreadable', { field: 'reason' });
  const meant = decision === 'second' ? held.filter(({ proposedBy }) => proposedBy !== person.id) : held;
  if (meant.length === 0 && held.length > 0) throw new Refusal('second_is_first');
  const [first] = meant;
  const next = first === undefined ? null : decided(from, decision, first.why);
  if (next === null) throw new Refusal('held_changed');
  const reports = meant.map(({ report }) => report);
  const day = todayOf(needs);
  const told = next === 'aside' ? 'set_aside' : from === 'aside' ? 'taken_up' : null;
  if (told !== null) await secretsAgain(tx).tell(reports, { what: told, day, who: person.name, once: false });
  if (next === 'let_in') return letIn(tx, needs, { reports, who: person.name });
  // Of each proposal its own reason and its own two people.
  for (const group of Map.groupBy(meant, (one) => `${one.reason} ${one.proposedBy}`).values()) {
    await arrivals(tx).decide(
      group.map(({ report }) => report),
      { ...standing(next, group[0], { by: person.id, reason }), decided: day },
    );
  }
}

function standing(
  state: HeldState,
  before: HeldArrival | undefined,
  { by, reason }: { by: string; reason: AsideReason | null },
): Omit<Decided, 'decided'> {
  if (state === 'proposed') return { state, reason, proposedBy: by, secondBy: null };
  if (state !== 'aside' || before === undefined)
    return { state, reason: null, proposedBy: null, secondBy: null };
  return { state, reason: before.reason, proposedBy: before.proposedBy, secondBy: by };
}
