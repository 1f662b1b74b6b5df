/** A database of a test's own, with every table and nothing in them. */
import { sql } from 'kysely';
import { inject } from 'vitest';
import { connect } from '../src/platform/db/connect.ts';
import type { Opened } from '../src/platform/db/index.ts';
import { toHex } from '../src/platform/keys/bytes.ts';
import { randomBytes } from '../src/platform/keys/random.ts';

/** `await using database = await testDatabase()`; it is dropped at the end. `empty` has no tables at all. */
export async function testDatabase({ empty = false } = {}): Promise<Opened> {
  const server = inject('postgres');
  const name = `world_${toHex(randomBytes(8))}`;
  const from = empty ? 'template0' : 'template_world';
  await onServer(server, `create database ${name} template ${from}`);

  const url = new URL(server);
  url.pathname = `/${name}`;
  const { db } = connect(url.href, { max: 8, name: 'test' });
  return {
    db,
    url: url.href,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const { db } = connect(url, { max: 1, name: 'test' });
  try {
    await sql.raw(statement).execute(db);
  } finally {
    await db.destroy();
  }
}
