/** Chooses among the reports this caseworker has claimed and takes them away, still sealed. */
import { useState } from 'preact/hooks';
import type { InboxAnswer, OpenedReport } from '../../casework/wire.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { useAct, useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { type ExportedReport, folders, save } from './exporting.ts';
import { kindsOf, whereAndWhen } from './lines.ts';
import { Link } from './link.tsx';
import { groupSaid, useMissing, Why } from './missing.tsx';
import { openReport } from './opening.ts';
import { Trouble } from './problem.tsx';

export const commands = [
  'age -d -i identity.txt secret.age > secret.txt',
  'age -d -i secret.txt items.age > items.txt',
] as const;

export function Export() {
  const desk = useDesk();
  const { t, me, held } = desk;
  const { value, problem, again } = useLoaded('export', () => ask<InboxAnswer>('inbox?most=100000'));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState(0);
  const act = useAct();
  const claimed = (value?.lines ?? []).filter(({ claimedBy }) => claimedBy?.id === me.id);
  const mine = claimed.filter(({ together }) => !together);
  const split = claimed.length - mine.length;
  const missing = useMissing();
  const first = `export-${mine[0]?.id}`;
  const why = missing.of(first);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const take = () => {
    if (missing.stops(chosen.size === 0 ? { field: first, text: t('casework.missing.export') } : null))
      return;
    act.run(async () => {
      if (!held) return;
      const reports: ExportedReport[] = [];
      for (const id of chosen) {
        const report = await ask<OpenedReport>('open', { report: id });
        reports.push({ report, opened: await openReport(report, held, me.installation.id) });
      }
      const readme = (missing: readonly string[]) =>
        [
          t('casework.export.readme', { first: commands[0], second: commands[1] }),
          ...(missing.length > 0 ? [t('casework.export.missing', { names: t.list([...missing]) })] : []),
          '',
        ].join('\n\n');
      save('reports.zip', await folders(reports, me.installation.id, readme), 'application/zip');
      setTaken(reports.length);
    });
  };
  return (
    <div class="column stack-5">
      <h1>{t('casework.page.export')}</h1>
      <p class="lede">{t('casework.export.lede')}</p>
      <Trouble error={problem ?? act.problem} t={t} again={again} />
      {value && claimed.length === 0 && <p>{t('casework.export.none')}</p>}
      {split > 0 && <p>{t('casework.export.two', { n: split })}</p>}
      {mine.length > 0 && (
        <fieldset class={why === null ? 'question' : 'question wrong'} {...groupSaid(first, why)}>
          <legend class="h3">{t('casework.export.which')}</legend>
          <Why id={first} text={why} />
          <div class="opts">
            {mine.map((line) => (
              <div class="opt" key={line.id}>
                <input
                  type="checkbox"
                  id={`export-${line.id}`}
                  checked={chosen.has(line.id)}
                  onChange={() => toggle(line.id)}
                />
                <label for={`export-${line.id}`}>
                  <span>
                    {kindsOf(line, t)}
                    <small>{whereAndWhen(line, t)}</small>
                    <small>{t('casework.arrived', { day: t.day(line.arrived) })}</small>
                  </span>
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      )}
      {mine.length > 0 && (
        <p class="acts">
          <button class="btn" type="button" disabled={act.busy} onClick={take}>
            <Icon name="download" />
            {chosen.size === 0 ? t('casework.page.export') : t('casework.export.do', { n: chosen.size })}
          </button>
        </p>
      )}
      {taken > 0 && (
        <div role="status">
          <Note kind="good">
            <p>{t('casework.export.done', { n: taken })}</p>
          </Note>
        </div>
      )}
      <section class="stack">
        <h2>{t('casework.export.how')}</h2>
        <p>{t('casework.export.how_why')}</p>
        <pre class="desk-commands">{commands.join('\n')}</pre>
        <p>{t('casework.export.header')}</p>
        <p>
          <Link class="lone" to={{ page: 'identity' }}>
            {t('casework.page.identity')}
          </Link>
        </p>
      </section>
    </div>
  );
}
