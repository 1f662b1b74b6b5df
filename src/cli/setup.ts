/** `upstander setup`: begins a real, empty installation in a folder of its own. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Config, readConfig } from '../platform/config.ts';
import { createInstallation, openInstallation } from '../platform/installation.ts';
import { codeList, digits, fingerprint, showCode } from '../platform/keys/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { quoted, waysFrom } from '../platform/ways.ts';
import { makeRootOnPaper } from './ceremony.ts';
import type { Answer, Called, Command } from './command.ts';
import { answerTo, type Talk, terminalTalk } from './terminal.ts';

export const command: Command = {
  summary: 'begins a real, empty installation and makes its root',
  usage: ['setup'],
  options: {
    folder: { type: 'string', help: 'the folder to make; answers that are given here are not asked for' },
    'name-en': { type: 'string', help: "the organisation's name in English" },
    'name-ar': { type: 'string', help: 'the same in Arabic' },
    zone: { type: 'string', help: 'its time zone, e.g. Africa/Cairo' },
    country: { type: 'string', help: 'two letters, e.g. eg' },
    url: { type: 'string', help: 'the public address, https://…' },
    database: { type: 'string', help: 'a PostgreSQL server, postgres://…; without it the built-in one' },
    organiser: { type: 'string', help: "the organiser's name" },
    digits: { type: 'boolean', help: 'shares of the root as digits instead of English words' },
  },
  async run(called) {
    using talk = terminalTalk();
    return await setUp(called, talk);
  },
};

interface Question {
  option: string;
  question: string;
  usual?: string;
  fits(text: string): { ok: string } | string;
}

const settingsFile = 'settings.env';

const notEmpty = (text: string) => (text.trim() === '' ? 'Please write something.' : { ok: text.trim() });

/** Nothing is written before the root's shares were typed back. Refusals: 'folder_taken', 'no_answer', 'share_wrong'. */
export async function setUp(
  { options, config }: Pick<Called, 'options' | 'config'>,
  talk: Talk,
  ways = waysFrom(),
): Promise<Answer> {
  const list = options.digits === true ? digits : codeList('en');
  const asked = (question: Question) => decide(talk, options[question.option], question);

  const data = resolve(await asked(folderQuestion(config)));
  await refuseTaken(data);
  const en = await asked({
    option: 'name-en',
    question: "The organisation's name in English?",
    fits: notEmpty,
  });
  const ar = await asked({ option: 'name-ar', question: 'The same in Arabic?', fits: notEmpty });
  const zone = await asked({ ...zoneQuestion, usual: Intl.DateTimeFormat().resolvedOptions().timeZone });
  const country = await asked(countryQuestion);
  const url = await asked(urlQuestion(data));
  const database = await asked(databaseQuestion(data));
  const organiser = await asked({ option: 'organiser', question: "The organiser's name?", fits: notEmpty });

  const root = await makeRootOnPaper(talk, list);
  root.secret.fill(0);
  // Last of all, because it makes the folder an installation: after a kill in between, setup begins again.
  await mkdir(data, { recursive: true, mode: 0o700 });
  await writeFile(join(data, settingsFile), settings(url, database), { mode: 0o600 });
  await createInstallation(data, { kind: 'real', root: root.public, name: { en, ar }, zone, country });

  const words = showCode(fingerprint(root.public, list));
  const start = ways.start(data);
  const invite = ways.command(`readers invite ${quoted(organiser)} --organiser`, data);
  return {
    data: { folder: data, root: root.public, fingerprint: words, start, invite },
    text: [
      `A real, empty installation is in ${data}.`,
      `The root's fingerprint, for posters and cards: ${words}`,
      '',
      `Start it:                                ${start}`,
      `A link for ${organiser}, used once:`.padEnd(41) + invite,
      '',
      'It takes no report yet. What has to be done before, and why, stands on a list at the desk of an organiser:',
      `${url}/desk/set-up`,
    ].join('\n'),
  };
}

async function decide(
  talk: Talk,
  given: unknown,
  { option, question, usual, fits }: Question,
): Promise<string> {
  if (typeof given !== 'string') return answerTo(talk, { question, fits, ...(usual ? { usual } : {}) });
  const read = fits(given);
  if (typeof read === 'string')
    throw new Refusal('config', { variable: `--${option}`, value: given, allowed: read });
  return read.ok;
}

/** Refusal 'folder_taken' {folder, holds}: neither kind becomes the other, and nobody's files are built upon. */
async function refuseTaken(folder: string): Promise<void> {
  const installation = await openInstallation(folder);
  const kinds = { demonstration: 'a demonstration', real: 'a real installation' } as const;
  if (installation) throw new Refusal('folder_taken', { folder, holds: kinds[installation.kind] });
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Refusal('folder_taken', { folder, holds: error.code ?? '' });
  });
  if (files.some((file) => file !== settingsFile))
    throw new Refusal('folder_taken', { folder, holds: 'other files' });
}

const folderQuestion = ({ data }: Config): Question => ({
  option: 'folder',
  question: 'In which folder?',
  usual: resolve(data, '..', 'upstander'),
  fits: notEmpty,
});

const zoneQuestion: Question = {
  option: 'zone',
  question: 'Its time zone?',
  fits: (text) => (isZone(text) ? { ok: text } : 'A zone is written like Africa/Cairo.'),
};

const countryQuestion: Question = {
  option: 'country',
  question: 'Its country, in two letters?',
  fits: (text) => (/^[a-z]{2}$/i.test(text) ? { ok: text.toLowerCase() } : 'Two letters, like eg.'),
};

const urlQuestion = (data: string): Question => ({
  option: 'url',
  question: 'The public address people will open?',
  fits: (text) => fitsConfig({ UPSTANDER_DATA: data, PUBLIC_URL: text }, text !== ''),
});

const databaseQuestion = (data: string): Question => ({
  option: 'database',
  question: 'A PostgreSQL server, postgres://…, or "own" for the built-in one?',
  usual: 'own',
  fits: (text) =>
    text === 'own' ? { ok: '' } : fitsConfig({ UPSTANDER_DATA: data, DATABASE_URL: text }, true),
});

/** The value of the last variable, when the configuration takes it. */
function fitsConfig(env: Record<string, string>, given: boolean): { ok: string } | string {
  try {
    readConfig(env);
    return given ? { ok: Object.values(env).at(-1) ?? '' } : 'Please write something.';
  } catch (error) {
    if (error instanceof Refusal && error.code === 'config') return `Allowed: ${error.params.allowed}.`;
    throw error;
  }
}

function isZone(text: string): boolean {
  try {
    return text.includes('/') && new Intl.DateTimeFormat('en', { timeZone: text }) !== null;
  } catch {
    return false;
  }
}

/** Names as in example.env. A local address says its port, so that both agree. */
function settings(url: string, database: string): string {
  const { hostname, port } = new URL(url);
  const local = hostname === 'localhost' && port !== '' ? [`PORT=${port}`] : [];
  const server = database === '' ? [] : [`DATABASE_URL=${database}`];
  return `${['# Written by upstander setup. example.env explains every name.', `PUBLIC_URL=${url}`, ...local, ...server].join('\n')}\n`;
}
