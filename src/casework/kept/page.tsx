/** One list: what is kept, for how long, what removes it, when that last ran and when it runs next. */
import { dayIn } from '../../platform/clock.ts';
import type { Asked } from '../../platform/http/index.ts';
import { type Kept, nextRun, periodText, type Run } from '../../platform/retention/index.ts';
import { Icon, Page } from '../../web/index.ts';

interface KeptProps {
  asked: Asked;
  kept: readonly Kept[];
  runs: ReadonlyMap<string, Run>;
  zone: string;
}

export function KeptPage({ asked, kept, runs, zone }: KeptProps) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('kept.title')} desk>
      <div class="stack-7">
        <div class="column stack">
          <a class="back" href={link('/desk')}>
            <Icon name="chevron-left" flip />
            {t('staff.desk')}
          </a>
          <h1>{t('kept.title')}</h1>
          <p class="lede">{t('kept.lede')}</p>
        </div>
        <ul class="list">
          {kept.map((one) => (
            <li key={one.kind} class="whole">
              <One asked={asked} one={one} run={runs.get(one.kind)} zone={zone} />
            </li>
          ))}
        </ul>
        <p class="small quiet">{t('kept.clock', { zone })}</p>
        <p>
          <a class="lone" href={link('/desk/health')}>
            {t('kept.to_health')}
          </a>
        </p>
        <p>
          <a class="lone" href={link('/keep')}>
            {t('kept.to_public')}
          </a>
        </p>
      </div>
    </Page>
  );
}

interface OneProps extends Pick<KeptProps, 'asked' | 'zone'> {
  one: Kept;
  run: Run | undefined;
}

function One({ asked: { t }, one, run, zone }: OneProps) {
  const { kind, period, by, forget } = one;
  const at = (when: Date) => t('kept.ran', { day: t.day(dayIn(zone, when)), time: t.time(when, zone) });
  const rows: (readonly [string, string])[] = [
    [t('kept.period'), periodText(period, t)],
    [t('kept.by'), t(`kept.by.${by}`)],
    ...(forget === undefined
      ? []
      : ([
          [t('kept.last'), run === undefined ? t('kept.not_yet') : at(run.ran)],
          [t('kept.removed'), removedIn(run, t)],
          [t('kept.next'), run === undefined ? t('kept.every_hour') : at(nextRun(run.ran, zone))],
        ] as const)),
  ];
  return (
    <div class="stack-2">
      <h2 class="h3">{t(`kept.${kind}`)}</h2>
      <p class="quiet">{t(`kept.${kind}.from`)}</p>
      <dl class="kept-facts">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function removedIn(run: Run | undefined, t: Asked['t']): string {
  if (run === undefined) return t('kept.not_yet');
  if (run.last === null) return t('kept.none_went');
  return t('kept.went', { n: run.last.removed, day: t.day(run.last.day) });
}
