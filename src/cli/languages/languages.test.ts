import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import type { Message } from '../../platform/i18n/index.ts';
import { command } from '../languages.ts';
import { expressions, formsOf } from './plural-forms.ts';
import { type Entry, PoProblem, readPo, writePo } from './po.ts';
import { entriesOf, type Rooms, take } from './units.ts';

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const entry: fc.Arbitrary<Entry> = fc
  .record({ context: word, id: word, texts: fc.tuple(fc.string({ unit: 'grapheme' })), fuzzy: fc.boolean() })
  .map(({ fuzzy, ...rest }) => (fuzzy ? { ...rest, fuzzy } : rest));

describe('a PO file', () => {
  test('gives back what was written, whatever letters, quotes and line ends it holds', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        expect(
          readPo(writePo(entries)).map(({ texts, ...rest }) => ({ ...rest, texts: [...texts] })),
        ).toEqual(entries);
      }),
    );
  });

  test('of another program is read: wrapped lines, other comments, obsolete entries, CRLF, a byte order mark', () => {
    const text = [
      '\uFEFF# a person',
      '#: src/x.ts:3',
      '#, fuzzy, c-format',
      'msgctxt "home.a"',
      'msgid ""',
      '"One "',
      '"two"',
      'msgstr "Un \\"deux\\"\\n"',
      '#. next without an empty line',
      'msgctxt "home.b"',
      'msgid "x"',
      'msgid_plural "xs"',
      'msgstr[0] "a"',
      'msgstr[1] "b"',
      '',
      '#~ msgid "old"',
      '#~ msgstr "vieux"',
    ].join('\r\n');
    expect(readPo(text)).toEqual([
      { context: 'home.a', id: 'One two', texts: ['Un "deux"\n'], fuzzy: true },
      { context: 'home.b', id: 'x', plural: 'xs', texts: ['a', 'b'], notes: ['next without an empty line'] },
    ]);
  });

  test('that is none is refused with its line', () => {
    expect(() => readPo('msgid "a"\nmsgstr b\n')).toThrow(PoProblem);
    expect(() => readPo('msgid "a"\nmsgstr b\n')).toThrow('line 2');
  });
});

test('each plural expression gives the form Intl names, for every number', () => {
  const numbers = [...Array(1_200).keys(), 10_000, 999_999, 1_000_000, 1_000_001, 2_000_000];
  for (const [lang, expression] of Object.entries(expressions)) {
    const forms = formsOf(lang);
    const rules = new Intl.PluralRules(lang);
    const form = Function('n', `return Number(${expression})`) as (n: number) => number;
    for (const n of numbers) expect([lang, n, forms[form(n)]]).toEqual([lang, n, rules.select(n)]);
  }
});

const sentence = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.boolean())
  .map(([text, named]) => `${text.replace(/[{}]/g, '').trim() || 'x'}${named ? ' {name}' : ''}`);

describe('a catalogue', () => {
  test('goes out and comes back the same: sentences, plurals and forms of address, in Arabic', () => {
    const shapes = fc.array(fc.tuple(sentence, fc.constantFrom('plain', 'plural', 'addressed')), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(shapes, (list) => {
        const pairs = list.map(([text, shape], i) => [`k${i}`, ...pairOf(text, shape)] as const);
        const english: Rooms = { home: Object.fromEntries(pairs.map(([key, ours]) => [key, ours])) };
        const arabic: Rooms = { home: Object.fromEntries(pairs.map(([key, , theirs]) => [key, theirs])) };
        const entries = readPo(writePo(entriesOf(english, arabic, 'ar')));
        const { rooms, ...counts } = take(english, {}, { lang: 'ar', entries });
        expect(rooms).toEqual(arabic);
        expect(counts).toEqual({ added: pairs.length, changed: 0, unchanged: 0, waiting: 0, refused: [] });
      }),
    );
  });

  test('takes nothing that lacks a param, has another, or names no message; what is open or unsure stays', () => {
    const english: Rooms = { home: { hello: 'Hello {name}', bye: 'Bye', ok: 'Yes' } };
    const before: Rooms = { home: { bye: 'Salut' } };
    const entries = [
      { context: 'home.hello', id: '', texts: ['Bonjour {nom}'] },
      { context: 'home.bye', id: '', texts: ['Au revoir'], fuzzy: true },
      { context: 'home.ok', id: '', texts: ['Oui '] },
      { context: 'home.gone', id: '', texts: ['Parti'] },
    ];
    const taken = take(english, before, { lang: 'fr', entries });
    expect(taken.rooms).toEqual({ home: { bye: 'Salut' } });
    expect(taken.waiting).toBe(1);
    expect(taken.refused.map(({ context, why }) => `${context}: ${why}`)).toEqual([
      'home.hello: without {name}',
      'home.ok: begins or ends with a space',
      'home.gone: no such message',
    ]);
  });
});

