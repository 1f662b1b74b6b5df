/** What the officer's pages need; composed in app.ts. */
import type { Clock } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Installation } from '../../platform/installation.ts';
import type { PlaceReader } from '../../platform/place/index.ts';

export interface OfficerDeps {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly installation: Pick<Installation, 'zone' | 'formSecret'>;
  readonly places: PlaceReader;
  /** Whether mail can leave at all: without it no code confirms. */
  canMail(): boolean;
  /** An origin: what a link that is passed on begins with. */
  publicUrl(): string;
}
