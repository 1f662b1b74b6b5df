/** Which reports stand behind an ask, and what each of them allows for this body. No story is here. */

import { useState } from 'preact/hooks';
import type { GroupedReport, HerWord } from '../../../casework/asks/wire.ts';
import type { Said } from '../../../platform/i18n/index.ts';
import { Details } from '../../../web/ui/details.tsx';
import { useAct } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Link } from '../link.tsx';
import { Trouble } from '../problem.tsx';

/** Those nobody can stand on yet are folded away when there are more. */
const few = 5;

interface Props {
  reports: readonly GroupedReport[];
  body: { id: string; name: Said };
  chosen: readonly string[];
  set(chosen: string[]): void;
}

export function ReportsIn({ reports, body, chosen, set }: Props) {
  const { t } = useDesk();
  // Decided once: a line that is ticked or asked about stays where it is.
  const [ready] = useState(
    () =>
      new Set(
        reports
          .filter(({ report, read, may }) => chosen.includes(report) || (read && may[body.id] === 'yes'))
          .map(({ report }) => report),
      ),
  );
  const list = (some: readonly GroupedReport[]) => (
    <ul class="list">
      {some.map((report) => (
        <li key={report.report} class="whole">
          <One
            report={report}
            body={body}
            on={chosen.includes(report.report)}
            turn={(on) =>
              set(on ? [...chosen, report.report] : chosen.filter((one) => one !== report.report))
            }
          />
        </li>
      ))}
    </ul>
  );
  const first = reports.filter(({ report }) => ready.has(report));
  const rest = reports.filter(({ report }) => !ready.has(report));
  const isFolded = first.length > 0 && rest.length > few;
  return (
    <fieldset class="stack-2" data-reports-in>
      <legend class="h3">{t('casework.draft.reports')}</legend>
      {list(isFolded ? first : [...first, ...rest])}
      {isFolded && (
        <Details summary={t('casework.draft.reports_rest', { n: rest.length })}>{list(rest)}</Details>
      )}
    </fieldset>
  );
}

interface OneProps extends Pick<Props, 'body'> {
  report: GroupedReport;
  on: boolean;
  turn(on: boolean): void;
}

function One({ report, body, on, turn }: OneProps) {
  const { t } = useDesk();
  const [asked, setAsked] = useState<HerWord | null>(null);
  const act = useAct();
  const word = asked ?? report.words[body.id] ?? null;
  const may = report.may[body.id] ?? 'ask_her';
  const question = () =>
    act.run(async () =>
      setAsked(await ask<HerWord>('asks/question', { report: report.report, body: body.id })),
    );
  return (
    <div class="stack-2">
      <div class="opt">
        <input
          type="checkbox"
          id={`in-${report.report}`}
          checked={on}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        <label for={`in-${report.report}`}>
          <span>
            {report.kinds.map((kind) => t(`report.kind.${kind}`)).join(' · ')}
            <small>
              {[
                report.month ? t.month(`${report.month}-01`) : null,
                report.place ? t.of(report.place) : null,
                t(`casework.may.${may}`),
                report.asks.length > 0 ? t('casework.draft.in_another') : null,
                report.read ? null : t('casework.draft.unread'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
        </label>
      </div>
      {may === 'ask_her' && word?.said == null && (
        <p class="acts">
          {word ? (
            <span class="small quiet">{t('casework.draft.her_asked', { day: t.day(word.asked) })}</span>
          ) : (
            <button type="button" class="btn second" disabled={act.busy} onClick={question}>
              {t('casework.draft.ask_her')}
            </button>
          )}
        </p>
      )}
      <Trouble error={act.problem} t={t} />
      <p class="small">
        <Link to={{ page: 'report', id: report.report }}>{t('casework.draft.read_it')}</Link>
      </p>
    </div>
  );
}
