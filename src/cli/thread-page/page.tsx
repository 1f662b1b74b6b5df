/** One document that needs nothing else: no script, no address, no words of anybody unless a reason was given. */
import { renderToString } from 'preact-render-to-string';
import type { T } from '../../platform/i18n/index.ts';
import { type AllErrors, type ThreadReport, turnAllowed, turnFewest } from '../../talk/index.ts';
import { Along, BeforeAfter, duration, hundred } from './figures.tsx';
import { facesOf } from './fonts.ts';
import look from './look.css?inline';
import { CameBack, Moves } from './moves.tsx';
import { Pulling } from './pulling.tsx';
import { Mark, type Quoted, Quotes } from './quotes.tsx';
import { type Drawn, Stacked } from './stacked.tsx';

export interface Shown {
  t: T;
  report: ThreadReport;
  errors: AllErrors;
  quoted?: Quoted | undefined;
}

export function threadPage(shown: Shown): string {
  return `<!doctype html>\n${renderToString(<Document {...shown} />)}\n`;
}

function Document({ t, report, errors, quoted }: Shown) {
  return (
    <html lang={t.lang} dir={t.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"
        />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>{t('talk.thread.name')}</title>
        <meta name="color-scheme" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: facesOf(t.lang) + look }} />
      </head>
      <body>
        <main class="wrap">
          {quoted && <Mark t={t} reason={quoted.reason} />}
          <Head t={t} report={report} />
          <div class="stack-7">
            <div class="beside">
              <About t={t} report={report} />
              <div class="stack-7">
                <section class="stack" aria-labelledby="moves">
                  <h2 id="moves">{t('talk.thread.moves.title')}</h2>
                  <Moves t={t} report={report} />
                </section>
                <section class="stack" aria-labelledby="back">
                  <h2 id="back">{t('talk.thread.back.title')}</h2>
                  <CameBack t={t} report={report} />
                </section>
              </div>
            </div>
            {quoted && (
              <section class="stack" aria-labelledby="quotes">
                <h2 id="quotes">{t('talk.thread.quotes.title')}</h2>
                <Quotes t={t} quotes={quoted.quotes} />
              </section>
            )}
            <section class="stack" aria-labelledby="along">
              <h2 id="along">
                {t('talk.thread.along.title')} <span class="tag">{t('talk.thread.experimental')}</span>
              </h2>
              <Along t={t} report={report} />
            </section>
            <section class="stack" aria-labelledby="read">
              <h2 id="read">{t('talk.thread.read.title')}</h2>
              <Reading t={t} report={report} errors={errors} quoted={quoted} />
            </section>
          </div>
        </main>
      </body>
    </html>
  );
}

function Head({ t, report }: { t: T; report: ThreadReport }) {
  const { turn, short, whole } = report;
  const kind = short ? 'short' : turn === null ? 'stayed' : 'turned';
  return (
    <header class="head">
      <p class="over">
        <span>
          {t('talk.thread.posts', { n: report.posts })} {t(`talk.thread.source.${report.source}`)}
        </span>
        {report.people !== null && <span>{t('talk.thread.people', { n: report.people })}</span>}
        {report.minutes !== null && <span>{duration(t, report.minutes)}</span>}
        <span class="tag">{t('talk.thread.experimental')}</span>
      </p>
      <h1>{t(`talk.thread.${kind}.title`, { post: turn?.post ?? 0 })}</h1>
      <p class="lede">
        {t(`talk.thread.${kind}.lede`, {
          n: short ? report.judged : hundred(whole.pull.value),
          least: turnFewest,
          before: hundred(turn?.before.pull.value ?? 0),
          after: hundred(turn?.after.pull.value ?? 0),
        })}
      </p>
    </header>
  );
}

function About({ t, report }: { t: T; report: ThreadReport }) {
  const { turn, posts, minutes, along, short, chance } = report;
  const share = (post: number) => (posts < 2 ? 0.5 : (post - 1) / (posts - 1));
  const byOrder: Drawn = {
    t,
    along,
    at: ({ from, to }) => share((from + to) / 2),
    turn: turn && { at: share(turn.post), from: share(turn.from), to: share(turn.to) },
    ends: [t('talk.thread.about.post', { n: 1 }), t.number(posts)],
    caption: t('talk.thread.about.order'),
  };
  const byTime: Drawn | undefined = minutes
    ? {
        ...byOrder,
        at: (stretch) => (stretch.minutes ?? 0) / minutes,
        turn: turn?.minutes == null ? null : only(turn.minutes / minutes),
        ends: [t('talk.thread.about.start'), duration(t, minutes)],
        caption: t('talk.thread.about.time'),
      }
    : undefined;
  return (
    <section class="stack-5" aria-labelledby="about">
      <h2 id="about">
        {t('talk.thread.about.title')} <span class="tag">{t('talk.thread.experimental')}</span>
      </h2>
      {turn && (
        <p>
          {t('talk.thread.turned.where', { from: turn.from, to: turn.to })}{' '}
          {turn.minutes !== null && t('talk.thread.turned.when', { time: duration(t, turn.minutes) })}
        </p>
      )}
      <Stacked {...byOrder} />
      <BeforeAfter t={t} report={report} />
      {byTime ? <Stacked {...byTime} /> : <p class="small quiet">{t('talk.thread.about.noTime')}</p>}
      <h3>
        {t('talk.thread.pull.title')} <span class="tag">{t('talk.thread.experimental')}</span>
      </h3>
      <Pulling {...byOrder} caption={t('talk.thread.pull.caption')} />
      {!short && (
        <p class="small quiet">
          {t('talk.thread.chance', { n: Math.round(chance * 1000), most: Math.round(turnAllowed * 1000) })}
        </p>
      )}
    </section>
  );
}

const only = (at: number) => ({ at, from: at, to: at });

function Reading({ t, report, errors, quoted }: Shown) {
  const { judged, posts, languages, lacks } = report;
  return (
    <ul class="dots">
      <li>{t('talk.thread.read.program')}</li>
      <li>{t('talk.thread.read.experimental')}</li>
      <li>{t('talk.thread.read.account')}</li>
      <li>{t('talk.thread.read.turn')}</li>
      <li>{t('talk.thread.read.errors', { en: errors.en.sentences, ar: errors.ar.sentences })}</li>
      <li>
        {t('talk.thread.read.judged', { judged, posts: t('talk.thread.posts', { n: posts }), ...languages })}
      </li>
      {lacks > 0 && <li>{t('talk.thread.read.lacks', { n: lacks })}</li>}
      {quoted === undefined && <li>{t('talk.thread.read.own')}</li>}
    </ul>
  );
}
