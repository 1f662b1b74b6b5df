/** What the app is built from: everything that outlives a request. */
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Opened } from './platform/db/index.ts';
import type { Changed } from './platform/http/index.ts';
import type { Installation } from './platform/installation.ts';
import type { Jobs } from './platform/jobs/index.ts';
import type { Counts, Load, Look } from './platform/watch/index.ts';

export interface World {
  config: Config;
  installation: Installation;
  database: Opened;
  clock: Clock;
  jobs: Jobs;
  /** The folder of built files a browser loads: islands, style sheets, fonts. */
  files: string;
  /** When something public changed; without it public pages are made anew for whoever asks. */
  changed?: Changed;
  /** Whether it is well; without it the app looks for itself. */
  watching?: Watching;
}

export interface Watching {
  look: Look;
  counts: Counts;
  /** Measured by a server that listens; without it nothing is put off. */
  load?: Load;
}
