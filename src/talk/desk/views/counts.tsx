/** How many, what was decided, how long it took. No post, no writer, no moderator. */
import type { T } from '../../../platform/i18n/index.ts';
import { Button, Note, Table } from '../../../web/index.ts';
import { type Kind, kinds, median } from '../model.ts';
import { type DeskAsked, DeskPage } from './frame.tsx';

interface CountsProps {
  asked: DeskAsked;
  waiting: number;
  decided: readonly { kind: Kind; minutes: number }[];
  appeals: { all: number; lifted: number };
  /** Decisions that can be learnt from; null for whoever may not save them. */
  learnable: number | null;
}

export function CountsPage({ asked, waiting, decided, appeals, learnable }: CountsProps) {
  const { t, link } = asked;
  const half = median(decided.map(({ minutes }) => minutes));
  const rows = kinds.map((kind) => [
    t(`moderate.kind.${kind}`),
    t.number(decided.filter((one) => one.kind === kind).length),
  ]);
  return (
    <DeskPage asked={asked} at="counts" title={t('moderate.counts')}>
      <div class="column stack-7">
        <div class="stack">
          <h1>{t('moderate.counts')}</h1>
          <p class="lede">{t('moderate.counts.lede')}</p>
        </div>
        <dl class="sum">
          <Fact name={t('moderate.counts.waiting')}>{t.number(waiting)}</Fact>
          <Fact name={t('moderate.counts.decided')}>{t.number(decided.length)}</Fact>
          <Fact name={t('moderate.counts.half')}>
            {half === null ? t('moderate.counts.half_none') : lengthOf(half, t)}
          </Fact>
          <Fact name={t('moderate.counts.appeals')}>{t.number(appeals.all)}</Fact>
          <Fact name={t('moderate.counts.lifted')}>{t.number(appeals.lifted)}</Fact>
        </dl>
        <Table
          caption={t('moderate.counts.kinds')}
          columns={[{ label: t('moderate.counts.kind') }, { label: t('moderate.counts.n'), number: true }]}
          rows={rows}
        />
        {learnable !== null && (
          <section class="stack" aria-labelledby="learn">
            <h2 id="learn">{t('moderate.learn')}</h2>
            <p>{t('moderate.learn.lede', { command: 'upstander talk learn' })}</p>
            <p>{t('moderate.learn.n', { n: learnable })}</p>
            {learnable > 0 && (
              <>
                <Note kind="mind">
                  <p>{t('moderate.learn.mind')}</p>
                </Note>
                <div>
                  <Button kind="second" icon="download" href={link('/desk/talk/decisions')}>
                    {t('moderate.learn.save')}
                  </Button>
                </div>
              </>
            )}
          </section>
        )}
      </div>
    </DeskPage>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Rounded up to what is said of such lengths: minutes, from two hours on hours, from two days on days. */
function lengthOf(minutes: number, t: T): string {
  if (minutes < 120) return t('moderate.minutes', { n: Math.max(1, Math.ceil(minutes)) });
  if (minutes < 48 * 60) return t('moderate.hours', { n: Math.ceil(minutes / 60) });
  return t('moderate.days', { n: Math.ceil(minutes / (24 * 60)) });
}
