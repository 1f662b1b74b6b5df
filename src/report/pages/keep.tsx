/** What we keep: every column that stays open, what is sealed, how long, and what a court would find. */
import { type Kept, periodText } from '../../platform/retention/index.ts';
import { type Frame, Icon, Page, Side } from '../../web/index.ts';
import type { HeldShare } from '../deps.ts';
import { keptDays } from '../on-phone.ts';

const open = [
  'place',
  'when',
  'kinds',
  'who',
  'helped',
  'soon',
  'consents',
  'readers',
  'form',
  'day',
  'steps',
  'work',
  'crowded',
  'away',
  'pressure',
  'keys',
] as const;
const sealed = ['words', 'finer', 'about', 'contact', 'replies', 'files'] as const;
const never = ['address', 'code', 'point'] as const;
const long = ['withdraw', 'month', 'year'] as const;
/** Said in sentences of their own above the list. */
const apart: readonly string[] = ['story', 'withdrawn', 'backup'];

interface KeepProps {
  asked: Frame;
  /** Within how many hours what is told is copied elsewhere; null: not yet. */
  copied: { hours: number } | null;
  /** What the server works through. */
  kept: readonly Kept[];
  /** Of the last week that was counted. */
  held: HeldShare | null;
}

export function Keep({ asked, copied, kept, held }: KeepProps) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('web.name')} slim>
      <div class="column stack-7">
        <div class="head">
          <h1>{t('home.keep.title')}</h1>
          <p class="lede">{t('home.keep.lede')}</p>
        </div>
        <Side id="open" icon="eye" title={t('home.keep.open')} lede={t('home.keep.open.lede')}>
          <List items={open.map((one) => t(`home.keep.open.${one}`))} />
        </Side>
        <Side
          id="sealed"
          sealed
          icon="lock-keyhole"
          title={t('home.keep.sealed')}
          lede={t('home.keep.sealed.lede')}
        >
          <List items={sealed.map((one) => t(`home.keep.sealed.${one}`))} />
          <p class="small gap">{t('home.keep.script')}</p>
        </Side>
        <p>
          <a class="lone" href={link('/readers')}>
            <Icon name="lock-keyhole" />
            {t('home.keep.readers')}
          </a>
        </p>
        <section class="stack" aria-labelledby="never">
          <h2 id="never">{t('home.keep.never')}</h2>
          <List items={never.map((one) => t(`home.keep.never.${one}`))} />
        </section>
        <section class="stack" aria-labelledby="phone">
          <h2 id="phone">{t('home.keep.phone')}</h2>
          <List items={[t('home.keep.phone.draft', { n: keptDays }), t('home.keep.phone.list')]} />
        </section>
        <section class="stack" aria-labelledby="counts">
          <h2 id="counts">{t('home.keep.counts')}</h2>
          <p>{t('home.keep.wait')}</p>
          <p>{t('home.keep.seen')}</p>
          <p>{t('home.keep.talk')}</p>
          <p>{t('home.keep.stand')}</p>
          {held !== null && (
            <p>
              {t(held.tens === 0 ? 'home.keep.held.few' : 'home.keep.held', {
                day: t.day(held.week),
                share: t.number(held.tens * 10),
              })}
            </p>
          )}
        </section>
        <section class="stack" aria-labelledby="long">
          <h2 id="long">{t('home.keep.long')}</h2>
          <List
            items={[
              ...long.map((one) => t(`home.keep.long.${one}`)),
              copied === null ? t('home.keep.long.backup') : t('home.keep.long.copied', { n: copied.hours }),
            ]}
          />
          <p>{t('home.keep.long.list')}</p>
          <List
            items={kept
              .filter(({ kind }) => !apart.includes(kind))
              .map(({ kind, period }) =>
                t('kept.line', {
                  what: t(`kept.${kind}`),
                  period: periodText(period, t),
                  from: t(`kept.${kind}.from`),
                }),
              )}
          />
        </section>
        <section class="stack" aria-labelledby="court">
          <h2 id="court">{t('home.keep.court')}</h2>
          <p>{t('home.keep.court.text')}</p>
        </section>
        <section class="stack" aria-labelledby="bad-server">
          <h2 id="bad-server">{t('home.keep.bad_server')}</h2>
          <p>{t('home.keep.bad_server.text')}</p>
        </section>
      </div>
    </Page>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul class="points stack-2">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
