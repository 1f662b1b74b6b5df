/** Whether the pause changes anything: the numbers, the difference and its interval, and how they came about. */
import { Fill, type Frame, Note, Table } from '../../web/index.ts';
import {
  type Difference,
  difference,
  enough,
  isEnough,
  type Table as Numbers,
  tableOf,
} from '../count/effect.ts';
import { arms, ends, turnCounts } from '../count/model.ts';
import type { Numbers as Counted } from '../count/store.ts';
import { Experimental, TalkPage } from './frame.tsx';

interface EffectProps {
  asked: Frame;
  counted: Counted;
}

const told = ['words', 'group', 'kept', 'limits'] as const;
const source = 'Newcombe, Statistics in Medicine 17 (1998), 873–890';

export function EffectPage({ asked, counted }: EffectProps) {
  const { t } = asked;
  const table = tableOf(counted.of);
  return (
    <TalkPage asked={asked} title={t('talking.effect')} text={t('talking.text')}>
      <div class="head">
        <h1>{t('talking.effect')}</h1>
        <p class="lede">{t('talking.effect.lede')}</p>
        {asked.demonstration && <p>{t('talking.effect.invented')}</p>}
        <Experimental t={t} />
      </div>
      <div class="beside even">
        {isEnough(table) ? (
          <Found table={table} counted={counted} t={t} />
        ) : (
          <Note title={t('talking.effect.few')}>
            <p>{t('talking.effect.few.text', { n: t.number(enough) })}</p>
          </Note>
        )}
        <div class="stack-7">
          <section class="stack" aria-labelledby="how">
            <h2 id="how" class="h3">
              {t('talking.effect.how')}
            </h2>
            <ul class="points">
              {told.map((one) => (
                <li key={one}>{t(`talking.effect.how.${one}`)}</li>
              ))}
              <li>
                <Fill
                  text={t('talking.effect.how.formula')}
                  parts={{
                    source: (
                      <bdi lang="en" dir="ltr">
                        {source}
                      </bdi>
                    ),
                  }}
                />
              </li>
            </ul>
          </section>
          <Turns counted={counted} t={t} />
        </div>
      </div>
    </TalkPage>
  );
}

/** How often replies were looked for and copied; whether they bring a talk back, no count can say. */
function Turns({ counted: { of }, t }: Pick<FoundProps, 'counted' | 't'>) {
  const sum = (begin: string) => {
    const mine = turnCounts.filter((what) => what.startsWith(begin));
    return mine.reduce((all, what) => all + (of.get(what) ?? 0), 0);
  };
  const copied = sum('turn.copied.');
  const looked = sum('turn.') - copied;
  return (
    <section class="stack" aria-labelledby="turns">
      <h2 id="turns" class="h3">
        {t('talking.answer')}
      </h2>
      {looked > 0 && (
        <p>
          {t('talking.effect.turn.looked', { n: looked })} {t('talking.effect.turn.copied', { n: copied })}
        </p>
      )}
      <p class="small quiet">{t('talking.answer.effect')}</p>
    </section>
  );
}

interface FoundProps {
  table: Numbers;
  counted: Counted;
  t: Frame['t'];
}

function Found({ table, counted: { from, to }, t }: FoundProps) {
  const columns = [
    { label: t('talking.effect.became') },
    ...arms.map((arm) => ({ label: t(`talking.effect.${arm}`), number: true })),
  ];
  const rows = ([...ends, 'all'] as const).map((end) => [
    t(`talking.effect.${end}`),
    ...arms.map((arm) => (arm === 'held' && end === 'not_meant' ? '–' : t.number(table[arm][end]))),
  ]);
  return (
    <div class="stack-5">
      <Changed of={difference('changed', table)} title={t('talking.effect.changed.h')} t={t} />
      <Changed of={difference('dropped', table)} title={t('talking.effect.dropped.h')} t={t}>
        {t('talking.effect.dropped.text')}
      </Changed>
      <Table caption={t('talking.effect.table')} columns={columns} rows={rows} tight />
      {from !== null && to !== null && (
        <p class="small quiet">{t('talking.effect.since', { from: t.day(from), to: t.day(to) })}</p>
      )}
    </div>
  );
}

interface ChangedProps {
  of: Difference;
  title: string;
  t: Frame['t'];
  children?: string;
}

/** Whole hundredths; a difference that rounds to none is none. */
function Changed({ of: { shown, held, by, low, high }, title, t, children }: ChangedProps) {
  const hundred = (share: number) => Math.round(share * 100);
  const signed = (share: number) => t.number(hundred(share) || 0);
  const size = hundred(by);
  const key = size > 0 ? 'more' : size < 0 ? 'less' : 'same';
  return (
    <section class="stack-2">
      <h2 class="h3">{title}</h2>
      <p>
        {t('talking.effect.shares', {
          shown: t.number(hundred(shown.n / shown.of)),
          held: t.number(hundred(held.n / held.of)),
        })}
      </p>
      <p>
        <b>
          {t(`talking.effect.${key}`, {
            ...(size === 0 ? {} : { by: t.number(Math.abs(size)) }),
            low: signed(low),
            high: signed(high),
          })}
        </b>{' '}
        {hundred(low) < 0 && t('talking.effect.minus')} {low <= 0 && high >= 0 && t('talking.effect.chance')}
      </p>
      {children !== undefined && <p class="small quiet">{children}</p>}
    </section>
  );
}
