/** Reports of one place that have something in common. A suggestion makes nothing and sends nothing. */
import { useState } from 'preact/hooks';
import type { Group, Groups } from '../../../casework/asks/wire.ts';
import { Details } from '../../../web/ui/details.tsx';
import { useLoaded } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Link } from '../link.tsx';
import { Trouble } from '../problem.tsx';

/** Those most is told about come first. */
const step = 5;

export function Suggested() {
  const [most, setMost] = useState(step);
  const desk = useDesk();
  const { t } = desk;
  const { value, problem, again } = useLoaded('groups', () => ask<Groups>('asks/groups'));
  return (
    <section class="stack" aria-labelledby="groups-title" data-groups>
      <h2 id="groups-title">{t('casework.groups')}</h2>
      <p class="small">{t('casework.groups.what')}</p>
      <Trouble error={problem} t={t} again={again} />
      {value?.groups.length === 0 && <p>{t('casework.groups.none')}</p>}
      {value?.groups.slice(0, most).map((group) => (
        <One key={JSON.stringify([group.about, group.kinds])} group={group} />
      ))}
      {value && value.groups.length > most && (
        <p class="acts">
          <span class="small">{t('casework.groups.more', { n: value.groups.length - most })}</span>
          <button type="button" class="btn second" onClick={() => setMost(most + step)}>
            {t('casework.inbox.show_more')}
          </button>
        </p>
      )}
      {value?.imported && <p class="small quiet">{t('casework.ask.left_out.imported')}</p>}
      {value && value.leftOut.length > 0 && (
        <Details summary={t('casework.groups.left_out', { n: value.leftOut.length })}>
          <ul class="stack-2">
            {value.leftOut.map(({ report, why }) => (
              <li key={report}>
                <Link to={{ page: 'report', id: report }}>{t(`casework.ask.left_out.${why}`)}</Link>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

function One({ group }: { group: Group }) {
  const { t, go } = useDesk();
  const [first] = group.bodies;
  return (
    <div class="card stack-2">
      <p>
        <b dir="auto">{t.of(group.about.name)}</b>
      </p>
      <p class="small">
        {t('casework.groups.reports', { n: group.reports.length })}:{' '}
        {group.kinds
          .slice(0, 3)
          .map((kind) => t(`report.kind.${kind}`))
          .join(' · ')}
        {group.kinds.length > 3 && ' …'}
      </p>
      {first ? (
        <>
          <p class="small quiet">
            <span dir="auto">{t.of(first.name)}</span>:{' '}
            {t(`answer.why.${first.why}`, { about: t.of(first.reason) })}
          </p>
          <p>
            <button type="button" class="btn second" onClick={() => go({ page: 'draft', from: group })}>
              {t('casework.groups.begin')}
            </button>
          </p>
        </>
      ) : (
        <p class="small">{t('casework.answerers.nobody')}</p>
      )}
    </div>
  );
}
