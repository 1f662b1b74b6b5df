/** What the rooms below hand to casework; composed in app.ts. */

import type { Clock } from '../platform/clock.ts';
import type { Kysely } from '../platform/db/index.ts';
import type { Lang } from '../platform/i18n/index.ts';
import type { Installation } from '../platform/installation.ts';
import type { PlaceReader } from '../platform/place/index.ts';
import type { Kept } from '../platform/retention/index.ts';
import type { Missing, ReportDeps } from '../report/index.ts';
import type { SetUpDeps } from './set-up/facts.ts';

/** What must be true before a real installation takes a report. */
export interface Conditions {
  /** What keeps it closed, beside the number of caseworkers; none where nothing does. */
  missing(): Promise<readonly Missing[]>;
}

export interface CaseworkDeps {
  readonly db: Kysely<unknown>;
  readonly installation: Installation;
  readonly clock: Clock;
  readonly places: PlaceReader;
  /** An origin: what passkeys are bound to and links begin with. */
  publicUrl(): string;
  /** For assisted intake, which is a submission like any other. */
  readonly report: ReportDeps;
  /** Without them a real intake stays closed. */
  readonly conditions?: Conditions;
  /** False where mail is not set up: then an ask goes out on paper alone. */
  canMail(): boolean;
  /** What the settings say about the tasks before opening. */
  readonly setUp: SetUpDeps;
  /** What is kept how long. */
  readonly kept: readonly Kept[];
  /** For letters on paper: where answers go, '' where nobody said, and which language comes first. */
  readonly letter: { readonly address: string; readonly first: Lang };
}
