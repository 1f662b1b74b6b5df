/** The moderators' desk: the way around it, on every page of it. Pages are made by the server; script adds only keys. */
import type { ComponentChildren } from 'preact';
import type { Asked } from '../../../platform/http/index.ts';
import { Page } from '../../../web/index.ts';

/** What a page of the desk needs of a request, whatever its path holds. */
export type DeskAsked = Omit<Asked, 'params' | 'query' | 'body'>;

export type DeskPlace = 'queue' | 'appeals' | 'import' | 'sources' | 'counts';
const url = {
  queue: '/desk/talk',
  appeals: '/desk/talk/appeals',
  import: '/desk/talk/import',
  sources: '/desk/talk/sources',
  counts: '/desk/talk/counts',
} as const satisfies Record<DeskPlace, string>;

/** An organiser connects sites and sees how many; posts are for moderators. */
const ofOrganiser: readonly DeskPlace[] = ['sources', 'counts'];

interface DeskProps {
  asked: DeskAsked;
  at: DeskPlace;
  title: string;
  mistaken?: boolean;
  children: ComponentChildren;
}

export function DeskPage({ asked, at, title, mistaken, children }: DeskProps) {
  const { t, link, person } = asked;
  const moderates = person?.roles.includes('moderator') === true;
  const places = (Object.keys(url) as DeskPlace[]).filter(
    (place) => moderates || ofOrganiser.includes(place),
  );
  const nav = (
    <nav class="rooms" aria-label={t('moderate.nav')}>
      <ul class="wrap">
        {places.map((place) => (
          <li key={place}>
            <a href={link(url[place])} aria-current={place === at ? 'page' : undefined}>
              {t(`moderate.nav.${place}`)}
            </a>
          </li>
        ))}
        <li>
          {moderates ? (
            <a href={link('/desk/you')}>{t('moderate.nav.you', { name: person.name })}</a>
          ) : (
            <a href={link('/desk')}>{t('staff.desk')}</a>
          )}
        </li>
      </ul>
    </nav>
  );
  return (
    <Page
      asked={asked}
      title={title}
      nav={nav}
      desk
      islands={['talk-desk']}
      texts={['moderate.keys.o', 'moderate.copied']}
      {...(mistaken ? { mistaken } : {})}
    >
      {children}
    </Page>
  );
}

/** A thing listed without a name of its own. */
export const nameOf = (
  { title, source }: { title: string; source: string },
  { t }: Pick<DeskAsked, 't'>,
): string => (title === '' ? t('moderate.thread.untitled', { source: sourceName(source, t) }) : title);

const sourceKeys = [
  'mastodon',
  'bluesky',
  'reddit',
  'youtube',
  'x',
  'csv',
  'jsonl',
  'generic',
  'discourse',
] as const;

export function sourceName(source: string, t: DeskAsked['t']): string {
  const known = sourceKeys.find((key) => key === source);
  return known === undefined ? source : t(`moderate.source.${known}`);
}
