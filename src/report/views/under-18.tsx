import { Back, type Frame, Page } from '../../web/index.ts';
import type { Situation } from '../situation.ts';
import { MinorStop, UnderEighteenCard } from './cards.tsx';

/** What we may have to pass on, and the lines: to be read before a word is written. */
export function Under18Page({ asked, now }: { asked: Frame; now: Situation }) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('report.title.under_18')} slim>
      <Back href={link('/report')} t={t} />
      <div class="column">
        {now.minors ? <UnderEighteenCard asked={asked} now={now} /> : <MinorStop asked={asked} now={now} />}
      </div>
    </Page>
  );
}
