/**
 * Reports are closed away while the server is killed at any moment, every second time while a batch is being written, and
 * stands again on the same data. This shows the death of processes, not the loss of power.
 */
import { type Kysely, sql } from 'kysely';
import { systemClock } from '../../src/platform/clock.ts';
import { archiveKey, openBoundSecret, recipientOf } from '../../src/platform/keys/index.ts';
import { archiveSigned, archivingOf, closesAway } from '../archiving.ts';
import { arrive, type Ground, signedByRoot } from '../cast.ts';
import { atDesk } from './at-desk.ts';
import { connectionLost, earlier, moment, tellMany } from './earlier.ts';

export interface Outcome extends Lying {
  /** Kills that cut a run off; of those, how many came while a batch was on its way. */
  cut: number;
  inWriting: number;
  /** Looked at after each kill: in every one, each report was in one place. */
  looks: number;
  /** Of those in the archive, how many the papers open, with the right report inside. */
  opened: number;
  left: number;
}

interface Lying {
  /** In both places, in neither; in the archive; and the ways that say so. */
  both: number;
  neither: number;
  away: number;
  ways: number;
}

const day = 24 * 3_600_000;

export async function archiveKills({ reports, kills }: { reports: number; kills: number }): Promise<Outcome> {
  await using ground = await earlier(60);
  const { database, house } = ground;
  const ines = await arrive(ground, { name: 'Ines', roles: ['caseworker'], childTrained: true });
  await signedByRoot(ground, 'add', ines.reader, { founding: true });
  await archiveSigned(ground);
  await tellMany(ground, reports);
  const closed = new Date(systemClock.now().getTime() - 40 * day).toISOString().slice(0, 10);
  await closeAll(database.db, closed);

  const desk = await atDesk(await house.url(), ground, ines);
  const now = { ...ground, clock: systemClock };
  const began = performance.now();
  await closesAway(now, desk, ines, { stopAt: 201 });
  const usual = performance.now() - began;
  const outcome = { cut: 0, inWriting: 0, looks: 0 };
  for (let kill = 0; kill < kills && (await lying(ground)).away < reports; kill++) {
    const run = closesAway(now, desk, ines).then(() => false, connectionLost);
    await moment(desk, { inWriting: kill % 2 === 1, usual });
    await house.killServer();
    const isCut = await run;
    if (isCut) outcome.cut++;
    if (isCut && desk.cutWriting()) outcome.inWriting++;
    const { both, neither } = await lying(ground);
    if (both + neither > 0) throw new Error(`${both} lie in both places and ${neither} in none`);
    outcome.looks++;
  }
  await closesAway(now, desk, ines);
  const { due } = await archivingOf(desk);
  return { ...outcome, ...(await lying(ground)), opened: await openedByPapers(ground), left: due };
}

/** All that is filed, as of this day: a desk would need hours. */
export async function closeAll(db: Kysely<unknown>, day: string): Promise<void> {
  await sql`update inbox set state = 'closed', waiting = false, closed_on = ${day}::date,
    close_reason = 'done_with_her'`.execute(db);
  await sql`insert into report_event (report, number, day, what) select id, 2, ${day}::date, 'closed' from report`.execute(
    db,
  );
}

async function lying({ database }: Ground): Promise<Lying> {
  const { rows } = await sql<Lying>`
    with lies as (select exists (select from report_secret where report = id) as here,
      exists (select from report_archive where report = id) as away from report)
    select count(*) filter (where here and away)::int as both,
      count(*) filter (where not here and not away)::int as neither,
      count(*) filter (where away)::int as away,
      (select count(*)::int from report_event where what = 'closed_away') as ways from lies`.execute(
    database.db,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('Nothing was counted');
  return found;
}

async function openedByPapers({ database, installation, root }: Ground): Promise<number> {
  const { identity } = await archiveKey(root.secret);
  const { rows } = await sql<{ id: string; recipient: string; body: Uint8Array }>`
    select id, recipient, body from report_archive join report on id = report`.execute(database.db);
  let opened = 0;
  for (const { id, recipient, body } of rows) {
    const secret = await openBoundSecret(body, identity, { installation: installation.id, report: id });
    if ((await recipientOf(secret.identity)) === recipient) opened++;
  }
  return opened;
}
