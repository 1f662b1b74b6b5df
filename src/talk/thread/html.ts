/**
 * From a post's HTML to its plain text, in time that grows with its length. What comes out is text: whoever shows it
 * escapes it. A quotation's lines begin with '>'. Pure.
 */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
};

const unread = new Set(['script', 'style', 'template', 'head', 'iframe', 'svg', 'math']);
const blocks = new Set(['p', 'div', 'ul', 'ol', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export function htmlText(html: string): string {
  const lines: { text: string; isQuoted: boolean }[] = [{ text: '', isQuoted: false }];
  let within = '';
  let quoted = 0;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const to = open < 0 ? html.length : open;
    put(html.slice(at, to).replace(/[ \t\r\n]+/g, ' '));
    if (open < 0) break;
    if (!/[a-z/!?]/i.test(html[open + 1] ?? '')) {
      put('<');
      at = open + 1;
      continue;
    }
    const [, closing = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 24)) ?? [];
    step(closing === '/', name.toLowerCase());
    at = tagEnd(html, open);
  }
  const text = lines.map((line) => {
    const plain = decoded(line.text.trim());
    return line.isQuoted && plain !== '' ? `> ${plain}` : plain;
  });
  return text
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

  function put(text: string): void {
    const last = lines.at(-1);
    if (within === '' && last !== undefined) last.text += text;
  }

  function step(closes: boolean, name: string): void {
    if (within !== '') {
      if (closes && name === within) within = '';
    } else if (unread.has(name)) {
      within = closes ? '' : name;
    } else if (name === 'br' || (name === 'li' && !closes)) {
      turn();
    } else if (blocks.has(name)) {
      if (name === 'blockquote') quoted = Math.max(0, quoted + (closes ? -1 : 1));
      turn();
      turn();
    }
  }

  function turn(): void {
    lines.push({ text: '', isQuoted: quoted > 0 });
  }
}

/** After the '>' that ends the tag; one between quotation marks does not. */
function tagEnd(html: string, open: number): number {
  let mark = '';
  for (let at = open + 1; at < html.length; at++) {
    const char = html[at] ?? '';
    if (mark !== '') {
      if (char === mark) mark = '';
    } else if (char === '>') return at + 1;
    else if ((char === '"' || char === "'") && html[at - 1] === '=') mark = char;
  }
  return html.length;
}

/** `&amp;lt;` is `&lt;`: decoded once and not again. */
export function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isLetter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isLetter ? String.fromCodePoint(code) : '\ufffd';
  });
}
