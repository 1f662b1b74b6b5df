/** The page of an ask: what several people asked for, of whom, the clock, the answer, and what anyone can do now. */
import { Back, Fill, type Frame, Icon } from '../../web/index.ts';
import type { PublicAsk } from '../ask/public.ts';
import type { Dues, Terms } from '../clock/terms.ts';
import { Stand } from '../stand/stand.tsx';
import { AskView } from '../views/ask.tsx';
import { ClockView } from '../views/clock.tsx';
import { Name } from '../views/name.tsx';
import { aboutKey } from './ask-list.tsx';
import type { Book } from './book.ts';
import { NowWhat, OpenLetter } from './now-what.tsx';
import { PublicPage } from './public-page.tsx';

interface AskPageProps {
  asked: Frame;
  book: Book;
  ask: PublicAsk;
  /** By the body's terms as they are now. */
  clock: { terms: Terms; dues: Dues };
}

export function AskPage({ asked, book, ask, clock }: AskPageProps) {
  const { t, link } = asked;
  const name = t.of(ask.body.name);
  return (
    <PublicPage
      asked={asked}
      at="answers"
      title={t('public.ask.title', { name, day: t.day(ask.sent) })}
      text={t('public.ask.text', { name })}
      feed={link(`/answers/${ask.body.id}/feed.atom`)}
    >
      <div class="head">
        <Back t={t} href={link(`/answers/${ask.body.id}`)} text={name} />
        <h1>
          <Fill
            text={t('public.ask.h1')}
            parts={{
              name: <Name name={ask.body.name} t={t} of={`body ${ask.body.id}`} wanted={book.wanted} />,
              place: <Name name={ask.about.name} t={t} of={aboutKey(ask)} wanted={book.wanted} />,
            }}
          />
        </h1>
      </div>
      <div class="beside">
        <AskView
          ask={ask}
          t={t}
          today={book.today}
          wanted={book.wanted}
          file={(answer, file) => `/asks/${ask.id}/files/${answer}/${file}`}
        />
        <div class="stack-7">
          <AskClock ask={ask} clock={clock} t={t} />
          <NowWhat asked={asked} book={book} ask={ask} />
          <Stand asked={asked} ask={ask} />
          <OpenLetter asked={asked} ask={ask} />
          <p class="acts">
            <a class="lone" href={link(`/answers/${ask.body.id}/feed.atom`)}>
              <Icon name="rss" />
              {t('public.follow_body')}
            </a>
            <a class="lone" href={link(`/corrections?ask=${ask.id}`)}>
              <Icon name="pencil" />
              {t('public.wrong')}
            </a>
          </p>
        </div>
      </div>
    </PublicPage>
  );
}

/** What was sent keeps its days: where the body's terms are others today, the arithmetic of today would be a lie. */
function AskClock({ ask, clock, t }: Pick<AskPageProps, 'ask' | 'clock'> & { t: Frame['t'] }) {
  const { terms, dues } = clock;
  if (dues.answer.due === ask.due)
    return <ClockView sent={ask.sent} reckoned={dues.answer} counted={terms.answer.counted} t={t} />;
  return (
    <section class="stack" aria-labelledby="clock">
      <h2 id="clock" class="h3">
        {t('public.clock')}
      </h2>
      <p>
        {t('public.clock.sent_on', { day: t.day(ask.sent) })}{' '}
        {ask.due === null
          ? t('public.standing.question')
          : t('public.clock.due', { day: t.weekday(ask.due), year: ask.due.slice(0, 4) })}
      </p>
      <p class="small quiet">{t('public.clock.other_terms')}</p>
    </section>
  );
}
