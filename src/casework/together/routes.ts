import { Type } from 'typebox';
import type { Route } from '../../platform/http/index.ts';
import { callsFor } from '../calls.ts';
import type { CaseworkDeps } from '../deps.ts';
import { base64url, ofReport, ReaderId, ReportId } from '../shapes.ts';
import { askToOpen, colleaguesAsk, ownAsking, ownShare, passOn, sayNo, takePassed } from './ask.ts';

const strict = { additionalProperties: false } as const;
const OfAsker = Type.Object({ report: ReportId, reader: ReaderId }, strict);
/** A share names all readers of its report, at most fifty. */
const Passed = Type.Object({ report: ReportId, reader: ReaderId, share: base64url(20_000) }, strict);

/** For those who hold keys, and only for reports sealed to them. */
export function togetherRoutes(deps: CaseworkDeps): Route[] {
  const { get, post } = callsFor({ anyOf: ['caseworker', 'outside'] });
  return [
    get('/desk/api/together', Type.Object({}, strict), (person) => colleaguesAsk(deps, person)),
    get('/desk/api/together/:report', ofReport, (person, { report }) => ownAsking(deps, person, report)),
    post('/desk/api/together/ask', ofReport, (person, { report }) => askToOpen(deps, person, report)),
    post('/desk/api/together/share', OfAsker, (person, asked) => ownShare(deps, person, asked)),
    post('/desk/api/together/pass', Passed, (person, passed) => passOn(deps, person, passed)),
    post('/desk/api/together/no', OfAsker, (person, asked) => sayNo(deps, person, asked)),
    post('/desk/api/together/take', ofReport, (person, { report }) => takePassed(deps, person, report)),
  ];
}
