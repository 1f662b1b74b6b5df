/** Openly licensed posts of others, read from where they lie; none of them stands in this repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { add, begin } from '../hash.ts';
import { splitOf } from './corpus.ts';
import { type Example, foldOf } from './examples.ts';

/** Posts nobody wrote for this purpose hold the figure down where people really talk; they are few beside ours. */
const quietCounts = { edos: 3, guest: 4 };

type Cells = Readonly<Record<string, string>>;

/** Undefined where the data is not there. */
export interface PublicData {
  train: Example[];
  /** Posts that are not sexist, never learnt from: EDOS dev, and Guest's test threads. */
  quiet: { edos: string[]; guest: string[] };
  /** Marked 4.1 or 4.2 in EDOS dev. */
  edosDerails: string[];
}

export function publicData(folder: string): PublicData | undefined {
  const table = (path: string): Cells[] =>
    parse(readFileSync(join(folder, path)), { columns: true, bom: true, relax_quotes: true }) as Cells[];
  if (!existsSync(join(folder, 'edos/train.csv'))) return undefined;
  const edosDev = table('edos/dev.csv');
  const guest = guestPosts([...table('guest/train.csv'), ...table('guest/test.csv')]);
  return {
    train: [
      ...table('edos/train.csv').flatMap(fromEdos),
      ...guest.filter(({ thread }) => splitOf(thread) !== 'test').flatMap(fromGuest),
      ...[...table('whataboutism/train.csv'), ...table('whataboutism/val.csv')].flatMap(fromWhataboutism),
    ],
    quiet: {
      edos: edosDev.filter((row) => row.label_sexist === 'not sexist').map(({ text = '' }) => text),
      guest: guest
        .filter(({ thread, isQuiet }) => isQuiet && splitOf(thread) === 'test')
        .map(({ text }) => text),
    },
    edosDerails: edosDev
      .filter(({ label_vector }) => /^4\.[12]/.test(label_vector ?? ''))
      .map(({ text = '' }) => text),
  };
}

function fromEdos({ id = '', text = '', label_sexist, label_vector = '' }: Cells): Example[] {
  const each = { text, source: 'edos', fold: foldOf(id) } as const;
  if (label_sexist === 'not sexist') {
    return share(id, 60) ? [{ ...each, moves: [], derails: false, weight: quietCounts.edos }] : [];
  }
  return /^4\.[12]/.test(label_vector) ? [{ ...each, moves: undefined, derails: true, weight: 1 }] : [];
}

interface GuestPost {
  id: string;
  thread: string;
  text: string;
  isQuiet: boolean;
}

/** A post has a row for each of its labels. */
function guestPosts(rows: readonly Cells[]): GuestPost[] {
  const posts = new Map<string, GuestPost>();
  for (const { post_id = '', thread_id = '', text = '', level_1 } of rows) {
    const isQuiet = level_1 === 'Nonmisogynistic' && posts.get(post_id)?.isQuiet !== false;
    posts.set(post_id, { id: post_id, thread: `guest ${thread_id}`, text, isQuiet });
  }
  return [...posts.values()];
}

function fromGuest({ thread, text, isQuiet }: GuestPost): Example[] {
  if (!isQuiet || text.trim() === '') return [];
  return [
    { text, moves: [], derails: false, weight: quietCounts.guest, source: 'guest', fold: foldOf(thread) },
  ];
}

function fromWhataboutism({ text = '', label }: Cells): Example[] {
  const each = { text, source: 'whataboutism', fold: foldOf(text) } as const;
  if (label === '1') return [{ ...each, moves: ['what_about'], derails: undefined, weight: 0.7 }];
  return share(text, 30) ? [{ ...each, moves: [], derails: undefined, weight: 1 }] : [];
}

/** The same `percent` of 100 each time. */
function share(name: string, percent: number): boolean {
  return (add(begin(8), name) >>> 0) % 100 < percent;
}
