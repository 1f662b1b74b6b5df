/** The first page: one sentence, three doors, and what we can and cannot do today. */
import type { T } from '../../platform/i18n/index.ts';
import { Door, type Frame, Icon, Page, Reads, StopAtDusk } from '../../web/index.ts';
import type { Capacity } from '../wire.ts';
import { CapacityLine } from './capacity.tsx';

const can = ['sealed', 'reply', 'left_out', 'withdraw'] as const;
const cannot = ['send', 'ask', 'judge', 'copy'] as const;

/** Who taps the first door while it is closed should know before. */
function tellText({ state, until }: Capacity, t: T): string {
  if (state !== 'closed') return t('home.tell.small');
  return until === null ? t('home.tell.closed_open_end') : t('home.tell.closed', { day: t.day(until) });
}

/** The same whether there are reports or none: the capacity line alone may change, once a week. */
export function Home({ asked, capacity }: { asked: Frame; capacity: Capacity }) {
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
          <p class="lede">{t('home.lede', { name: asked.organisation[t.lang] })}</p>
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
        <StopAtDusk />
      </div>
      <div class="gap stack-2">
        <Reads icon="clock">
          <CapacityLine capacity={capacity} t={t} />{' '}
          {capacity.state === 'closed' && <a href={link('/help')}>{t('web.help_now')}</a>}
        </Reads>
        <p>
          <a class="lone" href={link('/back')}>
            <Icon name="key-round" />
            {t('home.back')}
          </a>
        </p>
      </div>
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
          </ul>
        </div>
      </section>
    </Page>
  );
}
