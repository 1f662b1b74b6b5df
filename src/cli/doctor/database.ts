/** The database itself: version, tables, clock. */
import { systemClock } from '../../platform/clock.ts';
import { type Health, health, type Kysely, migrations } from '../../platform/db/index.ts';
import type { Finding } from './finding.ts';

const CLOCKS_MAY_DIFFER_S = 60;

export interface Looked {
  findings: Finding[];
  /** True where every table this version reads is there. */
  ready: boolean;
}

export async function database(db: Kysely<unknown>): Promise<Looked> {
  const before = systemClock.now().getTime();
  const { version, encoding, size, now, applied } = await health(db);
  const seconds = Math.abs(now.getTime() - before) / 1000;
  return {
    findings: [
      { what: 'database', state: 'fine', found: `PostgreSQL ${version}, ${encoding}, ${size}` },
      tables(applied),
      {
        what: 'clock',
        state: seconds < CLOCKS_MAY_DIFFER_S ? 'fine' : 'wrong',
        found: `${seconds.toFixed(1)} s beside the database's`,
      },
    ],
    ready: migrations.every(({ name }) => applied.includes(name)),
  };
}

function tables(applied: Health['applied']): Finding {
  const what = 'tables';
  const newer = applied.find((name) => !migrations.some((known) => known.name === name));
  if (newer !== undefined) {
    return { what, state: 'wrong', found: `of a newer version (${newer}); start that version` };
  }
  const missing = migrations.length - applied.length;
  if (missing === 0) return { what, state: 'fine', found: 'as this version needs them' };
  return { what, state: 'mind', found: `${missing} steps behind; npm start takes them` };
}
