/** A mail's HTML as elements of this page: only what our own mails are made of, so nothing in one runs or loads anything. */
import { type ComponentChildren, h } from 'preact';

const tags = ['div', 'p', 'a'] as const;
type Tag = (typeof tags)[number];

interface Open {
  tag: Tag;
  attributes: Record<string, string>;
  children: ComponentChildren[];
}

const piece = /<(\/?)([a-z0-9]+)((?:\s+[a-z]+="[^"]*")*)\s*\/?>|([^<]+)/g;

/** Whatever else is in it is left out, its text too where it is not between these. */
export function Shown({ html }: { html: string }) {
  const root: ComponentChildren[] = [];
  const open: Open[] = [];
  const put = (child: ComponentChildren) => (open.at(-1)?.children ?? root).push(child);
  for (const [, closing, name = '', attributes = '', text] of bodyOf(html).matchAll(piece)) {
    const tag = tags.find((one) => one === name);
    if (text !== undefined) put(unescaped(text));
    else if (tag === undefined) continue;
    else if (closing === '') open.push({ tag, attributes: allowed(attributes), children: [] });
    else {
      const last = open.pop();
      if (last) put(h(last.tag, last.attributes, ...last.children));
    }
  }
  return <div class="mail-body">{root}</div>;
}

const bodyOf = (html: string): string => /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';

function allowed(text: string): Record<string, string> {
  const fits: Readonly<Record<string, RegExp>> = {
    class: /^mail-[a-z]+$/,
    lang: /^(en|ar)$/,
    dir: /^(ltr|rtl)$/,
    href: /^https?:\/\/[^\s"]+$/,
  };
  const given = [...text.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => {
    return [name, unescaped(value)] as const;
  });
  return Object.fromEntries(given.filter(([name, value]) => fits[name]?.test(value)));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
