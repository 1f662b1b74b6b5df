/** What a coder says about a reply: moves and focus, typed as figures so that it is the same on every keyboard. Pure. */
import { type Focus, focuses, type Move, moves } from '../model.ts';

export interface Code {
  moves: readonly Move[];
  focus: Focus;
}

/** A line of a coder's file. null: it cannot be judged. No words of the reply are in it. */
export interface Coded {
  id: string;
  code: Code | null;
}

/** form: not figures, a space, one topic · move: no such move · both: 0 together with moves. */
export type Mistyped = 'form' | 'move' | 'both';

/** "14 2": the first and the fourth move, the second focus; "0 2": no move. */
export function codeOf(typed: string): Code | Mistyped {
  const latin = typed.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
  const [, first = '', second = ''] = /^([0-9, ]*?)\s*[ /.-]\s*([0-9])$/.exec(latin.trim()) ?? [];
  const named = [...first].filter((digit) => digit >= '0' && digit <= '9');
  const focus = focuses[Number(second) - 1];
  if (named.length === 0 || focus === undefined) return 'form';
  const chosen = named.filter((digit) => digit !== '0').map((digit) => moves[Number(digit) - 1]);
  if (chosen.includes(undefined)) return 'move';
  if (chosen.length > 0 && named.includes('0')) return 'both';
  return { moves: moves.filter((move) => chosen.includes(move)), focus };
}

export function typedOf({ moves: made, focus }: Code): string {
  const figures = made.map((move) => moves.indexOf(move) + 1).join('') || '0';
  return `${figures} ${focuses.indexOf(focus) + 1}`;
}

export function codedLine({ id, code }: Coded): string {
  return JSON.stringify(code === null ? { id, unsure: true } : { id, moves: code.moves, focus: code.focus });
}

/** Reads a coder's file; of two lines about one reply the last counts. Wrong lines are named. */
export function codedIn(content: string): { coded: Map<string, Code | null>; wrong: number[] } {
  const coded = new Map<string, Code | null>();
  const wrong: number[] = [];
  content.split('\n').forEach((each, n) => {
    if (each.trim() === '') return;
    const read = readLine(each);
    if (read === undefined) wrong.push(n + 1);
    else coded.set(read.id, read.code);
  });
  return { coded, wrong };
}

function readLine(line: string): Coded | undefined {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const { id, moves: made, focus, unsure } = read as Record<string, unknown>;
  if (typeof id !== 'string') return undefined;
  if (unsure === true) return { id, code: null };
  const known = focuses.find((each) => each === focus);
  if (known === undefined || !Array.isArray(made)) return undefined;
  const all = moves.filter((move) => made.includes(move));
  return all.length === made.length ? { id, code: { moves: all, focus: known } } : undefined;
}
