/** A public page: the links between them, its feed, and what a link to it shows elsewhere. */
import type { ComponentChildren } from 'preact';
import { type Frame, Page, PublicNav, type PublicPlace } from '../../web/index.ts';

interface PublicPageProps {
  asked: Frame;
  /** Names the body, never what happened: it stands in histories and under shared links. */
  title: string;
  /** For a shared link, like the title. */
  text: string;
  at: PublicPlace;
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
  const nav = <PublicNav frame={asked} at={at} here={here ?? false} />;
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
