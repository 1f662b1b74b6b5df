/** An organisation that imports: a database, a folder for files, and the command as it is typed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../src/cli/import.ts';
import { readConfig } from '../src/platform/config.ts';
import { createInstallation } from '../src/platform/installation.ts';
import { makeRoot } from '../src/platform/keys/root.ts';
import { testDatabase } from './database.ts';

export interface Said {
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  refused: number;
  names_wanted: number;
  cells?: { whole: number; border: number };
  ids: { new: string[]; changed: { id: string; fields: { field: string; from: string; to: string }[] }[] };
  refusals: { line: number; id: string | null; why: string; said: string }[];
}

export async function organisation() {
  await using started = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'upstander-import-'));
  started.defer(() => rm(data, { recursive: true }));
  const database = started.use(await testDatabase());
  const config = readConfig({ UPSTANDER_DATA: data, DATABASE_URL: database.url });
  const name = { en: 'Door', ar: 'باب' };
  const root = makeRoot().public;
  await createInstallation(data, { kind: 'real', root, name, zone: 'Africa/Cairo', country: 'XX' });
  const bars: [string, number][] = [];
  const run = async (line: string, options: Record<string, string | boolean> = {}) => {
    const answer = await command.run({
      args: line.split(' '),
      options,
      json: false,
      config,
      note: () => {},
      progress: (label, total) => {
        bars.push([label, total]);
        return { step: () => {}, [Symbol.dispose]: () => {} };
      },
    });
    return { ...answer, said: answer.data as Said };
  };
  const file = async (name: string, text: string | Uint8Array) => {
    await writeFile(join(data, name), text);
    return join(data, name);
  };
  const ended = started.move();
  return { db: database.db, run, file, bars, [Symbol.asyncDispose]: () => ended.disposeAsync() };
}

export const bodies = [
  'id,kind,name_en,name_ar,mail,parent,basis,public_duty',
  'trams,operator,City Trams,ترام المدينة,asks@trams.example,council,,yes',
  'council,municipality,Council,المجلس,,,,yes',
  'pharmacy,shop,Pharmacy,صيدلية,,,spoken,no',
].join('\n');

export const dry = { 'dry-run': true };
