import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, city, draft, drafts, reads, sends, type Teller, tells } from '../../../test/asking.ts';
import type { Consents } from '../../report/answers.ts';
import type { Asks, OneAsk } from './wire.ts';

let here: City;
beforeAll(async () => {
  here = await city();
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

/** Both lines are the trams'; above the trams stands the board. */
const lines = ['tram-1', 'tram-2'] as const;
const bodies = ['zaytara-trams', 'transport-board', 'university'] as const;
type BodyId = (typeof bodies)[number];

/** What one person has agreed to, as it was last heard of her. */
interface Agreed {
  teller: Teller;
  line: (typeof lines)[number];
  ask: Consents['ask'];
  said: Partial<Record<BodyId, 'yes' | 'no'>>;
  worksThere: boolean;
  gone: boolean;
}

/** Care rules 6 and 7, said once more and apart from what is tested. */
function agrees({ ask, said, worksThere, gone }: Agreed, body: BodyId): boolean {
  if (gone || ask === null || said[body] === 'no') return false;
  if (worksThere && body === 'zaytara-trams') return false;
  if (said[body] === 'yes') return true;
  if (body === 'zaytara-trams') return ask !== 'each_time';
  return body === 'transport-board' && ask === 'above_too';
}

const who = fc.nat(5);
const anyBody = fc.constantFrom('zaytara-trams' as const, ...bodies);
const anyLine = fc.constantFrom(...lines);
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('draft' as const),
      body: anyBody,
      line: anyLine,
      // Mostly those who agree just now, as a caseworker would; what they say may change before it is sent.
      all: fc.constantFrom(true, false, false),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      nth: fc.nat(9),
      by: fc.boolean(),
      ready: fc.boolean(),
    }),
  },
  fc.record({ do: fc.constant('second' as const), nth: fc.nat(9) }),
  fc.record({ do: fc.constant('redraft' as const), nth: fc.nat(9), body: anyBody }),
  fc.record({
    do: fc.constant('choose' as const),
    who,
    ask: fc.constantFrom(null, 'each_time' as const, 'this_one' as const, 'above_too' as const),
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      who,
      body: anyBody,
      said: fc.constantFrom('yes' as const, 'yes' as const, 'no' as const),
    }),
  },
  fc.record({ do: fc.constant('mark' as const), who, worksThere: fc.boolean() }),
  fc.record({ do: fc.constant('withdraw' as const), who }),
  fc.record({ do: fc.constant('settle' as const) }),
);
/** One that goes out, and one that waits for what comes. */
const opening: readonly Act[] = [
  { do: 'draft', body: 'zaytara-trams', line: 'tram-1', all: false },
  { do: 'send', nth: 0, by: true, ready: true },
  { do: 'draft', body: 'transport-board', line: 'tram-1', all: false },
];

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** So many of one day would wait apart, which is not what is asked here. */
const nobodyBefore = () => sql`delete from arrival`.execute(here.here.database.db);

test('of a yes that is taken back and an ask that is sent, at once, whoever is first decides', async () => {
  for (let round = 0; round < 4; round++) {
    await nobodyBefore();
    const told = [await tells(here), await tells(here), await tells(here), await tells(here)];
    const [amal] = told;
    if (amal === undefined) return;
    await sql`delete from ask`.execute(here.here.database.db);
    const one = await drafts(here.ines, told);
    const [heard, chosen] = await Promise.all([
      sends(here.ines, one),
      round % 2 === 0 ? amal.chooses(null) : amal.withdraws(),
    ]);
    expect([[200, 409, 422].includes(heard.status), chosen]).toEqual([true, 200]);
    const { rows } = await sql<{ what: string }>`
      select what from report_event where report = ${amal.id} order by number`.execute(here.here.database.db);
    const way = rows.map(({ what }) => what).filter((what) => what === 'choices' || what === 'sent_to');
    expect(['choices', 'sent_to,choices', '']).toContain(way.join());
  }
}, 60_000);

