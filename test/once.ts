/**
 * Before the first test: one PostgreSQL for the run, with a template that holds every migration. It is the built-in one, or
 * an empty server named by UPSTANDER_TEST_POSTGRES, which may be of another major.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { connect } from '../src/platform/db/connect.ts';
import { migrate, type Opened, openDatabase } from '../src/platform/db/index.ts';
import { jobs } from '../src/platform/jobs/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the run's PostgreSQL; its database `template_world` is copied for each test world. */
    postgres: string;
  }
}

export default async function once(project: TestProject): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), 'upstander-test-'));
  const given = process.env.UPSTANDER_TEST_POSTGRES;
  const database = await openDatabase({ data, ...(given ? { databaseUrl: given } : {}) }, { max: 1 });
  const end = async () => {
    await database[Symbol.asyncDispose]();
    await rm(data, { recursive: true });
  };
  try {
    await makeTemplate(database);
  } catch (error) {
    await end();
    throw error;
  }
  project.provide('postgres', database.url);
  return end;
}

async function makeTemplate({ db, url }: Opened): Promise<void> {
  // Tests of what survives a kill start a database of their own; here a lost disk would lose nothing.
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await sql.raw(`alter system set ${name} = off`).execute(db);
  }
  await sql`select pg_reload_conf()`.execute(db);
  await sql`create database template_world`.execute(db);
  const template = connect(named(url, 'template_world'), { max: 2, name: 'template' });
  try {
    await migrate(template.db);
    await using queue = jobs(template.db);
    await queue.start();
  } finally {
    await template.db.destroy();
  }
}

function named(url: string, database: string): string {
  const to = new URL(url);
  to.pathname = `/${database}`;
  return to.href;
}
