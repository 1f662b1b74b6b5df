/** The page on which an ask is put together, from wherever it began. */
import type { OfReport } from '../../../casework/asks/wire.ts';
import { Icon } from '../../../web/ui/icon.tsx';
import { useLoaded } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Link } from '../link.tsx';
import { Trouble } from '../problem.tsx';
import type { DraftFrom } from '../view.ts';
import { type Begun, fromGroup, fromReport } from './draft.ts';
import { DraftForm } from './draft-form.tsx';

export function DraftPage({ from }: { from: DraftFrom }) {
  const { t } = useDesk();
  return (
    <div class="stack-5">
      <Link class="back" to={{ page: 'asks' }}>
        <Icon name="chevron-left" flip />
        {t('casework.page.asks')}
      </Link>
      <h1>{t('casework.page.draft')}</h1>
      <p>{t('casework.draft.what')}</p>
      {'report' in from ? <OfOne report={from.report} /> : <Form begun={fromGroup(from)} />}
    </div>
  );
}

function OfOne({ report }: { report: string }) {
  const { t, today } = useDesk();
  const { value, problem, again } = useLoaded(report, () => ask<OfReport>(`asks/of/${report}`));
  const begun = value && !value.leftOut ? fromReport(value, today()) : null;
  return (
    <>
      <Trouble error={problem} t={t} again={again} />
      {!value && !problem && <p class="quiet">{t('casework.loading')}</p>}
      {value?.leftOut && <p>{t(`casework.ask.left_out.${value.leftOut}`)}</p>}
      {begun && <Form begun={begun} />}
    </>
  );
}

function Form({ begun }: { begun: Begun }) {
  const { go } = useDesk();
  return <DraftForm begun={begun} kept={({ line }) => go({ page: 'ask', id: line.id })} />;
}