test('whatever is drafted, chosen, said, marked and withdrawn, nothing is sent outside what each of them agreed to', async () => {
  // Each run is ten seconds of real use cases.
  const runs = process.env.UPSTANDER_LONG_TESTS === 'yes' ? 5 : 1;
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 30, maxLength: 45 }), async (acts) => {
      const people: Agreed[] = [];
      await nobodyBefore();
      const asks = ['this_one', 'above_too', 'above_too', 'each_time', 'this_one', 'above_too'] as const;
      for (const [n, ask] of asks.entries()) {
        const line = n < 4 ? 'tram-1' : 'tram-2';
        const teller = await tells(here, { where: { place: line }, ask });
        people.push({ teller, line, ask, said: {}, worksThere: false, gone: false });
      }
      // Each run begins with bodies nobody has asked.
      await sql`delete from ask`.execute(here.here.database.db);
      for (const one of [...opening, ...acts]) sent += await happens(one, people);
    }),
    { numRuns: runs, endOnFailure: true },
  );
  expect(sent).toBeGreaterThanOrEqual(runs);
}, 300_000);

const unsent = async (): Promise<OneAsk[]> => {
  const { asks } = (await here.ines.get('/desk/api/asks')).json<Asks>();
  const all = asks.filter(({ state }) => state === 'draft');
  return Promise.all(all.map(async ({ id }) => (await here.ines.get(`/desk/api/asks/${id}`)).json<OneAsk>()));
};

/** One act by whoever does it; how many asks were sent by it. */
async function happens(one: Act, people: readonly Agreed[]): Promise<number> {
  const { ines, omar } = here;
  const person = 'who' in one ? people[one.who] : undefined;
  const waiting = 'nth' in one ? await unsent() : [];
  const ask = 'nth' in one ? waiting[one.nth % Math.max(1, waiting.length)] : undefined;
  const about = (line: string) => ({ ...draft, about: { place: line }, from: '2026-09' });
  switch (one.do) {
    case 'draft': {
      const there = people.filter(({ line, gone }) => line === one.line && !gone);
      const reports = one.all ? there : there.filter((each) => agrees(each, one.body));
      const body = {
        draft: { ...about(one.line), body: one.body },
        reports: reports.map(({ teller }) => teller.id),
      };
      expect((await ines.post('/desk/api/asks/draft', body)).status).toBe(200);
      return 0;
    }
    case 'redraft': {
      if (ask === undefined) return 0;
      const agreeing = people.filter((each) => agrees(each, one.body)).map(({ teller }) => teller.id);
      const reports = ask.behind.map(({ report }) => report).filter((id) => agreeing.includes(id));
      const { version } = ask;
      const changed = { ...ask.draft, body: one.body };
      await ines.post('/desk/api/asks/redraft', { ask: ask.line.id, version, draft: changed, reports });
      return 0;
    }
    case 'second':
      if (ask !== undefined)
        await omar.post('/desk/api/asks/second', { ask: ask.line.id, version: ask.version });
      return 0;
    case 'send': {
      // One that shows as ready, or any: a server that trusts what the desk shows would be found out by these.
      const ready = waiting.filter(({ verdict }) => verdict === 'send');
      const which = one.ready ? ready[one.nth % Math.max(1, ready.length)] : ask;
      if (which === undefined) return 0;
      const heard = await sends(one.by ? ines : omar, which);
      if (heard.status !== 200) return 0;
      isAgreed(heard.json<OneAsk>(), people);
      return 1;
    }
    case 'choose':
      if (person && !person.gone && (await person.teller.chooses(one.ask)) === 200) person.ask = one.ask;
      return 0;
    case 'say': {
      if (!person || person.gone) return 0;
      await ines.post('/desk/api/asks/question', { report: person.teller.id, body: one.body });
      if ((await person.teller.says(one.body, one.said)) === 200) person.said[one.body] = one.said;
      return 0;
    }
    case 'mark':
      if (!person || person.gone) return 0;
      await reads(ines, person.teller.id, one.worksThere ? ['above_office'] : []);
      person.worksThere = one.worksThere;
      return 0;
    case 'withdraw':
      if (person && !person.gone) person.gone = (await person.teller.withdraws()) === 200;
      return 0;
    case 'settle':
      await here.here.settle();
      // Everything was answered long ago, so that it may be asked again.
      await sql`update ask set state = 'says_kept', sent = '2026-09-01' where state = 'sent'`.execute(
        here.here.database.db,
      );
      return 0;
  }
}

function isAgreed({ behind, draft: { body } }: OneAsk, people: readonly Agreed[]): void {
  const own = behind.map(({ report }) => people.find(({ teller }) => teller.id === report));
  expect(own.every((each) => each !== undefined && agrees(each, body as BodyId))).toBe(true);
  const isOwnWord = own.every((each) => each?.said[body as BodyId] === 'yes');
  expect(own.length >= 3 || (own.length > 0 && isOwnWord)).toBe(true);
}
