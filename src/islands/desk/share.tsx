/** Opens for a colleague what they cannot open yet: shows how far it is, can be stopped, closed and gone on with. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SharedLine, Sharing, ToShare, UnsharedPage } from '../../casework/wire.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { useAct, useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { twoMustOpen, useDesk } from './desk.ts';
import { readerOf } from './list.ts';
import { Trouble } from './problem.tsx';
import { drawn, Progress, slowly } from './progress.tsx';
import { patiently, type Run, shareAll } from './share-run.ts';
import { shareAgain } from './sharing.ts';

export function Share() {
  const desk = useDesk();
  const { t, list } = desk;
  const { value, problem, again } = useLoaded('share', () => ask<Sharing>('reseal'));
  const [run, setRun] = useState<Run | null>(null);
  const [running, setRunning] = useState<string | null>(null);
  const act = useAct();
  const going = useRef(false);
  useEffect(() => () => stop(), []);
  const stop = () => {
    going.current = false;
  };
  const nameOf = (id: string) => readerOf(list, id)?.name ?? '?';
  const share = (line: ToShare) =>
    act.run(async () => {
      going.current = true;
      setRun(null);
      setRunning(line.to);
      try {
        const isDone = await sharing(desk, line, { goOn: () => going.current, on: setRun });
        if (isDone) desk.say(t('casework.share.over', { name: nameOf(line.to) }));
      } finally {
        setRunning(null);
        again();
      }
    });
  const people = value?.people ?? [];
  return (
    <div class="column stack-7">
      <div class="stack-5">
        <h1>{t('casework.page.share')}</h1>
        <p class="lede">{t('casework.share.lede')}</p>
        <Trouble error={problem ?? act.problem} t={t} again={again} />
        {value && people.length === 0 && <p>{t('casework.share.nothing')}</p>}
        {people.length > 0 && (
          <ul class="tasks">
            {people.map((line) => (
              <li key={line.to}>
                <b>{nameOf(line.to)}</b>
                <span class="tag mind">{t(line.again ? 'casework.share.again' : 'casework.share.new')}</span>
                <p>{t('casework.share.waiting', { n: line.reports })}</p>
                {running === line.to ? (
                  <Progress
                    run={run ?? { of: line.reports, shared: 0, sealed: 0, kept: 0, took: 0 }}
                    stop={stop}
                  />
                ) : (
                  <p class="acts">
                    <button class="btn" type="button" disabled={act.busy} onClick={() => share(line)}>
                      <Icon name="key-round" />
                      {t('casework.share.do', { name: nameOf(line.to) })}
                    </button>
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
        {run !== null && running === null && <Ended run={run} />}
        <p class="small quiet">{t('casework.share.left_out')}</p>
        <p class="small quiet">{t('casework.share.resume')}</p>
        {twoMustOpen(desk) && <p class="small quiet">{t('casework.share.two')}</p>}
      </div>
      <Log lines={value?.log ?? []} />
    </div>
  );
}

function sharing(
  { me, list, held, clock }: ReturnType<typeof useDesk>,
  { to, reports }: ToShare,
  { goOn, on }: { goOn(): boolean; on(run: Run): void },
): Promise<boolean> {
  if (!held) return Promise.resolve(false);
  const { id: installation, zone } = me.installation;
  const known = { installation, zone, list, entries: me.entries };
  return shareAll(
    {
      secrets: (after) => patiently(() => ask<UnsharedPage>('reseal/secrets', { to, after }), slowly),
      seal: (line) => shareAgain(line, held, known),
      send: (sealed) => patiently(() => ask('reseal', { to, reports: sealed }), slowly),
      async goOn() {
        await drawn();
        return goOn();
      },
    },
    { of: reports, clock, on },
  );
}

function Ended({ run: { shared, kept } }: { run: Run }) {
  const { t } = useDesk();
  return (
    <div role="status" class="stack-2">
      <Note kind="good">
        <p>{t('casework.share.done', { n: shared })}</p>
      </Note>
      {kept > 0 && (
        <Note kind="mind">
          <p>{t('casework.share.kept', { n: kept })}</p>
        </Note>
      )}
    </div>
  );
}

function Log({ lines }: { lines: readonly SharedLine[] }) {
  const { t } = useDesk();
  if (lines.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="share-log">
      <h2 id="share-log">{t('casework.share.log')}</h2>
      <ul class="list">
        {lines.map(({ day, by, name, reports }) => (
          <li key={`${day} ${by} ${name}`}>
            <p>{t('casework.share.line', { by, name, n: reports })}</p>
            <p class="meta">
              <span>{t.dayOfYear(day)}</span>
            </p>
          </li>
        ))}
      </ul>
      <p class="small quiet">{t('casework.share.log_why')}</p>
    </section>
  );
}
