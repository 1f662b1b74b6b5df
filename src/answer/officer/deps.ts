/** What the officer's pages need; composed in app.ts. */
import type { Transaction } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Installation } from '../../platform/installation.ts';
import type { SendLink } from './link.ts';

export interface OfficerDeps {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly installation: Pick<Installation, 'zone' | 'formSecret'>;
  /** To the mailbox that is registered for the body of an ask, in the caller's transaction. Refusal 'no_mailbox'. */
  readonly mails: {
    readonly code: (tx: Transaction<unknown>, mail: { ask: string; code: string }) => Promise<void>;
    readonly link: SendLink;
  };
}
