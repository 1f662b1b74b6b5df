/** Which number the next addition, note and reply carries: it stands in the sealed header, so it is never used twice. */
export interface Numbers {
  addition: number;
  note: number;
  reply: number;
}

/** `kinds` of all items, `events` of the way so far; a reply she deleted still has its event 'replied'. */
export function numbers(kinds: readonly string[], events: readonly string[]): Numbers {
  const count = (list: readonly string[], what: string) => list.filter((one) => one === what).length;
  return {
    addition: count(kinds, 'addition') + 1,
    note: count(kinds, 'note') + 1,
    reply: count(events, 'replied') + 1,
  };
}
