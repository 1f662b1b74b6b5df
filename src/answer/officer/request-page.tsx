/** The page of a request, as it stands; also when the name of an office did not do, with that name still in its field. */
import type { Answer } from '../../platform/http/index.ts';
import type { AskedByLink, Officer } from './admitted.tsx';
import { answerStore } from './answer-store.ts';
import type { OfficerDeps } from './deps.ts';
import { passedOn } from './link.ts';
import { officerPage } from './views/frame.tsx';
import type { WrongLabel } from './views/offices.tsx';
import { RequestPage } from './views/request.tsx';

interface Standing extends Officer {
  given?: boolean;
  wrong?: WrongLabel;
}

export async function requestPage(
  { db }: OfficerDeps,
  asked: AskedByLink,
  { link, shown, today, given = false, wrong }: Standing,
): Promise<Answer> {
  const { token } = asked.params;
  const offices = link.label === null ? await passedOn(db, link) : [];
  const waiting = await answerStore(db).waiting(link.ask, today);
  const props = { asked, token, link, shown, today, offices, waiting, given };
  return wrong === undefined
    ? officerPage(<RequestPage {...props} />)
    : officerPage(<RequestPage {...props} wrong={wrong} />, { status: 422 });
}
