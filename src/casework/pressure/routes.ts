import { Type } from 'typebox';
import type { Route } from '../../platform/http/index.ts';
import { callsFor } from '../calls.ts';
import type { CaseworkDeps } from '../deps.ts';
import { base64url, orNull, ReaderIds, ReportId, Sealed } from '../shapes.ts';
import { pressureLog, takeBack, writeDown } from './log.ts';

const strict = { additionalProperties: false } as const;
const id = base64url(22, 22);
const Pressed = Type.Object({ id, report: orNull(ReportId), readers: ReaderIds, body: Sealed }, strict);

export function pressureRoutes(deps: CaseworkDeps): Route[] {
  const { get, post } = callsFor({ role: 'caseworker' });
  return [
    get('/desk/api/pressure', Type.Object({}, strict), (person) => pressureLog(deps, person)),
    post('/desk/api/pressure', Pressed, (person, written) => writeDown(deps, person, written)),
    post('/desk/api/pressure/forget', Type.Object({ id }, strict), (person, asked) =>
      takeBack(deps, person, asked.id),
    ),
  ];
}
