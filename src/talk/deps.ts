/** What the pages about talk need of the house; app.ts puts it together. */
import type { Clock } from '../platform/clock.ts';
import type { Kysely } from '../platform/db/index.ts';
import type { Installation } from '../platform/installation.ts';

export interface TalkDeps {
  db: Kysely<unknown>;
  installation: Pick<Installation, 'zone' | 'kind'>;
  clock: Clock;
  publicUrl(): string;
  /** Origins whose pages may count here. */
  sites: readonly string[];
}
