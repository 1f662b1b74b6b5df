/** Our own sentences as they stand in the files, and which split a family belongs to. Pure. */
import { add, begin } from '../hash.ts';
import { type Focus, focuses, type Move, moves } from '../model.ts';

export const kinds = [
  'move',
  'lookalike',
  'pair',
  'testimony',
  'counter',
  'man',
  'lgbt',
  'migrant',
  'press',
  'sorry',
  'plain',
] as const;
export type Kind = (typeof kinds)[number];

export const registers = ['street', 'polite', 'sarcastic', 'official'] as const;

export interface Row {
  line: number;
  family: string;
  register: (typeof registers)[number];
  kind: Kind;
  moves: readonly Move[];
  focus: Focus;
  text: string;
}

export interface Wrong {
  line: number;
  error: string;
}

const columns = ['family', 'register', 'kind', 'moves', 'focus', 'text'];

/** Rows of a tab-separated file; in its texts '\n' stands for a new line. */
export function rowsOf(file: string): { rows: Row[]; wrong: Wrong[] } {
  const rows: Row[] = [];
  const wrong: Wrong[] = [];
  const [head = '', ...lines] = file.replace(/^\ufeff/, '').split(/\r?\n/);
  if (head.split('\t').join() !== columns.join()) {
    return { rows, wrong: [{ line: 1, error: `The first line is not: ${columns.join(', ')}` }] };
  }
  lines.forEach((each, n) => {
    if (each === '') return;
    const row = rowOf(each, n + 2);
    if ('error' in row) wrong.push(row);
    else rows.push(row);
  });
  return { rows, wrong };
}

function rowOf(each: string, line: number): Row | Wrong {
  const cells = each.split('\t');
  const [family = '', register = '', kind = '', named = '', focus = '', text = ''] = cells;
  const list = named === '-' ? [] : named.split(',');
  if (cells.length !== columns.length) return { line, error: `${cells.length} columns, expected 6` };
  if (!isOne(registers, register)) return { line, error: `register ${register}` };
  if (!isOne(kinds, kind)) return { line, error: `kind ${kind}` };
  if (!isOne(focuses, focus)) return { line, error: `focus ${focus}` };
  if (!list.every((move): move is Move => isOne(moves, move))) return { line, error: `moves ${named}` };
  if (family === '' || text.trim() === '') return { line, error: 'an empty cell' };
  return { line, family, register, kind, moves: list, focus, text: text.replaceAll('\\n', '\n') };
}

const isOne = <T extends string>(all: readonly T[], value: string): value is T =>
  (all as readonly string[]).includes(value);

export type Split = 'train' | 'dev' | 'test';

/** All of a family (a thread, a source's row) goes one way, about 60, 15 and 25 of 100, whatever else there is. */
export function splitOf(name: string): Split {
  const share = (add(begin(7), name) >>> 0) % 100;
  if (share < 60) return 'train';
  return share < 75 ? 'dev' : 'test';
}
