/**
 * Reads and writes PO files (GNU gettext manual, "PO Files"): context, sentence, plural forms, comments, the fuzzy mark.
 * Exactly what a catalogue of ours needs; what else a file holds is passed over.
 */

export interface Entry {
  /** Names the message; '' is the header. */
  context: string;
  id: string;
  /** The second form of an English plural. */
  plural?: string;
  /** One, or one for each plural form. Empty: not translated yet. */
  texts: readonly string[];
  /** For translators. */
  notes?: readonly string[];
  /** Somebody, or a program, was not sure. */
  fuzzy?: boolean;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};
const unescapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

const quoted = (text: string): string =>
  `"${text.replace(/[\\"\n\t\r]/g, (letter) => escapes[letter] ?? letter)}"`;
const unquoted = (text: string): string =>
  text.replace(/\\(.)/g, (_, letter: string) => unescapes[letter] ?? letter);

export function writePo(entries: readonly Entry[]): string {
  return `${entries.map((entry) => linesOf(entry).join('\n')).join('\n\n')}\n`;
}

function linesOf({ context, id, plural, texts, notes = [], fuzzy = false }: Entry): string[] {
  return [
    ...notes.map((note) => `#. ${note}`),
    ...(fuzzy ? ['#, fuzzy'] : []),
    ...(context === '' ? [] : [`msgctxt ${quoted(context)}`]),
    `msgid ${quoted(id)}`,
    ...(plural === undefined ? [] : [`msgid_plural ${quoted(plural)}`]),
    ...(plural === undefined
      ? [`msgstr ${quoted(texts[0] ?? '')}`]
      : texts.map((text, i) => `msgstr[${i}] ${quoted(text)}`)),
  ];
}

/** What could not be read, with its line. */
export class PoProblem extends Error {
  readonly line: number;
  readonly found: string;
  constructor(line: number, found: string) {
    super(`line ${line}: ${found}`);
    this.line = line;
    this.found = found;
  }
}

type Reading = {
  context: string;
  id?: string;
  plural?: string;
  texts: string[];
  notes: string[];
  fuzzy: boolean;
};

/** Throws PoProblem for the first line that is none of PO's. */
export function readPo(text: string): Entry[] {
  const entries: Entry[] = [];
  let now = fresh();
  let add: ((more: string) => void) | null = null;

  const end = () => {
    const { id, notes, fuzzy, ...rest } = now;
    if (id !== undefined) {
      entries.push({ ...rest, id, ...(notes.length > 0 ? { notes } : {}), ...(fuzzy ? { fuzzy } : {}) });
    }
    now = fresh();
    add = null;
  };

  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '') end();
    else if (line.startsWith('#')) {
      // A comment begins the next entry, also where no empty line stands between.
      if (now.id !== undefined) end();
      if (line.startsWith('#. ')) now.notes.push(line.slice(3));
      if (/^#,.*\bfuzzy\b/.test(line)) now.fuzzy = true;
    } else {
      const [, word = '', form, content = ''] =
        /^(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d)\])?\s+)?"((?:[^"\\]|\\.)*)"$/.exec(line) ??
        fail(at, line);
      if (word === 'msgctxt' || (word === 'msgid' && now.id !== undefined)) {
        if (now.id !== undefined) end();
      }
      add = word === '' ? add : setter(now, word, Number(form ?? 0));
      if (add === null) fail(at, line);
      add?.(unquoted(content));
    }
  }
  end();
  return entries;
}

const fresh = (): Reading => ({ context: '', texts: [], notes: [], fuzzy: false });

function fail(at: number, line: string): never {
  throw new PoProblem(at + 1, line.slice(0, 80));
}

function setter(now: Reading, word: string, form: number): (more: string) => void {
  const { texts } = now;
  switch (word) {
    case 'msgctxt':
      return (more) => {
        now.context += more;
      };
    case 'msgid':
      return (more) => {
        now.id = (now.id ?? '') + more;
      };
    case 'msgid_plural':
      return (more) => {
        now.plural = (now.plural ?? '') + more;
      };
    default:
      return (more) => {
        while (texts.length <= form) texts.push('');
        texts[form] = (texts[form] ?? '') + more;
      };
  }
}
