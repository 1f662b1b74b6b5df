/** Atom (RFC 4287): what happened to asks, the last first, in one language. Pure. */
import type { T } from '../../platform/i18n/index.ts';
import type { PublicAsk, PublicStep } from '../ask/public.ts';
import { momentOf } from '../views/way.ts';

export interface FeedOf {
  title: string;
  /** Its own address and the page it is about, without the site. */
  path: string;
  page: string;
  /** 'https://…', without a slash at the end. */
  site: string;
  author: string;
  t: T;
}

const most = 100;

export function atom(asks: readonly PublicAsk[], feed: FeedOf): string {
  const { title, path, page, site, author, t } = feed;
  const entries = asks
    .flatMap((ask) => ask.steps.map((step, number) => ({ ask, step, number })))
    .sort((a, b) => (a.step.day < b.step.day ? 1 : -1))
    .slice(0, most);
  const updated = instant(entries[0]?.step.day ?? '2026-01-01');
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${t.lang}">
<id>${xml(site + path)}</id>
<title>${xml(title)}</title>
<updated>${updated}</updated>
<author><name>${xml(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${xml(site + path)}"/>
<link rel="alternate" type="text/html" href="${xml(site + page)}"/>
${entries.map((entry) => entryOf(entry, feed)).join('')}</feed>
`;
}

interface Entry {
  ask: PublicAsk;
  step: PublicStep;
  number: number;
}

/** The id of an entry is the same in every feed it stands in. */
function entryOf({ ask, step, number }: Entry, { site, t }: FeedOf): string {
  const { title, text } = momentOf(step, t.of(ask.body.name), t);
  const said = [title, text, t.of(ask.about.name)].filter(Boolean).join(' · ');
  return `<entry>
<id>${xml(`${site}/asks/${ask.id}#${number + 1}`)}</id>
<title>${xml(title)}</title>
<updated>${instant(step.day)}</updated>
<link rel="alternate" type="text/html" href="${xml(`${site}/${t.locale}/asks/${ask.id}`)}"/>
<summary>${xml(said)}</summary>
</entry>
`;
}

/** Days are all that is known; noon is in the same day almost everywhere. */
const instant = (day: string): string => `${day}T12:00:00Z`;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters XML 1.0 (2.2) has no place for are left out. */
const xml = (text: string): string =>
  [...text]
    .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
    .map((letter) => marks[letter] ?? letter)
    .join('');
