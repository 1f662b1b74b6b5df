/** One press takes an ask off every public page, for someone's safety. It comes back only when somebody puts it back. */
import type { OneAsk } from '../../../casework/asks/wire.ts';
import { useAct } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Trouble } from '../problem.tsx';

export function Pausing({ one, changed }: { one: OneAsk; changed(next: OneAsk): void }) {
  const desk = useDesk();
  const { t } = desk;
  const act = useAct();
  const what = (['pause', 'resume'] as const).find((may) => one.may.includes(may));
  if (!what) return null;
  const turn = () =>
    act.run(async () => {
      changed(await ask<OneAsk>(`asks/${what}`, { ask: one.line.id }));
      desk.say(t(`casework.ask.${what}.done`));
    });
  return (
    <section class="stack-2" aria-labelledby="pause-title">
      <h2 id="pause-title">{t('casework.ask.safety')}</h2>
      <p class="small">{t(`casework.ask.${what}.why`)}</p>
      <Trouble error={act.problem} t={t} />
      <p>
        <button type="button" class="btn second" disabled={act.busy} onClick={turn}>
          {t(`casework.ask.${what}`)}
        </button>
      </p>
    </section>
  );
}
