/** Part of a file: players of iPhones ask for two bytes first and play nothing where they get the whole. */
export type Part = { from: number; to: number } | 'unsatisfiable' | null;

/** Both ends inclusive. Null: send the whole, because none was asked, or more than one part, or something unreadable. */
export function partOf(header: string | undefined, length: number): Part {
  const [, first = '', last = ''] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (first !== '' && last !== '' && Number(last) < from) return null;
  return from > to ? 'unsatisfiable' : { from, to };
}
