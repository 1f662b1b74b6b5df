/** What public pages need of the house; app.ts puts it together. */
import type { Clock } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Shelf } from '../../platform/http/index.ts';
import type { Installation } from '../../platform/installation.ts';

export interface PublicDeps {
  db: Kysely<unknown>;
  installation: Installation;
  clock: Clock;
  shelf: Shelf;
  publicUrl(): string;
}
