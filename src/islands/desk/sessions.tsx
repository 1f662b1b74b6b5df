/** Where this person is signed in, each can be ended. */
import { Icon } from '../../web/ui/icon.tsx';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { Trouble } from './problem.tsx';

export function Sessions() {
  const desk = useDesk();
  const { t, me } = desk;
  const act = useAct();
  const end = (id: string, here: boolean) =>
    act.run(async () => {
      await ask('sessions/end', { id });
      if (here) desk.signedOut('left');
      else await desk.refresh();
    });
  const others = me.sessions.filter(({ here }) => !here);
  const endOthers = () =>
    act.run(async () => {
      for (const { id } of others) await ask('sessions/end', { id });
      await desk.refresh();
    });
  return (
    <section class="stack-2" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('casework.sessions')}</h2>
      <ul class="stack">
        {me.sessions.map(({ id, since, lastSeen, here }) => (
          <li key={id} class="stack-2">
            <p>
              {t(here ? 'casework.session.here' : 'casework.session.other', {
                since: t.day(since),
                seen: t.day(lastSeen),
              })}
            </p>
            <button class="plain-btn" type="button" disabled={act.busy} onClick={() => end(id, here)}>
              <Icon name="log-out" flip />
              {t(here ? 'casework.sign_out' : 'casework.session.end')}
            </button>
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <button class="btn second" type="button" disabled={act.busy} onClick={endOthers}>
          {t('casework.session.end_others')}
        </button>
      )}
      <Trouble error={act.problem} t={t} />
    </section>
  );
}
