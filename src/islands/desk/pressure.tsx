/** The sealed log: what happens to us, or to somebody who told, because they told. */
import type { PressureLog } from '../../casework/pressure/wire.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { twoMustOpen, useDesk } from './desk.ts';
import { save } from './exporting.ts';
import { Link } from './link.tsx';
import { nameOf } from './list.ts';
import { type OpenedLine, openLines, pressingOf, pressureFolder } from './pressing.ts';
import { WriteDown } from './pressure-form.tsx';
import { said, Trouble } from './problem.tsx';
import { TakeBack } from './take-back.tsx';

interface Shown {
  lines: OpenedLine[];
  more: number;
}

export function Pressure() {
  const desk = useDesk();
  const { t } = desk;
  const { value, problem, again } = useLoaded<Shown>('pressure', async () => {
    const log = await ask<PressureLog>('pressure');
    const by = pressingOf(desk);
    return { lines: by === null ? [] : await openLines(log.lines, by), more: log.more };
  });
  const lines = value?.lines ?? [];
  const take = () => {
    const command = 'age -d -i identity.txt FILE.age > open.txt';
    save(
      'pressure.zip',
      pressureFolder(lines, t('casework.pressure.readme', { command })),
      'application/zip',
    );
  };
  return (
    <div class="column stack-7">
      <div class="stack-5">
        <h1>{t('casework.page.pressure')}</h1>
        <p class="lede">{t('casework.pressure.lede')}</p>
        {twoMustOpen(desk) && <p>{t('casework.pressure.two')}</p>}
        <WriteDown written={again} />
      </div>
      <section class="stack-5" aria-labelledby="pressure-list">
        <h2 id="pressure-list">{t('casework.pressure.list')}</h2>
        <Trouble error={problem} t={t} again={again} />
        {value && lines.length === 0 && <p>{t('casework.pressure.none')}</p>}
        {lines.length > 0 && (
          <>
            <ul class="speak">
              {lines.map((line) => (
                <One key={line.id} line={line} again={again} />
              ))}
            </ul>
            {(value?.more ?? 0) > 0 && <p>{t('casework.pressure.more', { n: value?.more ?? 0 })}</p>}
            <p class="acts">
              <button class="btn second" type="button" onClick={take}>
                <Icon name="download" />
                {t('casework.pressure.export')}
              </button>
            </p>
          </>
        )}
        <p class="small quiet">{t('casework.pressure.later')}</p>
      </section>
    </div>
  );
}

function One({ line, again }: { line: OpenedLine; again(): void }) {
  const { t, me } = useDesk();
  const written = t.dayOfYear(line.day);
  const writer = (name: string) =>
    'read' in line && line.read.left ? t('casework.former_key', { name }) : name;
  const readers = t.list(line.readers.map((id) => nameOf(me.entries, id)));
  return (
    <li>
      <p class="who">
        <b>{t(line.report === null ? 'casework.pressure.on_us' : 'casework.pressure.on_her')}</b>{' '}
        {'read' in line && <time dateTime={line.read.on}>{t.dayOfYear(line.read.on)}</time>}
      </p>
      {'why' in line ? (
        <Note kind="bad" title={t('casework.item.refused', { day: written })}>
          <p>{said(line.why, t).title}</p>
        </Note>
      ) : (
        <>
          {line.read.words
            .split(/\n+/)
            .filter(Boolean)
            .map((words) => (
              <p dir="auto">{words}</p>
            ))}
          {line.read.from === null && (
            <Note kind="bad">
              <p>{t('casework.pressure.by_nobody')}</p>
            </Note>
          )}
        </>
      )}
      <p class="meta">
        {'read' in line && line.read.from && (
          <span>{t('casework.pressure.by', { name: writer(line.read.from.name), day: written })}</span>
        )}
        <span>{t('casework.pressure.read_by', { names: readers })}</span>
      </p>
      {line.report !== null && (
        <p>
          <Link class="lone" to={{ page: 'report', id: line.report }}>
            {t('casework.page.report')}
          </Link>
        </p>
      )}
      {line.own && <TakeBack id={line.id} again={again} />}
    </li>
  );
}
