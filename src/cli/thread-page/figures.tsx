import type { T } from '../../platform/i18n/index.ts';
import { type Estimate, groups, type Shares, type ThreadReport } from '../../talk/index.ts';

export const hundred = (share: number) => Math.round(share * 100);

/** Minutes below two hours, hours below two days, then days. */
export function duration(t: T, minutes: number): string {
  if (minutes < 120) return t('talk.thread.minutes', { n: minutes });
  const hours = Math.round(minutes / 60);
  if (hours < 48) return t('talk.thread.hours', { n: hours });
  return t('talk.thread.days', { n: Math.round(hours / 24) });
}

export function Range({ t, low, high }: { t: T; low: number; high: number }) {
  return <span class="r">({t('talk.thread.range', { low: hundred(low), high: hundred(high) })})</span>;
}

function Cell({ t, of, label }: { t: T; of: Estimate; label?: string }) {
  return (
    <td class="n">
      {label && <span class="lbl">{label}</span>}
      {t.number(hundred(of.value))} <Range t={t} {...of} />
    </td>
  );
}

/** Before and after the turn; where there was none, all posts. */
export function BeforeAfter({ t, report: { turn, whole } }: { t: T; report: ThreadReport }) {
  const columns: { label: string; shares: Shares }[] =
    turn === null
      ? [{ label: t('talk.thread.table.all'), shares: whole }]
      : [
          { label: t('talk.thread.table.before'), shares: turn.before },
          { label: t('talk.thread.table.after'), shares: turn.after },
        ];
  return (
    <table class="tight">
      <caption>{t('talk.thread.table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('talk.thread.table.about')}</th>
          {columns.map(({ label }) => (
            <th key={label} scope="col" class="n">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group}>
            <th scope="row">{t(`talk.thread.group.${group}`)}</th>
            {columns.map(({ label, shares }) => (
              <Cell key={label} t={t} of={shares.groups[group]} />
            ))}
          </tr>
        ))}
        <tr class="sum">
          <th scope="row">{t('talk.thread.group.pull')}</th>
          {columns.map(({ label, shares }) => (
            <Cell key={label} t={t} of={shares.pull} />
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** The same figures the charts draw. */
export function Along({ t, report: { along, minutes } }: { t: T; report: ThreadReport }) {
  return (
    <table class="tight reflow">
      <caption>{t('talk.thread.along.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('talk.thread.along.posts')}</th>
          {minutes !== null && <th scope="col">{t('talk.thread.along.time')}</th>}
          {groups.map((group) => (
            <th key={group} scope="col" class="n">
              {t(`talk.thread.group.${group}`)}
            </th>
          ))}
          <th scope="col" class="n">
            {t('talk.thread.along.pull')}
          </th>
        </tr>
      </thead>
      <tbody>
        {along.map((stretch) => (
          <tr key={stretch.from}>
            <th scope="row" class="whole">
              <bdi class="num">
                {t.number(stretch.from)}–{t.number(stretch.to)}
              </bdi>
            </th>
            {minutes !== null && <td>{stretch.minutes === null ? '' : duration(t, stretch.minutes)}</td>}
            {groups.map((group) => (
              <Cell key={group} t={t} of={stretch.groups[group]} label={t(`talk.thread.group.${group}`)} />
            ))}
            <Cell t={t} of={stretch.pull} label={t('talk.thread.along.pull')} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
