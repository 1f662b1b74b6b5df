import type { ComponentChildren } from 'preact';
import { langs, type T, texts } from '../platform/i18n/index.ts';
import { Bar, inLocale, type LanguageForm } from './bar.tsx';
import { Foot } from './foot.tsx';
import type { Frame } from './frame.ts';

export interface PageProps {
  readonly asked: Frame;
  /** The request's texts unless said otherwise. */
  readonly t?: T;
  /** Neutral, because it stands in the browser's history: "Question 3", "Your code". */
  readonly title: string;
  readonly children: ComponentChildren;
  /** Scripts besides 'leave', which every page has. */
  readonly islands?: readonly string[];
  /** Beginnings of the text keys the islands read with readTexts(): 'report.' */
  readonly texts?: readonly string[];
  /** Anything else the islands need, read with readLeft('data'). */
  readonly data?: unknown;
  /** First pages: no font file on a phone. */
  readonly slim?: boolean;
  /** Prints as an A6 card with the code alone. */
  readonly receipt?: boolean;
  /** A mistake on the page is said in its title first. */
  readonly mistaken?: boolean;
  /** The desk's style sheet, and links between its rooms. */
  readonly desk?: boolean;
  /** The style sheet of asks and answers. */
  readonly answers?: boolean;
  readonly nav?: ComponentChildren;
  /** What a link to it shows elsewhere. Such a page is public, and every answer of it the same for everybody. */
  readonly preview?: { readonly title: string; readonly text: string };
  /** The address of its Atom feed. */
  readonly feed?: string;
  /** The page takes words: in a demonstration that is said above them. */
  readonly takesWords?: boolean;
  /** Switching the language sends this form along. */
  readonly language?: LanguageForm;
  /** The children bring their own <main id="main" tabIndex={-1}>. */
  readonly ownMain?: boolean;
}

/** A whole document. */
export function Page(props: PageProps) {
  const { asked, title, slim, receipt, language } = props;
  const t = props.t ?? asked.t;
  const frame = { ...asked, t };
  const classes = [slim && 'slim', receipt && 'receipt'].filter(Boolean).join(' ');
  return (
    <html lang={t.lang} dir={t.dir} class={classes || undefined} data-locale={t.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{props.mistaken ? t('report.error_title', { title }) : title}</title>
        <meta name="color-scheme" content="light dark" />
        {props.preview && <Preview {...props.preview} />}
        {props.preview && <Alternates frame={frame} />}
        {props.feed && <link rel="alternate" type="application/atom+xml" title={title} href={props.feed} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={asked.asset('style.css')} />
        {props.answers && <link rel="stylesheet" href={asked.asset('answers.css')} />}
        {props.desk && <link rel="stylesheet" href={asked.asset('desk.css')} />}
        {['leave', ...(props.islands ?? [])].map((name) => (
          <script key={name} type="module" src={asked.asset(name)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {t('web.skip')}
        </a>
        <Bar frame={frame} language={language} />
        <Banner frame={frame} takesWords={props.takesWords ?? false} />
        {props.nav}
        {props.ownMain ? (
          props.children
        ) : (
          <main id="main" tabIndex={-1} class="wrap">
            {props.children}
          </main>
        )}
        <Foot frame={frame} language={language} />
        {props.texts && <template id="texts">{JSON.stringify(texts(t, props.texts))}</template>}
        {props.data !== undefined && <template id="data">{JSON.stringify(props.data)}</template>}
      </body>
    </html>
  );
}

function Preview({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <meta name="description" content={text} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={text} />
    </>
  );
}

/** The same public page in other languages. */
const Alternates = ({ frame: { t, path } }: { readonly frame: Frame }) => (
  <>
    {langs
      .filter((lang) => lang !== t.lang)
      .map((lang) => (
        <link key={lang} rel="alternate" hreflang={lang} href={inLocale(lang, path)} />
      ))}
  </>
);

function Banner({ frame, takesWords }: { readonly frame: Frame; readonly takesWords: boolean }) {
  const { t, demonstration } = frame;
  if (!demonstration) return null;
  return (
    <aside class={takesWords ? 'banner mind' : 'banner'}>
      <p class="wrap">
        {takesWords ? t('web.demonstration.report') : t('web.demonstration')}{' '}
        {!takesWords && <a href={frame.link('/demo/mail')}>{t('mail.box.door')}</a>}
      </p>
    </aside>
  );
}
