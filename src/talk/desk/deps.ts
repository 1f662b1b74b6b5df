/** What the house hands to the moderators' desk; composed in app.ts. */
import type { Clock } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Installation } from '../../platform/installation.ts';
import type { Classified, Lang } from '../model.ts';

export interface Read {
  said: Classified;
  /** Somebody tells what was done to them. */
  isAccount: boolean;
}

/** What is said about a post; the language is told, or found. */
export type Reading = (text: string, lang: Lang | undefined) => Read;

export interface TalkDeskDeps {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly installation: Pick<Installation, 'formSecret' | 'zone'>;
  reading(): Promise<Reading>;
  /** An origin: links and addresses for other machines begin with it. */
  publicUrl(): string;
}

/** Who decides: id and name as the session has them. */
export interface Moderator {
  readonly id: string;
  readonly name: string;
}
