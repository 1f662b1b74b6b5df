/** Whoever comes with a link: let in, or told in the same words why it opens nothing, whatever it once was. */
import { Type } from 'typebox';
import { type Day, dayIn } from '../../platform/clock.ts';
import type { Answer, Asked } from '../../platform/http/index.ts';
import type { OfficerDeps } from './deps.ts';
import { type Link, openLink } from './link.ts';
import { type Shown, shownAsk } from './shown.ts';
import { officerPage } from './views/frame.tsx';
import { OverPage, PausedPage } from './views/over.tsx';

/**
 * 256 bits: nobody finds one by trying, so that looking is bounded like any page. Mail programs cut links: what is left of
 * one gets the page of a link that opens nothing.
 */
export const Token = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{1,200}$' }) });

export type AskedByLink = Asked<{ token: string }>;

/** Whoever holds a link that opens. */
export interface Officer {
  link: Link;
  shown: Shown;
  today: Day;
}

/** Hands on to `then`, or answers with why this link opens nothing. */
export async function admitted(
  deps: OfficerDeps,
  asked: AskedByLink,
  then: (officer: Officer) => Promise<Answer> | Answer,
): Promise<Answer> {
  const today = dayIn(deps.installation.zone, deps.clock.now());
  const { token } = asked.params;
  const link = await openLink(deps.db, token, today);
  if (link === null) return officerPage(<OverPage asked={asked} token={token} />, { status: 410 });
  const shown = await shownAsk(deps, link.ask, today);
  if (shown === null) return officerPage(<PausedPage asked={asked} />, { status: 410 });
  return then({ link, shown, today });
}
