/** A catalogue as a translator sees it, and back. Pure. English is where every message begins. */
import type { Message } from '../../platform/i18n/index.ts';
import { formsOf } from './plural-forms.ts';
import type { Entry } from './po.ts';

/** Room -> key -> message, as in the files below locales/<language>. */
export type Rooms = Readonly<Record<string, Readonly<Record<string, Message>>>>;

type Forms = Readonly<Record<string, string>>;

const addresses = { f: 'Said to a woman.', m: 'Said to a man.' } as const;
type Address = keyof typeof addresses;

const isPlural = (message: Message): message is Message & { other: string } =>
  typeof message !== 'string' && 'other' in message;
const neutral = (message: Message): string =>
  typeof message === 'string' ? message : ((message as Forms)._ ?? '');

/** One entry a message; one more for each form of address the language has there already: 'home.hello[f]'. */
export function entriesOf(english: Rooms, theirs: Rooms, lang: string): Entry[] {
  return Object.entries(english).flatMap(([room, messages]) =>
    Object.entries(messages).flatMap(([key, message]) =>
      entriesOfMessage(`${room}.${key}`, message, { there: theirs[room]?.[key], lang }),
    ),
  );
}

interface There {
  there: Message | undefined;
  lang: string;
}

function entriesOfMessage(context: string, message: Message, { there, lang }: There): Entry[] {
  const notes = notesOf(message);
  if (isPlural(message)) {
    const forms: Forms = there !== undefined && isPlural(there) ? (there as unknown as Forms) : {};
    const { one = message.other } = message as unknown as Forms;
    const texts = formsOf(lang).map((form) => forms[form] ?? '');
    return [{ context, id: one, plural: message.other, texts, notes }];
  }
  const id = neutral(message);
  const addressed = typeof there === 'object' && !isPlural(there) ? (there as Forms) : {};
  const more = (Object.keys(addresses) as Address[])
    .filter((address) => addressed[address] !== undefined)
    .map((address) => ({
      context: `${context}[${address}]`,
      id,
      texts: [addressed[address] ?? ''],
      notes: [...notes, addresses[address]],
    }));
  return [{ context, id, texts: [there === undefined ? '' : neutral(there)], notes }, ...more];
}

function notesOf(message: Message): string[] {
  const params = [...paramsOf(message)];
  return params.length === 0 ? [] : [`Keep as it stands: ${params.map((name) => `{${name}}`).join(', ')}`];
}

function paramsOf(message: Message): Set<string> {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  return new Set(
    texts.flatMap((text) => [...String(text).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
  );
}

export interface Taken {
  rooms: Record<string, Record<string, Message>>;
  added: number;
  changed: number;
  unchanged: number;
  /** Empty or marked fuzzy: what was there stays. */
  waiting: number;
  refused: { context: string; why: string }[];
}

/** What a language's files would hold with these entries, keys in English order. What an entry does not name stays. */
export function take(
  english: Rooms,
  before: Rooms,
  { lang, entries }: { lang: string; entries: readonly Entry[] },
): Taken {
  const taken: Taken = { rooms: {}, added: 0, changed: 0, unchanged: 0, waiting: 0, refused: [] };
  const said = new Map<string, Entry>();
  for (const entry of entries) if (entry.context !== '') said.set(entry.context, entry);

  for (const [room, messages] of Object.entries(english)) {
    const list: Record<string, Message> = {};
    for (const [key, message] of Object.entries(messages)) {
      const context = `${room}.${key}`;
      const old = before[room]?.[key];
      const made = messageOf(message, { context, said, lang });
      const why = made === null ? null : refusalOf(message, made);
      if (why !== null) taken.refused.push({ context, why });
      const kept = made === null || why !== null ? old : made;
      if (kept !== undefined) list[key] = kept;
      if (made === null) taken.waiting++;
      else if (why === null) taken[changeOf(old, made)]++;
    }
    if (Object.keys(list).length > 0) taken.rooms[room] = list;
  }
  const known = (context: string) => {
    const [, room = '', key = ''] = /^(\w+)\.(.+?)(?:\[[fm]\])?$/.exec(context) ?? [];
    return english[room]?.[key] !== undefined;
  };
  for (const context of said.keys())
    if (!known(context)) taken.refused.push({ context, why: 'no such message' });
  return taken;
}

const changeOf = (old: Message | undefined, made: Message): 'added' | 'changed' | 'unchanged' =>
  old === undefined ? 'added' : JSON.stringify(old) === JSON.stringify(made) ? 'unchanged' : 'changed';

interface Said {
  context: string;
  said: ReadonlyMap<string, Entry>;
  lang: string;
}

/** Null while it is not translated whole. */
function messageOf(english: Message, { context, said, lang }: Said): Message | null {
  const textsOf = (name: string): readonly string[] => {
    const entry = said.get(name);
    return entry === undefined || entry.fuzzy === true ? [] : entry.texts;
  };
  const texts = textsOf(context);
  if (texts.length === 0 || texts.some((text) => text === '')) return null;
  if (isPlural(english)) {
    const forms = formsOf(lang);
    return Object.fromEntries(forms.map((form, i) => [form, texts[i] ?? ''])) as unknown as Message;
  }
  const addressed = (Object.keys(addresses) as Address[]).flatMap((address) => {
    const [text = ''] = textsOf(`${context}[${address}]`);
    return text === '' ? [] : [[address, text] as const];
  });
  const [plain = ''] = texts;
  return addressed.length === 0 ? plain : { _: plain, ...Object.fromEntries(addressed) };
}

/** Null: it may stand. */
function refusalOf(english: Message, made: Message): string | null {
  const texts = typeof made === 'string' ? [made] : Object.values(made).map(String);
  if (texts.includes('')) return 'a plural form is missing';
  if (texts.some((text) => text.trim() !== text)) return 'begins or ends with a space';
  const [ours, theirs] = [paramsOf(english), paramsOf(made)];
  // "One hour" may say its number in words.
  if (isPlural(english)) for (const set of [ours, theirs]) set.delete('n');
  const missing = [...ours].filter((name) => !theirs.has(name));
  const other = [...theirs].filter((name) => !ours.has(name));
  if (missing.length > 0) return `without {${missing.join('}, {')}}`;
  return other.length > 0 ? `with {${other.join('}, {')}}, which is not in the English` : null;
}
