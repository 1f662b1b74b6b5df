/** Closes away what was closed a month ago: shows how far it is, can be stopped, closed and gone on with. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Archiving, AwayLines, ClosedAway, Due, DuePage } from '../../casework/archive/wire.ts';
import { dayIn } from '../../platform/clock.ts';
import type { Archive } from '../../platform/keys/index.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { installation, root } from '../reporter/root.ts';
import { useAct, useLoaded } from './act.ts';
import { archiveFrom, closeAway } from './archiving.ts';
import { ask } from './ask.ts';
import { type Desk, twoMustOpen, useDesk } from './desk.ts';
import { Lines } from './inbox.tsx';
import { Trouble } from './problem.tsx';
import { drawn, Progress, slowly } from './progress.tsx';
import { patiently, type Run, shareAll } from './share-run.ts';

/** How many more are shown at a time. */
const page = 40;

interface Shown extends Archiving {
  archive: Archive | null;
}

export function ArchivePage() {
  const desk = useDesk();
  const { t, me, clock } = desk;
  const two = twoMustOpen(desk);
  const { value, problem, again } = useLoaded<Shown>('archive', async () => {
    const now = await ask<Archiving>('archive');
    const proving = { entries: me.entries, root, installation, now: clock.now() };
    return { ...now, archive: archiveFrom(now, proving) };
  });
  return (
    <div class="column stack-7">
      <div class="stack-5">
        <h1>{t('casework.page.archive')}</h1>
        <p class="lede">{t('casework.archive.lede')}</p>
        <Trouble error={problem} t={t} again={again} />
        {!value && !problem && <p class="quiet">{t('casework.loading')}</p>}
        {two && (
          <Note kind="mind">
            <p>{t('casework.archive.together')}</p>
          </Note>
        )}
        {!two && value && <Key archive={value.archive} />}
        {!two && value?.archive?.counts && <Closing due={value.due} archive={value.archive} again={again} />}
        <p class="small quiet">{t('casework.archive.not')}</p>
        <p class="small quiet">{t('casework.archive.she')}</p>
      </div>
      {value && value.away > 0 && (
        <section class="stack-2" aria-labelledby="archive-away">
          <h2 id="archive-away">{t('casework.archive.away')}</h2>
          <p>{t('casework.archive.away_n', { n: value.away })}</p>
          {value.asked > 0 && <p>{t('casework.archive.asked_n', { n: value.asked })}</p>}
          <p class="small quiet">{t('casework.archive.back')}</p>
          <AwayList of={value.away} />
        </section>
      )}
    </div>
  );
}

function AwayList({ of }: { of: number }) {
  const { t } = useDesk();
  const [most, setMost] = useState(page);
  const { value, problem, again } = useLoaded(`away ${most} ${of}`, () =>
    ask<AwayLines>('archive/lines', { most }),
  );
  const rest = of - (value?.lines.length ?? of);
  return (
    <div class="stack">
      <Trouble error={problem} t={t} again={again} />
      {value && <Lines lines={value.lines} label={t('casework.archive.away')} />}
      {rest > 0 && (
        <p class="acts" data-more>
          <span>{t('casework.inbox.more', { n: rest })}</span>
          <button class="btn second" type="button" onClick={() => setMost(most + page)}>
            {t('casework.inbox.show_more')}
          </button>
        </p>
      )}
    </div>
  );
}

function Key({ archive }: { archive: Archive | null }) {
  const { t, me } = useDesk();
  if (archive === null) {
    return (
      <Note kind="mind">
        <p>{t('casework.archive.none')}</p>
      </Note>
    );
  }
  const { zone } = me.installation;
  if (archive.counts) return <p>{t('casework.archive.counts')}</p>;
  const day = t.day(dayIn(zone, archive.from));
  return (
    <Note>
      <p>{t('casework.archive.waits', { day, time: t.time(archive.from, zone) })}</p>
    </Note>
  );
}

function Closing({ due, archive, again }: { due: number; archive: Archive; again(): void }) {
  const desk = useDesk();
  const { t } = desk;
  const [run, setRun] = useState<Run | null>(null);
  const [running, setRunning] = useState(false);
  const act = useAct();
  const going = useRef(false);
  const stop = () => {
    going.current = false;
  };
  useEffect(() => stop, []);
  const close = () =>
    act.run(async () => {
      going.current = true;
      setRun(null);
      setRunning(true);
      try {
        const isDone = await closing(desk, archive, { of: due, goOn: () => going.current, on: setRun });
        if (isDone) desk.say(t('casework.archive.over'));
      } finally {
        setRunning(false);
        again();
      }
    });
  return (
    <div class="stack">
      <Trouble error={act.problem} t={t} />
      <p>{due === 0 ? t('casework.archive.due_none') : t('casework.archive.due', { n: due })}</p>
      {running && <Progress run={run ?? { of: due, shared: 0, sealed: 0, kept: 0, took: 0 }} stop={stop} />}
      {!running && due > 0 && (
        <>
          <p>{t('casework.archive.sure')}</p>
          <p class="acts">
            <button class="btn" type="button" disabled={act.busy} onClick={close}>
              <Icon name="lock-keyhole" />
              {t('casework.archive.do')}
            </button>
          </p>
        </>
      )}
      {(running || due > 0) && <p class="small quiet">{t('casework.archive.resume')}</p>}
      {run !== null && !running && <Ended run={run} />}
    </div>
  );
}

function closing(
  { held, clock }: Desk,
  archive: Archive,
  { of, goOn, on }: { of: number; goOn(): boolean; on(run: Run): void },
): Promise<boolean> {
  if (!held) return Promise.resolve(false);
  return shareAll<Due, ClosedAway>(
    {
      secrets: (after) => patiently(() => ask<DuePage>('archive/secrets', { after }), slowly),
      seal: (line) => closeAway(line, held, { archive, installation }),
      send: (reports) => patiently(() => ask('archive', { reports }), slowly),
      async goOn() {
        await drawn();
        return goOn();
      },
    },
    { of, clock, on },
  );
}

function Ended({ run: { shared, kept } }: { run: Run }) {
  const { t } = useDesk();
  return (
    <div role="status" class="stack-2">
      <Note kind="good">
        <p>{t('casework.archive.done', { n: shared })}</p>
      </Note>
      {kept > 0 && (
        <Note kind="mind">
          <p>{t('casework.archive.kept', { n: kept })}</p>
        </Note>
      )}
    </div>
  );
}
