/** What stands between quotation marks, or on a line that begins with '>'. Marks pair within a paragraph only. */

export type Range = readonly [from: number, to: number];

const closers: Readonly<Record<string, string>> = { '“': '”', '„': '”', '«': '»', '‹': '›', '「': '」' };
/** An opening “ is closed by any of these where people mix them. */
const alsoCloses: Readonly<Record<string, string>> = { '”': '"“', '»': '"' };

/** Ranges of UTF-16 offsets in order, none inside another; a mark that is never closed quotes up to the line's end. */
export function quotedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  while (from <= text.length) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    inLine(text, { from, to, ranges });
    from = to + 1;
  }
  return ranges;
}

function inLine(text: string, line: { from: number; to: number; ranges: Range[] }): void {
  const { from, to, ranges } = line;
  if (/^[\s\p{Cf}]{0,3}(>|&gt;)/u.test(text.slice(from, from + 8))) {
    ranges.push([from, to]);
    return;
  }
  let opened = -1;
  let closer = '';
  for (let at = from; at < to; at++) {
    const char = text[at] ?? '';
    if (opened < 0) {
      closer = opener(text, at);
      if (closer !== '') opened = at;
    } else if (closes(text, at, closer)) {
      ranges.push([opened + 1, at]);
      opened = -1;
    } else if (char === '”' && closer === '"') {
      ranges.push([opened + 1, at]);
      opened = -1;
    }
  }
  if (opened >= 0 && closer !== "'") ranges.push([opened + 1, to]);
}

/** The mark that closes what opens here; '' where nothing opens. A single mark opens before a word only. */
function opener(text: string, at: number): string {
  const char = text[at] ?? '';
  if (char === '"' || char === '”' || char === '＂') return '"';
  if (char === "'" || char === '‘') {
    const before = lastShown(text, at);
    const free = before === '' || /[\s([:،,]/.test(before);
    return free && /^\p{Cf}?\p{L}/u.test(text.slice(at + 1, at + 4)) ? "'" : '';
  }
  return closers[char] ?? '';
}

/** The last character before `at` that can be seen; '' where there is none. */
function lastShown(text: string, at: number): string {
  let from = at - 1;
  while (from >= 0 && /\p{Cf}/u.test(text[from] ?? '')) from--;
  return text[from] ?? '';
}

function closes(text: string, at: number, closer: string): boolean {
  const char = text[at] ?? '';
  if (closer === "'") {
    return (char === "'" || char === '’') && !/^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3));
  }
  return char === closer || (alsoCloses[closer] ?? '').includes(char) || (closer === '"' && char === '＂');
}
