/** A report that two must open, open here: its key sealed anew, so that a colleague who came later holds a part of it. */
import { useState } from 'preact/hooks';
import type { OpenedReport, Unshared } from '../../../casework/wire.ts';
import { Icon } from '../../../web/ui/icon.tsx';
import { Note } from '../../../web/ui/note.tsx';
import { useAct, useLoaded } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { readerOf } from '../list.ts';
import { Trouble } from '../problem.tsx';
import { shareAgain } from '../sharing.ts';

interface For {
  to: string;
  line: Omit<Unshared, 'secret'>;
}

export function LetIn({ report, changed }: { report: OpenedReport; changed(): void }) {
  const desk = useDesk();
  const { t, me, list, held } = desk;
  const { id } = report.line;
  const { value, problem, again } = useLoaded(`let in ${id}`, () =>
    ask<{ for: readonly For[] }>(`reseal/${id}`),
  );
  const [done, setDone] = useState<string | null>(null);
  const act = useAct();
  const nameOf = (to: string) => readerOf(list, to)?.name ?? '?';
  const share = ({ to, line }: For) =>
    act.run(async () => {
      if (!held) return;
      const { id: installation, zone } = me.installation;
      const known = { installation, zone, list, entries: me.entries };
      const sealed = await shareAgain({ ...line, secret: report.secret }, held, known);
      await ask('reseal', { to, reports: [sealed] });
      // Another lock from now on: what lies here fits no more.
      held.locks.delete(id);
      setDone(nameOf(to));
      desk.say(t('casework.two.share_done', { name: nameOf(to) }));
      changed();
    });
  if (done !== null) {
    return (
      <Note kind="good">
        <p>{t('casework.two.share_done', { name: done })}</p>
      </Note>
    );
  }
  const people = value?.for ?? [];
  if (people.length === 0) return <Trouble error={problem} t={t} again={again} />;
  return (
    <section class="stack" aria-labelledby="let-in">
      <h2 class="h3" id="let-in">
        {t('casework.two.share')}
      </h2>
      <Trouble error={act.problem} t={t} />
      {people.map((one) => (
        <div class="stack-2" key={one.to}>
          <p>{t('casework.two.share_why', { name: nameOf(one.to) })}</p>
          <p class="acts">
            <button class="btn second" type="button" disabled={act.busy} onClick={() => share(one)}>
              <Icon name="key-round" />
              {t('casework.share.do', { name: nameOf(one.to) })}
            </button>
          </p>
        </div>
      ))}
    </section>
  );
}
