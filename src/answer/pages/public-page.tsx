/** A public page: the links between them, its feed, and what a link to it shows elsewhere. */
import type { ComponentChildren } from 'preact';
import { type Frame, Page } from '../../web/index.ts';

export type Place = 'answers' | 'areas' | 'corrections';
const places: readonly Place[] = ['answers', 'areas', 'corrections'];

interface PublicPageProps {
  asked: Frame;
  /** Names the body, never what happened: it stands in histories and under shared links. */
  title: string;
  /** For a shared link, like the title. */
  text: string;
  at: Place;
  /** This is the page itself and not one below it. */
  here?: boolean;
  feed?: string;
  mistaken?: boolean;
  takesWords?: boolean;
  children: ComponentChildren;
}

export function PublicPage({
  asked,
  title,
  text,
  at,
  here,
  feed,
  mistaken,
  takesWords,
  children,
}: PublicPageProps) {
  const { t, link } = asked;
  const nav = (
    <nav class="rooms" aria-label={t('public.nav')}>
      <ul class="wrap">
        {places.map((place) => (
          <li key={place}>
            <a href={link(`/${place}`)} aria-current={place === at ? (here ? 'page' : 'true') : undefined}>
              {t(`public.nav.${place}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
  return (
    <Page
      asked={asked}
      title={title}
      answers
      nav={nav}
      preview={{ title, text }}
      {...(feed === undefined ? {} : { feed })}
      {...(mistaken ? { mistaken } : {})}
      {...(takesWords ? { takesWords } : {})}
    >
      {children}
    </Page>
  );
}
