/** The held queue as one caseworker sees it: of each place what waits, in which state. Of what is not sealed to them, nothing. */
import { addDays } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { type OpenReport, reportReader } from '../../report/index.ts';
import { type InboxNeeds, keyOf, todayOf } from '../inbox/reading.ts';
import { peopleStore } from '../people/store.ts';
import { undecidedDays } from './model.ts';
import { arrivals, type HeldArrival } from './store.ts';
import { type HeldAnswer, type HeldPart, heldStates, type Wave } from './wire.ts';

export interface Readable {
  held: HeldArrival;
  open: OpenReport;
}

const manyPlaces = '*';
/** Those of one wave are decided about together. */
export const waveOf = ({ why, at }: Pick<HeldArrival, 'why' | 'at'>): string =>
  why === 'all' ? manyPlaces : at;

/** Of these, what is sealed to this key. */
export async function readableOf(
  db: Kysely<unknown>,
  key: string | null,
  held: readonly HeldArrival[],
): Promise<Readable[]> {
  const open = await reportReader(db).byIds(held.map(({ report }) => report));
  const byId = new Map(open.map((one) => [one.id, one]));
  return held.flatMap((one) => {
    const found = byId.get(one.report);
    return key !== null && found?.readers.includes(key) ? [{ held: one, open: found }] : [];
  });
}

export async function wavesFor(needs: InboxNeeds, person: Person): Promise<HeldAnswer> {
  const { db } = needs;
  const store = arrivals(db);
  const today = todayOf(needs);
  const readable = await readableOf(db, await keyOf(needs, person), await store.held());
  const byWave = Map.groupBy(readable, ({ held }) => waveOf(held));
  const people = readable.flatMap(({ held }) => [held.proposedBy, held.secondBy]);
  const names = await peopleStore(db).byIds([...new Set(people.flatMap((id) => id ?? []))]);
  const waves: Wave[] = [];
  for (const [id, reports] of byWave) waves.push(await oneWave(needs, { id, reports, person, names }));
  return {
    waves: waves.sort((a, b) => reportsIn(b) - reportsIn(a)),
    week: await store.share(addDays(today, -6), today),
  };
}

const reportsIn = ({ parts }: Wave) => parts.reduce((sum, { reports }) => sum + reports, 0);

interface OneWave {
  id: string;
  reports: readonly Readable[];
  person: Person;
  names: ReadonlyMap<string, string>;
}

async function oneWave({ db, places }: InboxNeeds, { id, reports, person, names }: OneWave): Promise<Wave> {
  const days = reports.map(({ held }) => held.day).toSorted();
  const [from = '', to = ''] = [days[0], days.at(-1)];
  const isMany = id === manyPlaces;
  const before = isMany ? [] : await arrivals(db).usual([id], from, to);
  const first = reports.filter(({ held }) => held.state === 'held' || held.state === 'proposed');
  const oldest = first.map(({ held }) => held.day).toSorted()[0];
  const place = isMany || id === '' ? null : await places.byId(id);
  return {
    id,
    why: isMany ? 'all' : 'place',
    name: place?.name ?? null,
    from,
    to,
    kinds: mostFrequent(reports.flatMap(({ open }) => open.kinds)),
    letIn: before.reduce((sum, { came }) => sum + came, 0),
    comesIn: oldest === undefined ? null : addDays(oldest, isMany ? 1 : undecidedDays),
    parts: heldStates.flatMap((state) => {
      const held = reports.map((one) => one.held).filter((one) => one.state === state);
      return held.length === 0 ? [] : [partOf(held, person, names)];
    }),
  };
}

function partOf(held: readonly HeldArrival[], person: Person, names: ReadonlyMap<string, string>): HeldPart {
  const last = held.toSorted((a, b) => ((a.decided ?? '') < (b.decided ?? '') ? 1 : -1))[0];
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null);
  return {
    state: last?.state ?? 'held',
    reports: held.length,
    cameBack: held.filter(({ cameBack }) => cameBack).length,
    reason: last?.reason ?? null,
    proposedBy: nameOf(last?.proposedBy),
    secondBy: nameOf(last?.secondBy),
    decided: last?.decided ?? null,
    mine: held.every(({ proposedBy }) => proposedBy === person.id),
  };
}

function mostFrequent(kinds: readonly OpenReport['kinds'][number][]): OpenReport['kinds'] {
  const counted = [...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => ({ kind, n: all.length }));
  return counted
    .sort((a, b) => b.n - a.n)
    .slice(0, 4)
    .map(({ kind }) => kind);
}
