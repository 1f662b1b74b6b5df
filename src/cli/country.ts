/** `upstander country`: the organisation's own table of support lines and of what its country's law asks us to say. */
import { readFile } from 'node:fs/promises';
import { dayIn, systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { emptyCountryFile, type Line, linesReader, linesWriter, readCountryFile } from '../report/index.ts';
import type { Answer, Command } from './command.ts';
import { opened } from './opened.ts';

const usage = [
  'country empty',
  'country read <file>',
  'country show',
  'country called <line> answered <minutes>',
  'country called <line> silent',
];

export const command: Command = {
  summary: 'support lines and advice of your country; nothing is shown without source, date and name',
  usage,
  async run({ args, config }) {
    const [what, first, second, third] = args;
    if (what === 'empty') return { data: emptyCountryFile, text: JSON.stringify(emptyCountryFile, null, 2) };
    if (what === 'read' && first !== undefined) return read(config, first);
    if (what === 'show') return show(config);
    const call = callFrom(second, third);
    if (what === 'called' && first !== undefined && call) return called(config, first, call);
    return { data: { usage }, text: usage.map((form) => `upstander ${form}`).join('\n'), failed: true };
  },
};

/** Takes the whole file or nothing of it, and says every reason. */
async function read(config: Config, path: string): Promise<Answer> {
  const written = await readFile(path, 'utf8').then(JSON.parse, () => null);
  if (written === null)
    return { data: { path }, text: `${path} is no JSON file that can be read.`, failed: true };
  const { installation, database } = await opened(config);
  await using here = database;
  const file = readCountryFile(written, installation.kind);
  if ('refused' in file) {
    const text = ['Nothing was taken.', ...file.refused.map(({ at, why }) => `${at}: ${why}`)].join('\n');
    return { data: file, text, failed: true };
  }
  await linesWriter(here.db).replace(file.ok);
  const { lines, country } = file.ok;
  const without =
    country.duty === null ? ' Without a checked duty to report, people under 18 get lines only.' : '';
  return { data: { lines: lines.length }, text: `${lines.length} lines of ${country.country}.${without}` };
}

async function show(config: Config): Promise<Answer> {
  const { database } = await opened(config);
  await using here = database;
  const reader = linesReader(here.db);
  const [lines, country] = [await reader.lines(), await reader.country()];
  const text = lines.map(({ id, number, name, tested }) =>
    [id, number, name.en, tested ? `called ${tested.on}` : 'never called'].join('  '),
  );
  return { data: { ...country, lines }, text: text.join('\n') || 'No line has been entered.' };
}

type Call = Omit<NonNullable<Line['tested']>, 'on'>;

function callFrom(found: string | undefined, minutes: string | undefined): Call | null {
  if (found === 'silent' && minutes === undefined) return { answered: false };
  if (found === 'answered' && /^\d{1,3}$/.test(minutes ?? '')) {
    return { answered: true, waitMinutes: Number(minutes) };
  }
  return null;
}

async function called(config: Config, line: string, call: Call): Promise<Answer> {
  const { installation, database } = await opened(config);
  await using here = database;
  const on = dayIn(installation.zone, systemClock.now());
  const known = await linesWriter(here.db).tested(line, { on, ...call });
  return known
    ? { data: { line, on, ...call }, text: `Kept: ${line} was called on ${on}.` }
    : { data: { line }, text: `There is no line called ${line}.`, failed: true };
}
