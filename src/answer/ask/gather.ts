/** Reads from the tables what the checks have to know. In the transaction that sends, it sees what is held there. */
import type { Day } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import { readCell } from '../../platform/place/index.ts';
import { type OpenReport, onlyAsked } from '../../report/index.ts';
import { upFrom } from '../area/model.ts';
import { mailChanges } from '../body/mail-store.ts';
import { type Word, wordReader } from '../hers/word-store.ts';
import { type Known, standing, type Where } from '../route/candidates.ts';
import { type Asked, routing } from '../route/where.ts';
import type { Bundled, By, Facts, Other } from './facts.ts';
import type { Draft } from './model.ts';
import { askStandingOf } from './public.ts';
import { askReader } from './store.ts';
import { wishReader } from './wish-store.ts';

/** A report with what a caseworker has said about it: only casework knows that. */
export interface Handed {
  open: OpenReport;
  worksThere: boolean;
  under18: boolean;
  read: boolean;
  twice: boolean;
}

export interface Gathering {
  draft: Draft;
  reports: readonly Handed[];
  by: By;
  canMail: boolean;
  today: Day;
}

/** Refusal 'never_asked' where a report is of imported history. One ask after another: a transaction has one connection. */
export async function factsOf(db: Kysely<unknown>, gathering: Gathering): Promise<Facts> {
  const { draft, reports, by, canMail, today } = gathering;
  onlyAsked(reports.map(({ open }) => open));
  const locate = await locating(db);
  const [, known] = await locate({ place: null, cell: null, above: false });
  const bundled = await bundle(db, locate, reports);
  return {
    draft,
    reports: bundled,
    bodies: known.bodies,
    about: aboutOf(draft, known),
    wishes: await wishReader(db).all(),
    others: await othersAt(db, draft.body, today),
    mailWaits: await mailChanges(db).waits(draft.body),
    by,
    canMail,
    today,
  };
}

export type Locate = (asked: Asked) => Promise<[Where, Known]>;

/** Looks each place and cell up once. */
export async function locating(db: Kysely<unknown>): Promise<Locate> {
  const locate = await routing(db);
  const found = new Map<string, Promise<[Where, Known]>>();
  return (asked) => {
    const key = `${asked.place} ${asked.cell} ${asked.above}`;
    const one = found.get(key) ?? locate(asked);
    found.set(key, one);
    return one;
  };
}

export const placeOf = ({ open, worksThere }: Pick<Handed, 'open' | 'worksThere'>): Asked => ({
  place: open.place,
  cell: open.cell === null ? null : readCell(open.cell),
  above: worksThere,
});

/** In the order given, each with her words and how bodies stand to its place. */
export async function bundle(
  db: Kysely<unknown>,
  locate: Locate,
  reports: readonly Handed[],
): Promise<Bundled[]> {
  const words = await wordReader(db).ofReports(reports.map(({ open }) => open.id));
  const bundled: Bundled[] = [];
  for (const report of reports) {
    const [where, known] = await locate(placeOf(report));
    const { id, kinds, week, consents } = report.open;
    const { worksThere, under18, read, twice } = report;
    bundled.push({
      ...{ id, kinds, week, consents, worksThere, under18, read, twice },
      said: saidOf(words.filter((word) => word.report === id)),
      standing: standing(where, known),
      lies: liesOf(where, known),
    });
  }
  return bundled;
}

const saidOf = (words: readonly Word[]) =>
  new Map(words.flatMap(({ body, said }) => (said === null ? [] : [[body, said] as const])));

function liesOf({ place }: Where, { places, areas, lying }: Known): Bundled['lies'] {
  const chain: string[] = [];
  for (let next = place?.id; next !== undefined && !chain.includes(next); ) {
    chain.push(next);
    next = places.get(next)?.parent ?? undefined;
  }
  const wider = lying.flatMap(({ area }) => upFrom(area, areas).map(({ id }) => id));
  return { places: chain, areas: [...new Set(wider)] };
}

/** The smallest areas that have its cell: those in which no other of them lies. */
export function smallestOf({ areas, lying }: Known): string[] {
  const above = new Set(
    lying.flatMap(({ area }) =>
      upFrom(area, areas)
        .slice(1)
        .map(({ id }) => id),
    ),
  );
  return lying.map(({ area }) => area).filter((area) => !above.has(area));
}

function aboutOf({ about }: Draft, { places, areas }: Known): Facts['about'] {
  if ('area' in about) {
    const area = areas.get(about.area);
    return area === undefined ? null : { kind: 'area', name: area.name };
  }
  const place = places.get(about.place);
  return place === undefined ? null : { kind: place.kind, name: place.name };
}

async function othersAt(db: Kysely<unknown>, body: string, today: Day): Promise<Other[]> {
  const ways = await askReader(db).ofBody(body);
  return ways.flatMap((way) => {
    const { id, about, wishes, sent } = way.ask;
    if (sent === null) return [];
    return [{ id, about, wishes, sent, standing: askStandingOf(way, today) }];
  });
}
