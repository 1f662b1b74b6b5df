/** An installation of its own in a database of its own, with so many reports already in it. */
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/platform/config.ts';
import { connect } from '../../src/platform/db/connect.ts';
import { migrate, type Opened } from '../../src/platform/db/index.ts';
import { matchInstallation, newInstallation } from '../../src/platform/installation.ts';
import { type Jobs, jobs } from '../../src/platform/jobs/index.ts';
import { makeRoot } from '../../src/platform/keys/index.ts';
import { type Cast, cast, type Stage } from '../../test/cast.ts';
import { testClock } from '../../test/clock.ts';

export interface Stored extends AsyncDisposable {
  stage: Stage;
  people: Cast;
  jobs: Jobs;
}

/** `server`: where the database is made; both sides of a comparison share one. */
export async function withStored(
  server: Opened,
  { name, reports }: { name: string; reports: number },
): Promise<Stored> {
  await sql.raw(`create database ${name}`).execute(server.db);
  await using started = new AsyncDisposableStack();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const { db } = connect(url.href, { max: 8, name });
  started.defer(() => db.destroy());
  await migrate(db);

  const root = makeRoot();
  const installation = newInstallation({
    kind: 'demonstration',
    root: root.public,
    name: { en: 'Door of the City', ar: 'باب المدينة' },
    zone: 'Africa/Cairo',
    country: 'demo',
  });
  await matchInstallation(db, installation);
  const clock = testClock(`${new Date().toISOString().slice(0, 10)}T10:00:00Z`);
  const config = readConfig({ LOG_LEVEL: 'silent', PORT: '3999' });
  const work = started.use(jobs(db));
  const database: Opened = { db, url: url.href, [Symbol.asyncDispose]: async () => {} };
  const files = resolve('dist/assets');
  const app = await buildApp(
    { config, installation, database, clock, jobs: work, files },
    { allowances: 'none' },
  );
  started.defer(() => app.close());
  const stage: Stage = { app, config, clock, database, installation, root };
  const people = await cast(stage);
  await fill(db, reports, [people.ines.reader.id, people.omar.reader.id]);
  const ended = started.move();
  return { stage, people, jobs: work, [Symbol.asyncDispose]: () => ended.disposeAsync() };
}

/** Rows as wide as real ones; all but the last two hundred are closed, as after some years. */
async function fill(db: Opened['db'], reports: number, readers: string[]): Promise<void> {
  const secret = randomBytes(900);
  const told = randomBytes(4_400);
  await sql`
    insert into report (id, who, kinds, soon, helped, place, cell, week, part, consents, consents_number,
      consents_signature, readers, came_by, language, form_version, arrived, arrived_minute, recipient,
      signer, lookup_hash)
    select substr(translate(encode(sha256(n::text::bytea), 'base64'), '+/=', '-_x'), 1, 22), 'me', '{followed}', false,
      'nobody_did', null, null, null, 'night', '{"ask":"each_time","count":true,"contact":false,"keep":false}', 1,
      repeat('s', 86), ${readers}::text[], 'self', 'en', 1, current_date - (n % 1000)::int, null,
      'age1' || repeat('q', 58), repeat('u', 43), sha256((n || 'lookup')::bytea)
    from generate_series(1, ${reports}::int) n`.execute(db);
  await sql`insert into report_secret (report, body) select id, ${secret}::bytea from report`.execute(db);
  await sql`insert into report_item (report, number, kind, body, day)
    select id, 1, 'told', ${told}::bytea, arrived from report`.execute(db);
  await sql`insert into report_event (report, number, day, what, who)
    select id, n, arrived + n, (array['received', 'claimed', 'opened', 'replied', 'closed'])[n], 'Ines'
    from report, generate_series(1, 5) n`.execute(db);
  await sql`insert into inbox (report, state, claimed_by, due, soon, waiting, opened, closed_on, close_reason)
    select id, case when row_number() over (order by arrived desc, id) > 200 then 'closed' else 'new' end, null,
      arrived + 7, false, false, true, arrived + 30, 'answered' from report`.execute(db);
  // Their days are counted for the flood rules; each came from one of a hundred places.
  await sql`insert into arrival (report, at, day, state)
    select id, 'place ' || abs(hashtext(id)) % 100, arrived, 'let_in' from report`.execute(db);
  await sql`vacuum analyze`.execute(db);
  await sql`checkpoint`.execute(db);
}
