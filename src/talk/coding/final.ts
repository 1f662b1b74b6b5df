/** The final set of two coders' work, in the form `talk eval` reads. Pure. */
import type { Code } from './code.ts';

export interface Final {
  id: string;
  text: string;
  code: Code;
}

/** What somebody has still to decide: replies both judged and not alike. Ids, in the first coder's order. */
export function toDecide(
  one: ReadonlyMap<string, Code | null>,
  other: ReadonlyMap<string, Code | null>,
): { id: string; codes: readonly [Code | null, Code | null] }[] {
  return [...one].flatMap(([id, first]) => {
    const second = other.get(id);
    if (second === undefined || (first === null && second === null)) return [];
    return alike(first, second) ? [] : [{ id, codes: [first, second] as const }];
  });
}

export function alike(one: Code | null, other: Code | null): boolean {
  if (one === null || other === null) return false;
  return one.focus === other.focus && one.moves.join() === other.moves.join();
}

/** Columns of src/talk/corpus. Each reply is a family of its own; of the register nobody was asked. */
export function finalTable(rows: readonly Final[]): string {
  const lines = rows.map(({ id, text, code }) =>
    [
      `coded ${cell(id)}`,
      'street',
      code.moves.length > 0 ? 'move' : 'plain',
      code.moves.join() || '-',
      code.focus,
      cell(text),
    ].join('\t'),
  );
  return `${['family\tregister\tkind\tmoves\tfocus\ttext', ...lines].join('\n')}\n`;
}

const cell = (text: string) =>
  text
    .trim()
    .replaceAll('\t', ' ')
    .replace(/\r\n|\r|\n/g, '\\n');
