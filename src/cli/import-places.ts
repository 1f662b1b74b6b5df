/** `upstander import`: bodies, areas and places from files. A dry run prints what would change and writes nothing. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type File,
  type How,
  importAreas,
  importBodies,
  importPlaces,
  type Outcome,
  type Reading,
  usualName,
  wantedReader,
} from '../answer/index.ts';
import { type Day, dayIn, systemClock } from '../platform/clock.ts';
import type { Kysely } from '../platform/db/index.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Answer, Called, Command } from './command.ts';
import { outcomeData, outcomeText } from './import-text.ts';
import { opened } from './opened.ts';

const usage = [
  'import bodies <file.csv> [--names-later] [--dry-run]',
  'import places <file.csv> [--names-later] [--dry-run]',
  'import areas <file.geojson> [--name-en …] [--name-ar …] [--id …] [--body …] [--parent …] [--names-later] [--dry-run]',
  'import names',
];

export const command: Command = {
  summary: 'who answers for what: bodies, areas and places from files; names still missing in Arabic',
  usage,
  options: {
    'dry-run': { type: 'boolean', help: 'show what would be new, changed or refused, and write nothing' },
    'names-later': {
      type: 'boolean',
      help: 'take what has no Arabic name with its English one, and list it',
    },
    'name-en': { type: 'string', help: `areas: the property that holds the English name; else ${usualName}` },
    'name-ar': { type: 'string', help: 'areas: the property that holds the Arabic name' },
    id: {
      type: 'string',
      help: 'areas: the property that holds the id; else it is made from the English name',
    },
    body: { type: 'string', help: 'areas: the id of the body that answers for all of them' },
    parent: { type: 'string', help: 'areas: the id of the area in which all of them lie' },
  },
  async run(called) {
    const [what = '', path, more] = called.args;
    const take = takers[what];
    const isAsked = what === 'names' ? path === undefined : take && path !== undefined && more === undefined;
    if (!isAsked) {
      return { data: { usage }, text: usage.map((form) => `upstander ${form}`).join('\n'), failed: true };
    }
    const { database, installation } = await opened(called.config);
    await using here = database;
    if (take === undefined || path === undefined) return await wanted(here.db);
    const day = dayIn(installation.zone, systemClock.now());
    const outcome = await take(here.db, await fileAt(path), { called, day });
    const dryRun = called.options['dry-run'] === true;
    return {
      data: outcomeData(outcome, dryRun),
      text: outcomeText(outcome, { what, dryRun }),
      failed: outcome.figures.refused > 0,
    };
  },
};

interface Now {
  called: Called;
  day: Day;
}

type Take = (db: Kysely<unknown>, file: File, now: Now) => Promise<Outcome>;

const takers: Readonly<Record<string, Take>> = {
  bodies: (db, file, now) => importBodies(db, file, how(now, 'Bodies')),
  places: (db, file, now) => importPlaces(db, file, how(now, 'Places')),
  areas: (db, file, now) => importAreas(db, file, { how: how(now, 'Areas'), reading: reading(now.called) }),
};

const how = ({ called: { options, progress }, day }: Now, label: string): How => ({
  dryRun: options['dry-run'] === true,
  namesLater: options['names-later'] === true,
  by: null,
  day,
  watch: (total) => progress(label, total),
});

function reading({ options }: Called): Reading {
  const text = (option: string) => {
    const value = options[option];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    nameEn: text('name-en') ?? usualName,
    nameAr: text('name-ar'),
    id: text('id'),
    body: text('body'),
    parent: text('parent'),
  };
}

async function fileAt(path: string): Promise<File> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('import_file', { file: path, why: error.code ?? error.message });
  });
  return { name: basename(path), bytes };
}

async function wanted(db: Kysely<unknown>): Promise<Answer> {
  const reader = wantedReader(db);
  const data = {
    bodies: await reader.wanted('body'),
    areas: await reader.wanted('area'),
    places: await reader.wanted('place'),
  };
  const lines = Object.entries(data).flatMap(([what, ids]) => ids.map((id) => `${what}  ${id}`));
  return { data, text: lines.join('\n') || 'Everything has a name in Arabic.' };
}
