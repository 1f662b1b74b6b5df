/** The one day that matters of an ask: of the answer while it is waited for, of the promise once there is one. */
import type { AskLine } from '../../../casework/asks/wire.ts';
import type { T } from '../../../platform/i18n/index.ts';

/** Null where no day is waited for: the body has said what it had to say. */
export function dayOf({ state, standing, due, promised }: AskLine, t: T): string | null {
  if (standing === 'promised' || standing === 'promise_late')
    return promised && t('casework.said.by', { day: t.day(promised) });
  return state === 'sent' || state === 'question' ? due && t('casework.ask.due', { day: t.day(due) }) : null;
}
