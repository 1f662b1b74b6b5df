/**
 * Backups of earlier versions, kept as they were made: each must come back with today's code for as long as it may be
 * somebody's last one. Everybody in them is invented.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { testClock } from '../../../test/clock.ts';
import { secondWorld } from '../../../test/restored.ts';
import { signInLink } from '../../casework/index.ts';
import type { OpenedReport } from '../../casework/wire.ts';
import { namedFiles } from '../../report/files/model.ts';
import { openFile } from '../../report/files/seal.ts';
import type { MyReport } from '../../report/wire.ts';
import { migrations } from '../db/index.ts';
import {
  type Code,
  deriveReceipt,
  fromBase64url,
  fromUtf8,
  openItem,
  openSecret,
  toBase64url,
} from '../keys/index.ts';
import { nodeScrypt } from '../keys/node-scrypt.ts';
import { readThrough } from './index.ts';

interface About {
  identity: string;
  ines: { person: string; identity: string };
  amal: { report: string; code: Code; words: string };
  noor: { report: string; code: Code };
  /** From the first version that took photos on. */
  photo?: { report: string; sha256: string };
  rows: number;
}

const folder = 'test/vectors/backup';
const all = readdirSync(folder);

test.each(all)(
  'backup %s comes back: Amal’s receipt and Ines’s key open, her photo too, what Noor took back does not',
  async (name) => {
    const at = (file: string) => join(folder, name, file);
    const about = JSON.parse(readFileSync(at('about.json'), 'utf8')) as About;
    const { identity, ines, amal, noor } = about;
    const file = at('backup.age');
    const { end } = await readThrough(file, identity);
    expect(Object.values(end.rows).reduce((sum, some) => sum + some, 0)).toBe(about.rows);

    const clock = testClock('2026-11-24T08:00:00Z');
    await using here = await secondWorld({ file, identity, apart: [at('tombstones.age')] }, clock);
    expect(here.replayed).toMatchObject({ withdrawn: 1 });
    const { db } = here.database;
    const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(db);
    expect(rows.map((row) => row.name)).toEqual(migrations.map((migration) => migration.name));

    const back = async (code: Code) => {
      const keys = await deriveReceipt(code, here.installation.salt, { scrypt: nodeScrypt });
      return browse(here).post('/api/back', { lookup: toBase64url(keys.lookup) });
    };
    expect((await back(amal.code)).json<MyReport>().id).toBe(amal.report);
    expect((await back(noor.code)).status).toBe(404);

    const link = await signInLink({ db, clock }, ines.person);
    const desk = browse(here, (await browse(here).post(`/en${link}`, {})).cookie ?? '');
    const reads = async (report: string) => {
      await desk.post('/desk/api/claim', { report });
      const opened = (await desk.post('/desk/api/open', { report })).json<OpenedReport>();
      const place = { installation: here.installation.id, report };
      const key = await openSecret(fromBase64url(opened.secret), ines.identity, place);
      const told = fromBase64url(opened.items.find(({ kind }) => kind === 'told')?.body ?? '');
      return { key, told: fromUtf8(await openItem(told, key, { ...place, item: 'told' })) };
    };
    expect((await reads(amal.report)).told).toContain(amal.words);
    if (about.photo) {
      const { report, sha256 } = about.photo;
      const { key, told } = await reads(report);
      const [named] = namedFiles(JSON.parse(told).files);
      const place = { installation: here.installation.id, report, item: 'told', file: 1 };
      const piece = async (number: number) => {
        const answer = await desk.post('/desk/api/file', { report, item: 'told', file: 1, number });
        return fromBase64url(answer.json<{ body: string }>().body);
      };
      expect(named?.sha256).toBe(sha256);
      if (named) await openFile(place, named, { identity: key, piece });
    }

    // Numbers that the database gives go on where they were.
    await sql`insert into talk_post (id, thread, key, arrived, lang, text, moves, derails, state)
    select 'q', thread, '2', arrived, lang, text, moves, derails, state from talk_post where id = 'p'`.execute(
      db,
    );
    const { rows: numbers } = await sql<{
      number: string;
    }>`select number from talk_post order by number`.execute(db);
    expect(numbers.map(({ number }) => number)).toEqual(['1', '2']);
  },
);
