/** What colleagues wait for: yes or no to opening a report together. Nothing of it is read here. */
import type { ColleagueAsks, ColleaguesAsk } from '../../../casework/together/wire.ts';
import { Icon } from '../../../web/ui/icon.tsx';
import { Note } from '../../../web/ui/note.tsx';
import { useAct, useLoaded } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { kindsOf, whereAndWhen } from '../lines.ts';
import { readerOf } from '../list.ts';
import { Trouble } from '../problem.tsx';
import { passedTo } from './secret.ts';

export function Together() {
  const { t } = useDesk();
  const { value, problem, again } = useLoaded('together', () => ask<ColleaguesAsk>('together'));
  const asks = value?.asks ?? [];
  return (
    <div class="column stack-5">
      <h1>{t('casework.page.together')}</h1>
      <p class="lede">{t('casework.two.lede')}</p>
      <Trouble error={problem} t={t} again={again} />
      {value && asks.length === 0 && <p>{t('casework.two.none')}</p>}
      {asks.length > 0 && (
        <>
          <Note kind="mind">
            <p>{t('casework.two.first')}</p>
          </Note>
          <ul class="tasks">
            {asks.map((one) => (
              <One key={`${one.line.id} ${one.reader}`} one={one} answered={again} />
            ))}
          </ul>
        </>
      )}
      <p class="acts">
        <button class="btn second" type="button" onClick={again}>
          {t('casework.two.look')}
        </button>
      </p>
    </div>
  );
}

function One({ one, answered }: { one: ColleagueAsks; answered(): void }) {
  const desk = useDesk();
  const { t, me, list, held } = desk;
  const { line, reader, day } = one;
  const act = useAct();
  const asked = { report: line.id, reader };
  // The name its key was signed under: what the server calls the asker proves nothing.
  const to = readerOf(list, reader);
  const name = to?.name ?? one.name;
  const yes = () =>
    act.run(async () => {
      if (!held || !me.reader) return;
      const { secret } = await ask<{ secret: string }>('together/share', asked);
      const place = { installation: me.installation.id, report: line.id };
      const share = await passedTo(to, { secret, reader: me.reader.id, held }, place);
      await ask('together/pass', { ...asked, share });
      desk.say(t('casework.two.yes_said', { name }));
      answered();
    });
  const no = () =>
    act.run(async () => {
      await ask('together/no', asked);
      desk.say(t('casework.two.no_said', { name }));
      answered();
    });
  return (
    <li>
      <b>{t('casework.two.asks', { name, day: t.dayOfYear(day) })}</b>
      {line.soon && (
        <span class="tag mind">
          <Icon name="clock-alert" />
          {t('casework.soon_tag')}
        </span>
      )}
      <p>{kindsOf(line, t)}</p>
      <p class="meta">
        <span>{whereAndWhen(line, t)}</span>
        <span>{t('casework.arrived', { day: t.day(line.arrived) })}</span>
      </p>
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button class="btn" type="button" disabled={act.busy} onClick={yes}>
          {t('casework.two.yes', { name })}
        </button>
        <button class="btn second" type="button" disabled={act.busy} onClick={no}>
          {t('casework.two.no', { name })}
        </button>
      </p>
    </li>
  );
}
