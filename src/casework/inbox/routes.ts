import { Type } from 'typebox';
import { type Guard, json, type Route, route } from '../../platform/http/index.ts';
import { submit } from '../../report/index.ts';
import { here } from '../access/routes.ts';
import { callsFor } from '../calls.ts';
import type { CaseworkDeps } from '../deps.ts';
import { leave, leaving } from '../people/leaving.ts';
import {
  base64url,
  Day,
  Entry,
  Marks,
  ofReport,
  orNull,
  ReaderId,
  ReaderIds,
  Reason,
  ReportId,
  Sealed,
  SwitchState,
} from '../shapes.ts';
import { atOnce } from '../wire.ts';
import { act } from './act.ts';
import { answerersOf } from './answerers.ts';
import { setCapacity } from './capacity.ts';
import { carryingOf, sayCarrying } from './carrying.ts';
import { inboxOf } from './list.ts';
import { openReport, timeline } from './open.ts';
import { openPiece } from './open-file.ts';
import { fileReports } from './receive.ts';
import { handOut, reseal, sharing } from './reseal.ts';
import { unsharedOf } from './reseal-one.ts';
import { write } from './write.ts';

/** Those who hold keys. An organiser is refused before anything is looked at. */
const reads: Guard = { anyOf: ['caseworker', 'outside'] };

const works: Guard = { anyOf: ['caseworker', 'organiser'] };

const strict = { additionalProperties: false } as const;
const Numbered = Type.Object(
  { report: ReportId, number: Type.Integer({ minimum: 1, maximum: 100_000 }), body: Sealed },
  strict,
);
const PieceOf = Type.Object(
  {
    report: ReportId,
    item: Type.String({ pattern: '^(told|addition-[1-9]\\d{0,5})$' }),
    file: Type.Integer({ minimum: 1, maximum: 3 }),
    number: Type.Integer({ minimum: 1, maximum: 1_000 }),
  },
  strict,
);
const HoldUntil = Type.Object({ report: ReportId, until: Day }, strict);
const CloseWith = Type.Object({ report: ReportId, reason: Reason }, strict);
const MarkWith = Type.Object({ report: ReportId, marks: Marks }, strict);
const SharedFor = Type.Object({ to: ReaderId, after: orNull(ReportId) }, strict);
const Shared = Type.Object({ report: ReportId, secret: Sealed, readers: ReaderIds }, strict);
const Carried = Type.Object(
  { id: base64url(64), most: orNull(Type.Integer({ minimum: 0, maximum: 500 })), away: orNull(Day) },
  strict,
);
const Resealed = Type.Object(
  { to: ReaderId, reports: Type.Array(Shared, { minItems: 1, maxItems: atOnce }) },
  strict,
);

/** Reports: every one of these is for people who hold keys, and only for reports sealed to them. */
export function inboxRoutes(deps: CaseworkDeps): Route[] {
  const { get, post } = callsFor(reads);
  const work = callsFor(works);
  return [
    route({
      method: 'GET',
      url: '/desk/api/inbox',
      guard: reads,
      localised: false,
      query: Type.Object({ most: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }, strict),
      handle: async ({ person, query }) =>
        json(await inboxOf(deps, here(person), query.most), { secret: true }),
    }),
    post('/desk/api/claim', ofReport, (person, { report }) =>
      act(deps, { person, report, move: { do: 'claim' } }),
    ),
    post('/desk/api/release', ofReport, (person, { report }) =>
      act(deps, { person, report, move: { do: 'release' } }),
    ),
    post('/desk/api/reopen', ofReport, (person, { report }) =>
      act(deps, { person, report, move: { do: 'reopen' } }),
    ),
    post('/desk/api/hold', HoldUntil, (person, { report, until }) =>
      act(deps, { person, report, move: { do: 'hold', until } }),
    ),
    post('/desk/api/resume', ofReport, (person, { report }) =>
      act(deps, { person, report, move: { do: 'resume' } }),
    ),
    post('/desk/api/close', CloseWith, (person, { report, reason }) =>
      act(deps, { person, report, move: { do: 'close', reason } }),
    ),
    post('/desk/api/mark', MarkWith, (person, { report, marks }) =>
      act(deps, { person, report, move: { do: 'mark', marks } }),
    ),
    post('/desk/api/open', ofReport, (person, { report }) => openReport(deps, person, report)),
    post('/desk/api/file', PieceOf, (person, piece) => openPiece(deps, person, piece)),
    post('/desk/api/note', Numbered, (person, body) => write(deps, 'note', { person, ...body })),
    post('/desk/api/reply', Numbered, (person, body) => write(deps, 'reply', { person, ...body })),
    get('/desk/api/timeline/:report', ofReport, (person, { report }) => timeline(deps, person, report)),
    get('/desk/api/answerers/:report', ofReport, (person, { report }) => answerersOf(deps, person, report)),
    get('/desk/api/leaving', Type.Object({}, strict), (person) => leaving(deps, person)),
    post('/desk/api/leaving', Type.Object({ entry: Entry }, strict), (person, { entry }) =>
      leave(deps, person, entry),
    ),
    get('/desk/api/reseal', Type.Object({}, strict), (person) => sharing(deps, person)),
    get('/desk/api/reseal/:report', ofReport, (person, { report }) => unsharedOf(deps, person, report)),
    post('/desk/api/reseal/secrets', SharedFor, (person, asked) => handOut(deps, person, asked)),
    post('/desk/api/reseal', Resealed, (person, body) => reseal(deps, person, body)),
    route({
      method: 'POST',
      url: '/desk/api/reports',
      guard: { role: 'caseworker' },
      localised: false,
      body: Type.Unknown(),
      handle: async ({ body }) => {
        const received = await submit(deps.report, body, 'desk');
        // The queue files it too, a moment later; whoever sat with her sees it at once.
        await fileReports(deps, [received.id]);
        return json(received, 201);
      },
    }),
    work.get('/desk/api/carrying', Type.Object({}, strict), (person) => carryingOf(deps, person)),
    work.post('/desk/api/carrying', Carried, (person, said) => sayCarrying(deps, person, said)),
    route({
      method: 'POST',
      url: '/desk/api/capacity',
      guard: works,
      localised: false,
      body: Type.Object({ state: SwitchState, until: orNull(Day) }, strict),
      handle: async ({ body }) => json(await setCapacity(deps, body)),
    }),
  ];
}
