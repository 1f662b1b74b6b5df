/** `upstander languages`: how far each language is; its texts to a translator and back, as PO. Works on a copy of the source. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayIn, systemClock } from '../platform/clock.ts';
import type { Message, Meta } from '../platform/i18n/index.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Answer, Called, Command } from './command.ts';
import { expressions, formsOf } from './languages/plural-forms.ts';
import { type Entry, PoProblem, readPo, writePo } from './languages/po.ts';
import { entriesOf, type Rooms, take } from './languages/units.ts';

export const command: Command = {
  summary: 'how far each language is; texts out to a translator as PO, and back',
  usage: [
    'languages',
    'languages export <language> FILE.po',
    'languages import <language> FILE.po [--dry-run] [--reviewed-by NAME]',
  ],
  options: {
    dir: { type: 'string', help: 'the folder of the catalogues; ./locales unless said' },
    'dry-run': { type: 'boolean', help: 'import: say what would change' },
    'reviewed-by': { type: 'string', help: 'import: who has read all of it and stands behind it' },
  },
  async run(called) {
    const [what, lang, file, ...more] = called.args;
    const dir = typeof called.options.dir === 'string' ? called.options.dir : 'locales';
    if (!existsSync(join(dir, 'en'))) throw wrong('--dir', dir, 'the folder locales of a copy of the source');
    if (what === undefined) return coverage(dir);
    const complete = lang !== undefined && file !== undefined && more.length === 0;
    if (complete && lang === 'en')
      throw wrong('language', lang, 'any but en: English is what others begin with');
    if (complete && expressions[lang] === undefined) {
      throw wrong(
        'language',
        lang,
        `${Object.keys(expressions).join(', ')}; another one is a line in plural-forms.ts`,
      );
    }
    if (complete && what === 'export') return exported(dir, lang, file);
    if (complete && what === 'import') return imported(called, { dir, lang, file });
    return { data: { usage: command.usage }, text: (command.usage ?? []).join('\n'), failed: true };
  },
};

const wrong = (variable: string, value: string, allowed: string) =>
  new Refusal('config', { variable, value, allowed });

function readRooms(dir: string, lang: string): Rooms {
  const folder = join(dir, lang);
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'meta.json');
  return Object.fromEntries(
    names.sort().map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  ) as Record<string, Record<string, Message>>;
}

/** A new language begins with what Unicode (CLDR) knows of it. */
function readMeta(dir: string, lang: string): Meta {
  const file = join(dir, lang, 'meta.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const { script } = new Intl.Locale(lang).maximize();
  return {
    name: new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang,
    dir: ['Arab', 'Hebr', 'Thaa'].includes(script ?? '') ? 'rtl' : 'ltr',
    tag: lang,
    address: [],
    reviewedBy: null,
    date: null,
  };
}

function coverage(dir: string): Answer {
  const english = readRooms(dir, 'en');
  const keys = Object.entries(english).flatMap(([room, list]) =>
    Object.keys(list).map((key) => [room, key] as const),
  );
  const langs = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = langs.map(({ name: language }) => {
    const rooms = readRooms(dir, language);
    const missing = keys.filter(([room, key]) => rooms[room]?.[key] === undefined).length;
    const { reviewedBy, date } = readMeta(dir, language);
    const shown = missing === 0 && existsSync(join(dir, language, 'meta.json'));
    return { language, messages: keys.length - missing, missing, reviewedBy, date, shown };
  });
  const line = ({ language, messages, missing, reviewedBy, date, shown }: (typeof found)[number]) =>
    [
      language.padEnd(8),
      `${messages} of ${messages + missing} messages`.padEnd(24),
      reviewedBy === null ? 'read whole by nobody yet' : `read by ${reviewedBy}, ${date}`,
      ...(shown ? [] : ['· not on the pages until it is whole']),
    ].join(' ');
  return { data: { languages: found }, text: found.map(line).join('\n') };
}

function exported(dir: string, lang: string, file: string): Answer {
  const entries = entriesOf(readRooms(dir, 'en'), readRooms(dir, lang), lang);
  writeFileSync(file, writePo([header(lang), ...entries]));
  const open = entries.filter(({ texts }) => texts.some((text) => text === '')).length;
  return {
    data: { file, messages: entries.length, open },
    text: `${file}: ${entries.length} entries, ${open} of them still open.`,
  };
}

const header = (lang: string): Entry => ({
  context: '',
  id: '',
  texts: [
    [
      'Project-Id-Version: upstander',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=UTF-8',
      'Content-Transfer-Encoding: 8bit',
      `Language: ${lang}`,
      `Plural-Forms: nplurals=${formsOf(lang).length}; plural=(${expressions[lang]});`,
      '',
    ].join('\n'),
  ],
  notes: [
    'Frightened people on cheap phones read this. Short, calm words for somebody of eleven years; care before style.',
    'An entry that ends with [f] or [m] is said to a woman or to a man; the one without stands for everybody.',
  ],
});

function imported(called: Called, { dir, lang, file }: { dir: string; lang: string; file: string }): Answer {
  const entries = entriesIn(file);
  const { rooms, refused, ...counts } = take(readRooms(dir, 'en'), readRooms(dir, lang), { lang, entries });
  const dryRun = called.options['dry-run'] === true;
  const reviewer = called.options['reviewed-by'];
  if (!dryRun) {
    mkdirSync(join(dir, lang), { recursive: true });
    const put = (name: string, content: unknown) =>
      writeFileSync(join(dir, lang, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
    for (const [room, list] of Object.entries(rooms)) put(room, list);
    const before = readMeta(dir, lang);
    // Whoever signed has not read what changed since.
    const unsigned = counts.added + counts.changed > 0 ? { ...before, reviewedBy: null, date: null } : before;
    const signed = { ...before, reviewedBy: reviewer, date: dayIn('UTC', systemClock.now()) };
    put('meta', typeof reviewer === 'string' && reviewer !== '' ? signed : unsigned);
  }
  const { added, changed, unchanged, waiting } = counts;
  const summary = `${added} new, ${changed} changed, ${unchanged} unchanged, ${waiting} still open, ${refused.length} refused.`;
  return {
    data: { ...counts, refused, dryRun },
    text: [
      ...refused.map(({ context, why }) => `${context}: ${why}`),
      dryRun ? `Nothing was written. ${summary}` : summary,
    ].join('\n'),
    failed: refused.length > 0,
  };
}

function entriesIn(file: string): Entry[] {
  if (!existsSync(file)) throw wrong('file', file, 'a PO file that upstander languages export wrote');
  try {
    return readPo(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof PoProblem)) throw error;
    throw wrong(`line ${error.line}`, error.found, 'a line of a PO file');
  }
}
