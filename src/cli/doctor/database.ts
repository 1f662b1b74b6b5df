/** The database itself: version, encoding, tables, clock, zone. */
import { systemClock } from '../../platform/clock.ts';
import { type Health, health, type Kysely, migrations, timeIn } from '../../platform/db/index.ts';
import { translate } from '../../platform/i18n/index.ts';
import { waysFrom } from '../../platform/ways.ts';
import type { Finding } from './finding.ts';

const CLOCKS_MAY_DIFFER_S = 60;

export interface Looked {
  findings: Finding[];
  /** True where every table this version reads is there. */
  ready: boolean;
}

/** `zone`: the installation's; null where there is none yet. */
export async function database(db: Kysely<unknown>, zone: string | null): Promise<Looked> {
  const before = systemClock.now().getTime();
  const { version, encoding, size, now, applied } = await health(db);
  const seconds = Math.abs(now.getTime() - before) / 1000;
  return {
    findings: [
      { what: 'database', state: 'fine', found: `PostgreSQL ${version}, ${size}` },
      encodingOf(encoding),
      tables(applied),
      {
        what: 'clock',
        state: seconds < CLOCKS_MAY_DIFFER_S ? 'fine' : 'wrong',
        found: `${seconds.toFixed(1)} s beside the database's`,
      },
      ...(zone === null ? [] : [await zoneOf(db, zone)]),
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
  return { what, state: 'mind', found: `${missing} steps behind; ${waysFrom().start()} takes them` };
}

function encodingOf(encoding: string): Finding {
  const what = 'encoding';
  if (encoding === 'UTF8') return { what, state: 'fine', found: encoding };
  return { what, state: 'wrong', found: `${encoding}: Arabic would be lost; make the database with UTF8` };
}

/** Countries change their summer time, and whoever has old tables of it reckons days and promises wrongly. */
async function zoneOf(db: Kysely<unknown>, zone: string): Promise<Finding> {
  const what = 'zone';
  const now = systemClock.now();
  const ours = clockTime(zone, now);
  const theirs = await timeIn(db, zone, now);
  if (ours === theirs) return { what, state: 'fine', found: `${zone}, ${ours} there now` };
  const found = `${zone}: ${ours} by Node, ${theirs ?? 'unknown'} by the database; one has old time zone tables, update it`;
  return { what, state: 'wrong', found };
}

function clockTime(zone: string, instant: Date): string {
  return translate('en').time(instant, zone);
}
