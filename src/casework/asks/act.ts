/**
 * Putting an ask together and sending it. Each is one transaction that holds the person, the reports and the ask, so
 * that what was looked at is still true when it is done. What comes back is the ask as it stands then.
 */
import {
  askForWord,
  type By,
  bodyReader,
  bundle,
  type Draft,
  discard,
  locating,
  mayOf,
  newDraft,
  personalIn,
  putWish,
  redraft,
  second,
  send,
  stop,
  type Wish,
  wishReader,
  wordReader,
} from '../../answer/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reportWriter } from '../../report/index.ts';
import { keyOf, lockReadable, todayOf } from '../inbox/reading.ts';
import { peopleStore } from '../people/store.ts';
import { herWord, wordOf } from './lines.ts';
import { type AskNeeds, allReadable, bundleOf, bundles, hold, type Seen } from './reading.ts';
import { checked, look, namesIn, oneAsk } from './view.ts';
import type { Checked, HerWord, OneAsk } from './wire.ts';

/** Keeps nothing. Refusals 'report_not_here', 'never_asked'. */
export async function check(
  needs: AskNeeds,
  person: Person,
  { draft, reports }: { draft: Draft; reports: readonly string[] },
): Promise<Checked> {
  const key = await keyOf(needs, person);
  const found = await bundles(needs.db, reports);
  allReadable(key, reports, found);
  const names = await namesIn(needs.db);
  return checked(await look(needs.db, needs, { draft, reports: found, names }), false);
}

/** Refusals 'report_not_here', 'not_found' where there is no such body, place or area. */
export async function makeDraft(
  needs: AskNeeds,
  person: Person,
  { draft, reports }: { draft: Draft; reports: readonly string[] },
): Promise<OneAsk> {
  return needs.db.transaction().execute(async (tx) => {
    await peopleStore(tx).holdStill(person.id);
    await reportWriter(tx).lockAll(reports);
    await mayBundle(tx, needs, { person, draft, reports });
    const ask = await newDraft(tx, { draft, reports, by: person.id, today: todayOf(needs) });
    return oneAsk(tx, needs, { person, ask });
  });
}

/** Refusals those of `makeDraft`, 'ask_not_here', 'ask_changed', 'ask_not_draft'. */
export async function changeDraft(
  needs: AskNeeds,
  person: Person,
  { ask, version, draft, reports }: Versioned & { draft: Draft; reports: readonly string[] },
): Promise<OneAsk> {
  return holding(needs, { person, ask, version, also: reports }, async (tx, { way, behind }) => {
    await mayBundle(tx, needs, { person, draft, reports });
    const before = behind.map(({ open }) => open.id);
    await redraft(tx, way.ask, { draft, reports, before, by: person.id, today: todayOf(needs) });
  });
}

async function mayBundle(
  tx: Transaction<unknown>,
  needs: AskNeeds,
  { person, draft, reports }: { person: Person; draft: Draft; reports: readonly string[] },
): Promise<void> {
  allReadable(await keyOf({ ...needs, db: tx }, person), reports, await bundles(tx, reports));
  const { bodies, places, areas } = await namesIn(tx);
  const { about } = draft;
  const isThere = 'place' in about ? places.has(about.place) : areas.has(about.area);
  if (!isThere || !bodies.has(draft.body)) throw new Refusal('not_found');
}

interface Versioned {
  ask: string;
  version: number;
}

/** Refusals 'ask_not_here', 'ask_changed', 'ask_not_draft', 'second_is_first'. */
export const giveSecond = (needs: AskNeeds, person: Person, one: Versioned): Promise<OneAsk> =>
  holding(needs, { person, ...one }, (tx, { way }) =>
    second(tx, way, { by: person.id, today: todayOf(needs) }),
  );

/** Refusals those of `send`, 'ask_not_here', 'ask_changed'. */
export const sendAsk = (
  needs: AskNeeds,
  person: Person,
  { by, ...one }: Versioned & { by: By },
): Promise<OneAsk> =>
  holding(needs, { person, ...one }, (tx, { way, behind }) =>
    send(tx, {
      ...{ ask: way.ask, reports: behind, by, person },
      ...{ canMail: needs.canMail(), today: todayOf(needs) },
    }),
  );

/** Refusals 'ask_not_here', 'ask_changed', 'ask_not_draft'. */
export const stopAsk = (needs: AskNeeds, person: Person, one: Versioned): Promise<OneAsk> =>
  holding(needs, { person, ...one }, (tx, { way }) =>
    stop(tx, way.ask, { by: person.id, today: todayOf(needs), why: 'by_us' }),
  );

/** Refusals 'ask_not_here', 'ask_changed', 'ask_not_draft'. */
export async function discardAsk(
  needs: AskNeeds,
  person: Person,
  one: Versioned,
): Promise<Record<never, never>> {
  await needs.db.transaction().execute(async (tx) => {
    const { way } = await hold(tx, needs, { person, ...one });
    await discard(tx, way.ask);
  });
  return {};
}

function holding(
  needs: AskNeeds,
  asked: Parameters<typeof hold>[2],
  act: (tx: Transaction<unknown>, seen: Seen) => Promise<void>,
): Promise<OneAsk> {
  return needs.db.transaction().execute(async (tx) => {
    await act(tx, await hold(tx, needs, asked));
    return oneAsk(tx, needs, asked);
  });
}

/** Asked twice is asked once. Refusals 'report_not_here', 'not_found', and 'no_ask' where not even her yes would let it go there. */
export async function askHer(
  needs: AskNeeds,
  person: Person,
  { report, body }: { report: string; body: string },
): Promise<HerWord> {
  return needs.db.transaction().execute(async (tx) => {
    const { open, filed } = await lockReadable(tx, needs, { person, report });
    if ((await bodyReader(tx).byId(body)) === null) throw new Refusal('not_found');
    const asked = wordOf(await wordReader(tx).ofReports([report]), report, body);
    if (asked !== null) return herWord(asked);
    const locate = await locating(tx);
    const [one] = await bundle(tx, locate, [bundleOf(open, filed)]);
    const [, { bodies }] = await locate({ place: null, cell: null, above: false });
    if (open.kinds.includes('known') || one === undefined || mayOf(one, body, bodies) === 'no')
      throw new Refusal('no_ask');
    const today = todayOf(needs);
    await askForWord(tx, { report, body, today });
    await reportWriter(tx).addEvent({ report, what: 'asked_her', day: today, who: person.name });
    return { asked: today, said: null, day: null };
  });
}

/** Refusal 'personal_data' {found}. What was sent keeps the words it was sent with. */
export async function changeWish({ db }: AskNeeds, wish: Wish): Promise<{ wishes: Wish[] }> {
  for (const text of Object.values(wish.text)) {
    const [span] = personalIn(text);
    if (span !== undefined) throw new Refusal('personal_data', { found: text.slice(span.from, span.to) });
  }
  await putWish(db, wish);
  return { wishes: await wishReader(db).all() };
}
