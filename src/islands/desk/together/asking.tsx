/** A report that two must open, before it is open: asking a colleague, waiting, hearing yes or no. */
import { useEffect } from 'preact/hooks';
import type { OwnAsking } from '../../../casework/together/wire.ts';
import type { InboxLine } from '../../../casework/wire.ts';
import { Note } from '../../../web/ui/note.tsx';
import { Reads } from '../../../web/ui/reads.tsx';
import { type Act, useLoaded } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Trouble } from '../problem.tsx';

/** Milliseconds after which somebody who waits is told anew. */
const lookEach = 20_000;

interface Props {
  line: InboxLine;
  mine: boolean;
  act: Act;
  open(): void;
  changed(): void;
}

export function Asking({ line, mine, act, open, changed }: Props) {
  const desk = useDesk();
  const { t, held } = desk;
  const { value, problem, again } = useLoaded(`together ${line.id}`, () =>
    ask<OwnAsking>(`together/${line.id}`),
  );
  const asked = value?.asked ?? null;
  const passed = asked?.passed ?? null;
  const isWaiting = asked !== null && passed === null;
  const mayOpen = passed !== null && (!passed.taken || held?.locks.has(line.id) === true);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(again, lookEach);
    return () => clearInterval(timer);
  }, [isWaiting]);
  useEffect(() => {
    if (mayOpen && passed) desk.say(t('casework.two.passed', { name: passed.by }));
  }, [mayOpen]);
  const askThem = () =>
    act.run(async () => {
      if (!mine) await ask('claim', { report: line.id }).finally(changed);
      await ask('together/ask', { report: line.id });
      desk.say(t('casework.two.waits'));
      again();
      changed();
    });
  if (value === null) return <Trouble error={problem} t={t} again={again} />;
  if (value.colleagues.length === 0) {
    return (
      <Note kind="mind">
        <p>{t('casework.two.nobody')}</p>
      </Note>
    );
  }
  return (
    <div class="stack">
      <Reads sealed>{t('casework.two.why')}</Reads>
      {asked === null && <p>{t('casework.two.colleagues', { names: t.list([...value.colleagues]) })}</p>}
      {asked && <Standing asked={asked} mayOpen={mayOpen} />}
      {!mayOpen && <p class="small quiet">{t('casework.two.tell')}</p>}
      <p class="acts">
        {mayOpen ? (
          <button class="btn" type="button" data-key="o" disabled={act.busy} onClick={open}>
            {t('casework.open')}
          </button>
        ) : (
          <>
            {isWaiting && (
              <button class="btn" type="button" disabled={act.busy} onClick={again}>
                {t('casework.two.look')}
              </button>
            )}
            <button
              class={isWaiting ? 'btn second' : 'btn'}
              type="button"
              disabled={act.busy}
              onClick={askThem}
            >
              {t(asked ? 'casework.two.again' : mine ? 'casework.two.ask_mine' : 'casework.two.ask')}
            </button>
          </>
        )}
      </p>
    </div>
  );
}

function Standing({ asked, mayOpen }: { asked: NonNullable<OwnAsking['asked']>; mayOpen: boolean }) {
  const { t } = useDesk();
  const { passed, saidNo, day } = asked;
  if (mayOpen && passed) {
    return (
      <Note kind="good">
        <p>{t('casework.two.passed', { name: passed.by })}</p>
      </Note>
    );
  }
  return (
    <Note {...(saidNo.length > 0 ? { kind: 'mind' as const } : {})} icon="users">
      <p>
        {passed
          ? t('casework.two.taken', { name: passed.by })
          : t('casework.two.asked', { day: t.dayOfYear(day) })}
      </p>
      {saidNo.length > 0 && <p>{t('casework.two.said_no', { names: t.list([...saidNo]) })}</p>}
    </Note>
  );
}
