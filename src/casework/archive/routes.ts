import { Type } from 'typebox';
import type { Route } from '../../platform/http/index.ts';
import { callsFor } from '../calls.ts';
import type { InboxNeeds } from '../inbox/reading.ts';
import { ofReport, orNull, ReportId, Sealed } from '../shapes.ts';
import { atOnce } from '../wire.ts';
import { awayLines } from './away.ts';
import { archiving, askBack, closeAway, handOutDue } from './close.ts';

const strict = { additionalProperties: false } as const;
const After = Type.Object({ after: orNull(ReportId) }, strict);
const Closed = Type.Object(
  { report: ReportId, secret: Sealed, was: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  strict,
);
const Batch = Type.Object({ reports: Type.Array(Closed, { minItems: 1, maxItems: atOnce }) }, strict);

const Most = Type.Object({ most: Type.Integer({ minimum: 1, maximum: 100_000 }) }, strict);

/** For those who hold keys, and only for reports that are theirs to see. */
export function archiveRoutes(deps: InboxNeeds): Route[] {
  const { get, post } = callsFor({ anyOf: ['caseworker', 'outside'] });
  return [
    get('/desk/api/archive', Type.Object({}, strict), (person) => archiving(deps, person)),
    post('/desk/api/archive/secrets', After, (person, { after }) => handOutDue(deps, person, after)),
    post('/desk/api/archive', Batch, (person, { reports }) => closeAway(deps, person, reports)),
    post('/desk/api/archive/lines', Most, (person, { most }) => awayLines(deps, person, most)),
    post('/desk/api/archive/ask', ofReport, (person, { report }) => askBack(deps, person, report)),
  ];
}