function pairOf(text: string, shape: string): [Message, Message] {
  if (shape === 'plural') {
    const forms = formsOf('ar').map((form) => [form, text]);
    return [{ one: text, other: text }, Object.fromEntries(forms)];
  }
  return [text, shape === 'addressed' ? { _: text, f: `${text} f`, m: `${text} m` } : text];
}

describe('the command', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'upstander-languages-'));
    cpSync('locales', join(dir, 'locales'), { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  const run = (args: string[], options: Record<string, string | boolean> = {}) =>
    command.run({
      args,
      options: { dir: join(dir, 'locales'), ...options },
      json: false,
      config: readConfig({ UPSTANDER_DATA: dir }),
      note: () => {},
      progress: () => ({ step() {}, [Symbol.dispose]() {} }),
    });
  const po = () => join(dir, 'texts.po');
  const file = (path: string) => readFileSync(join(dir, 'locales', path), 'utf8');

  test('says how far each language is, and who has read it', async () => {
    const { text } = await run([]);
    expect(text).toMatch(/^ar {7}(\d+) of \1 messages +read whole by nobody yet$/m);
    expect(text).toMatch(/^en {7}(\d+) of \1 messages +read by Upstander founders/m);
  });

  test.each(['ar', 'fr'])('what we have in %s goes out and comes back without a change', async (lang) => {
    await run(['export', lang, po()]);
    const { data } = await run(['import', lang, po()]);
    expect(data).toMatchObject({ added: 0, changed: 0, waiting: 0, refused: [] });
    for (const room of ['home', 'report', 'receipt']) {
      expect(JSON.parse(file(`${lang}/${room}.json`))).toEqual(
        JSON.parse(readFileSync(`locales/${lang}/${room}.json`, 'utf8')),
      );
    }
  });

  test('a new language begins empty, is a file away, and is counted', async () => {
    const { data } = await run(['export', 'it', po()]);
    const { messages, open } = data as { messages: number; open: number };
    expect(open).toBe(messages);
    expect(readFileSync(po(), 'utf8')).toContain('nplurals=3; plural=(n == 1 ? 0');
    const back = readFileSync(po(), 'utf8').replace(
      /(msgctxt "web\.leave"\nmsgid "[^"]*"\nmsgstr )""/,
      '$1"Esci"',
    );
    writeFileSync(po(), back);
    expect((await run(['import', 'it', po()], { 'dry-run': true })).text).toContain(
      'Nothing was written. 1 new',
    );
    expect(existsSync(join(dir, 'locales', 'it'))).toBe(false);
    await run(['import', 'it', po()], { 'reviewed-by': 'Noor' });
    expect(JSON.parse(file('it/web.json'))).toEqual({ leave: 'Esci' });
    expect(JSON.parse(file('it/meta.json'))).toMatchObject({
      name: 'italiano',
      dir: 'ltr',
      tag: 'it',
      reviewedBy: 'Noor',
    });
    expect((await run([])).text).toMatch(
      /^it {7}1 of \d+ messages +read by Noor, .* · not on the pages until it is whole$/m,
    );
  });

  test('a signature falls when a text changes under it', async () => {
    await run(['export', 'ar', po()]);
    await run(['import', 'ar', po()], { 'reviewed-by': 'Noor' });
    writeFileSync(
      po(),
      readFileSync(po(), 'utf8').replace(
        /(msgctxt "web\.leave"\nmsgid "[^"]*"\nmsgstr )"[^"]*"/,
        '$1"الخروج الآن"',
      ),
    );
    await run(['import', 'ar', po()]);
    expect(JSON.parse(file('ar/meta.json'))).toMatchObject({ name: 'العربية', reviewedBy: null, date: null });
  });

  test('refuses by name what it cannot do', async () => {
    await expect(run(['export', 'en', po()])).rejects.toMatchObject({ code: 'config' });
    await expect(run(['export', 'xx', po()])).rejects.toMatchObject({ params: { value: 'xx' } });
    await expect(run(['import', 'fr', join(dir, 'none.po')])).rejects.toMatchObject({ code: 'config' });
    await expect(run([], { dir })).rejects.toMatchObject({ code: 'config' });
    expect((await run(['export', 'fr'])).failed).toBe(true);
  });
});
