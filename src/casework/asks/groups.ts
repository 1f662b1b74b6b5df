/** What might be asked, from the reports a caseworker can read. Suggests; makes nothing and asks nobody. */
import {
  askReader,
  behindReader,
  bundle,
  type Candidate,
  candidates,
  locating,
  mayOf,
  placeOf,
  type Suggestible,
  type Suggestion,
  smallestOf,
  suggest,
  type Word,
  wishReader,
  wordReader,
} from '../../answer/index.ts';
import { addDays } from '../../platform/clock.ts';
import type { Person } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { importedReader, reportReader } from '../../report/index.ts';
import { keyOf, todayOf } from '../inbox/reading.ts';
import { inboxStore } from '../inbox/store.ts';
import { askLine, bodyLine, choice, herWord, type Names, named, ofReport } from './lines.ts';
import { type AskNeeds, type Bundle, bundleOf, bundles, existing, isReadable } from './reading.ts';
import { namesIn } from './view.ts';
import type { Choices, Group, GroupedReport, Groups, LeftOut, Named, OfReport } from './wire.ts';

/** What is older is history: a body is asked about what it can still change. */
const goesBack = 366;

export async function groupsOf(needs: AskNeeds, person: Person): Promise<Groups> {
  const { db } = needs;
  const key = await keyOf(needs, person);
  const today = todayOf(needs);
  const open = key === null ? [] : await reportReader(db).sealedSince(key, addDays(today, -goesBack));
  const filed = new Map(
    (await inboxStore(db).byIds(open.map(({ id }) => id))).map((one) => [one.report, one]),
  );
  const mine = open.flatMap((one) => {
    const in_ = filed.get(one.id);
    return in_ === undefined ? [] : [bundleOf(one, in_)];
  });
  const looked = await lookAt(needs, { person, key }, mine);
  const grouped = suggest(looked.filter(({ out }) => out === null).map(({ suggestible }) => suggestible));
  const byId = new Map(looked.map((one) => [one.report.open.id, one]));
  const names = await namesIn(db);
  return {
    groups: grouped.map((group) => groupFrom(group, { byId, names, today })),
    leftOut: looked.flatMap(({ report, out }) =>
      out === null ? [] : [{ report: report.open.id, why: out }],
    ),
    imported: (await importedReader(db).count()) > 0,
  };
}

interface Looked {
  report: Bundle;
  out: LeftOut | null;
  suggestible: Suggestible;
  found: readonly Candidate[];
  grouped(bodies: readonly string[], names: Names): GroupedReport;
}

/** One after another what stands in a table, each place looked up once. */
async function lookAt(
  { db }: AskNeeds,
  asking: { person: Person; key: string | null },
  reports: readonly Bundle[],
): Promise<Looked[]> {
  const locate = await locating(db);
  const ids = reports.map(({ open }) => open.id);
  const words = Map.groupBy(await wordReader(db).ofReports(ids), ({ report }) => report);
  const asks = await behindReader(db).ofReports(ids);
  const there = await existing(
    db,
    asking,
    await askReader(db).byIds([...new Set([...asks.values()].flat())]),
  );
  const seen = new Set(there.map(({ ask }) => ask.id));
  const sent = new Set(there.filter(({ ask }) => ask.sent !== null).map(({ ask }) => ask.id));
  const bundled = await bundle(db, locate, reports);
  return Promise.all(
    reports.map(async (report, at) => {
      const { id, kinds, week, place } = report.open;
      const [where, known] = await locate(placeOf(report));
      const found = candidates(where, known);
      const own = (asks.get(id) ?? []).filter((ask) => seen.has(ask));
      const said = words.get(id) ?? [];
      const one = bundled[at];
      return {
        report,
        found,
        out: leftOut(report, { found, isAsked: own.some((ask) => sent.has(ask)) }),
        suggestible: {
          id,
          kinds,
          months: week === null ? null : [week.slice(0, 7), addDays(week, 6).slice(0, 7)],
          place,
          areas: smallestOf(known),
        },
        grouped: (bodies: readonly string[], names: Names) => ({
          ...ofReport(report, names),
          may: Object.fromEntries(
            bodies.map((body) => [body, one ? mayOf(one, body, known.bodies) : ('no' as const)]),
          ),
          words: Object.fromEntries(said.map((word: Word) => [word.body, herWord(word)])),
          asks: own,
        }),
      } satisfies Looked;
    }),
  );
}

/** The first that has something to say. */
function leftOut(
  { open, twice }: Bundle,
  { found, isAsked }: { found: readonly Candidate[]; isAsked: boolean },
): LeftOut | null {
  // What someone at home or someone she knows did is nothing a body is asked about (care rule 13).
  if (open.kinds.includes('known')) return 'known';
  if (twice) return 'sent_twice';
  if (open.consents.ask === null) return 'no_ask';
  if (open.place === null && open.cell === null) return 'no_place';
  if (isAsked) return 'asked_already';
  return found.length === 0 ? 'nobody' : null;
}

function groupFrom(
  { about, kinds, months, reports }: Suggestion,
  { byId, names, today }: { byId: ReadonlyMap<string, Looked>; names: Names; today: string },
): Group {
  const own = reports.flatMap((id) => byId.get(id) ?? []);
  const now = today.slice(0, 7);
  const [from, to] = months ?? [now, now];
  const found = new Map(own.flatMap(({ found: all }) => all.map((one) => [one.body.id, one] as const)));
  return {
    about: named(about, names),
    kinds,
    from: from < now ? from : now,
    to: to < now ? to : now,
    bodies: [...found.values()].map(choice),
    reports: own.map((one) => one.grouped([...found.keys()], names)),
  };
}

/** Refusal 'report_not_here'. */
export async function ofOne(needs: AskNeeds, person: Person, report: string): Promise<OfReport> {
  const { db } = needs;
  const key = await keyOf(needs, person);
  const found = (await bundles(db, [report])).filter((one) => isReadable(key, one));
  const [one] = await lookAt(needs, { person, key }, found);
  if (one === undefined) throw new Refusal('report_not_here');
  const names = await namesIn(db);
  const [bundled] = await bundle(db, await locating(db), found);
  const abouts: Named[] = [
    ...(bundled?.lies.places ?? []).map((place) => named({ place }, names)),
    ...(bundled?.lies.areas ?? []).map((area) => named({ area }, names)),
  ];
  const today = todayOf(needs);
  const bodies = one.found.map(choice);
  const grouped = one.grouped([...names.bodies.keys()], names);
  return {
    leftOut: one.out,
    abouts,
    bodies,
    report: grouped,
    asks: (await askReader(db).byIds(grouped.asks)).map((way) => askLine({ way, names, today })),
  };
}

export async function choicesOf({ db }: AskNeeds): Promise<Choices> {
  const names = await namesIn(db);
  return { bodies: [...names.bodies.values()].map(bodyLine), wishes: await wishReader(db).all() };
}
