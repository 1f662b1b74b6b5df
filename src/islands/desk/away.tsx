/** A report that was closed away: since when, whether something was added, and asking for it. Its reason is told in person. */
import type { InboxLine, TimelineLine } from '../../casework/wire.ts';
import { Note } from '../../web/ui/note.tsx';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { Trouble } from './problem.tsx';

interface Props {
  line: InboxLine;
  /** 'YYYY-MM-DD'. */
  since: string;
  events: readonly TimelineLine[];
  changed(): void;
}

export function Away({ line, since, events, changed }: Props) {
  const desk = useDesk();
  const { t } = desk;
  const act = useAct();
  const last = events.findLast(({ what }) => what === 'asked_back' || what === 'closed_away');
  const asked = last?.what === 'asked_back' ? last : null;
  const askBack = () =>
    act.run(async () => {
      await ask('archive/ask', { report: line.id });
      desk.say(t('casework.archive.asked_now'));
      changed();
    });
  return (
    <div class="stack">
      <Note icon="lock-keyhole">
        <p>{t('casework.archive.since', { day: t.day(since) })}</p>
        {line.waitingForUs && <p>{t('casework.archive.added')}</p>}
      </Note>
      <Trouble error={act.problem} t={t} />
      {asked === null ? (
        <p class="acts">
          <button class="btn second" type="button" disabled={act.busy} onClick={askBack}>
            {t('casework.archive.ask')}
          </button>
        </p>
      ) : (
        <p>{t('casework.archive.asked', { name: asked.who ?? '', day: t.day(asked.day) })}</p>
      )}
      <p class="small quiet">{t('casework.archive.ask_why')}</p>
    </div>
  );
}
