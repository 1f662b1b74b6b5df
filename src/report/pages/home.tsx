/** The first page: one sentence, four doors, and what we can and cannot do today. */
import type { T } from '../../platform/i18n/index.ts';
import { Door, type Frame, Icon, Page, Reads, StopAtDusk } from '../../web/index.ts';
import type { Answered } from '../deps.ts';
import type { Capacity } from '../wire.ts';
import { CapacityLine } from './capacity.tsx';

const can = ['sealed', 'reply', 'ask', 'left_out', 'withdraw'] as const;
const cannot = ['send', 'ask', 'judge'] as const;

/** Who taps the first door while it is closed should know before. */
function tellText({ state, until }: Capacity, t: T): string {
  if (state !== 'closed') return t('home.tell.small');
  return until === null ? t('home.tell.closed_open_end') : t('home.tell.closed', { day: t.day(until) });
}

interface HomeProps {
  asked: Frame;
  capacity: Capacity;
  /** The last one first. */
  answers: readonly Answered[];
  /** Within how many hours what is told is copied elsewhere; null: not yet. */
  copied: { hours: number } | null;
}

/** The same whether there are reports or none: capacity, once a week, and what bodies answered may change. */
export function Home({ asked, capacity, answers, copied }: HomeProps) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('web.name')} slim>
      <div class="hero">
        <div class="head">
          <h1>
            {t('home.h1')
              .split(/(?<=\.) /)
              .map((sentence) => (
                <span key={sentence}>{sentence} </span>
              ))}
          </h1>
          <p class="lede">{t('home.lede', { name: t.of(asked.organisation) })}</p>
        </div>
        <Door
          kind="first"
          href={link('/report')}
          icon="message-circle"
          title={t('home.tell')}
          text={tellText(capacity, t)}
        />
        <Door href={link('/seen')} icon="eye" title={t('home.seen')} text={t('home.seen.small')} />
        <Door
          kind="now"
          href={link('/need')}
          icon="hand-helping"
          title={t('home.need')}
          text={t('home.need.small')}
        />
        <Door href={link('/answers')} icon="scale" title={t('home.answers')} text={t('home.answers.small')} />
        <StopAtDusk />
      </div>
      <div class="gap stack-2">
        <Reads icon="clock">
          <CapacityLine capacity={capacity} t={t} />{' '}
          {capacity.state === 'closed' && <a href={link('/help')}>{t('web.help_now')}</a>}
        </Reads>
        {capacity.state === 'urgent' && (
          <p>
            <a class="lone" href={link('/help')}>
              {t('web.help_now')}
            </a>
          </p>
        )}
        <p>
          <a class="lone" href={link('/back')}>
            <Icon name="key-round" />
            {t('home.back')}
          </a>
        </p>
      </div>
      {answers.length > 0 && (
        <section class="gap-top stack" aria-labelledby="latest">
          <h2 class="h3" id="latest">
            {t('home.latest')}
          </h2>
          <ul class="stack-2">
            {answers.map(({ ask, body, place, day }) => (
              <li key={ask}>
                <a href={link(`/asks/${ask}`)}>
                  {t('home.latest.answered', { name: t.of(body), place: t.of(place) })}
                </a>{' '}
                <span class="quiet">{t.day(day)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="cans gap-top" aria-label={t('home.expect')}>
        <div class="can">
          <h2>{t('home.can')}</h2>
          <ul>
            {can.map((one) => (
              <li key={one}>
                <Icon name="check" />
                <span>{t(`home.can.${one}`)}</span>
              </li>
            ))}
          </ul>
        </div>
        <div class="cannot">
          <h2>{t('home.cannot')}</h2>
          <ul>
            {cannot.map((one) => (
              <li key={one}>
                <Icon name="minus" />
                <span>{t(`home.cannot.${one}`)}</span>
              </li>
            ))}
            <li>
              <Icon name="minus" />
              <span>
                {copied === null ? t('home.cannot.copy') : t('home.cannot.copy.later', { n: copied.hours })}
              </span>
            </li>
          </ul>
        </div>
      </section>
    </Page>
  );
}
