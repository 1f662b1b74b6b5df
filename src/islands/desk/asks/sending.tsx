/** Reading a draft as the second, and sending it. Whoever does either checks every signature in her own browser first. */
import { useState } from 'preact/hooks';
import type { OneAsk, Proof } from '../../../casework/asks/wire.ts';
import { Note } from '../../../web/ui/note.tsx';
import { useAct } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Link } from '../link.tsx';
import { Trouble } from '../problem.tsx';
import { Behind } from '../together/behind.tsx';
import { lackingOf } from '../together/take.ts';
import { type Finding, prove } from './prove.ts';

interface Props {
  one: OneAsk;
  changed(next: OneAsk): void;
}

export function Sending({ one, changed }: Props) {
  const desk = useDesk();
  const { t, me, held } = desk;
  const [found, setFound] = useState<readonly Finding[]>([]);
  const [lacking, setLacking] = useState<readonly string[]>([]);
  const act = useAct();
  const { line, version, may } = one;
  const about = { ask: line.id, version };
  const proved = async (): Promise<boolean> => {
    if (!held) return false;
    const reports = one.behind.map(({ report }) => report);
    const proofs = await ask<{ reports: Proof[] }>('asks/proof', { reports });
    const apart = await lackingOf(proofs.reports, desk);
    setLacking(apart);
    if (apart.length > 0) return false;
    const wrong = await prove(one.signed, proofs.reports, {
      held,
      installation: me.installation.id,
      body: line.body.id,
    });
    setFound(wrong);
    return wrong.length === 0;
  };
  const tell = (path: string, more: object, said: string) =>
    act.run(async () => {
      if (!(await proved())) return;
      const next = await ask<OneAsk>(path, { ...about, ...more });
      desk.say(said);
      changed(next);
    });
  const end = (path: 'asks/stop' | 'asks/discard') =>
    act.run(async () => {
      const next = await ask<OneAsk>(path, about);
      if (path === 'asks/discard') desk.go({ page: 'asks' });
      else changed(next);
    });
  return (
    <div class="stack">
      {found.length > 0 && (
        <Note kind="bad" title={t('casework.proof.not')}>
          <ul>
            {found.map(({ report, what }) => (
              <li key={`${report} ${what}`}>
                {t(`casework.proof.${what}`)}{' '}
                <Link to={{ page: 'report', id: report }}>{t('casework.draft.read_it')}</Link>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {lacking.length > 0 && <Behind key={lacking.join()} reports={lacking} />}
      <Trouble error={act.problem} t={t} />
      <p class="small quiet">{t('casework.proof.what')}</p>
      <p class="acts">
        {may.includes('second') && (
          <button
            type="button"
            class="btn"
            disabled={act.busy}
            onClick={() => tell('asks/second', {}, t('casework.ask.seconded'))}
          >
            {t('casework.ask.second')}
          </button>
        )}
        {may.includes('send') && line.body.hasMail && (
          <button
            type="button"
            class="btn"
            disabled={act.busy}
            onClick={() => tell('asks/send', { by: 'mail' }, t('casework.ask.was_sent'))}
          >
            {t('casework.ask.send_mail')}
          </button>
        )}
        {may.includes('send') && (
          <button
            type="button"
            class={line.body.hasMail ? 'btn second' : 'btn'}
            disabled={act.busy}
            onClick={() => tell('asks/send', { by: 'letter' }, t('casework.ask.was_sent'))}
          >
            {t('casework.ask.send_letter')}
          </button>
        )}
        {may.includes('stop') && (
          <button type="button" class="plain-btn" disabled={act.busy} onClick={() => end('asks/stop')}>
            {t('casework.ask.stop')}
          </button>
        )}
        {may.includes('discard') && (
          <button type="button" class="plain-btn" disabled={act.busy} onClick={() => end('asks/discard')}>
            {t('casework.ask.discard')}
          </button>
        )}
      </p>
      {one.verdict === 'second' && !may.includes('second') && <p>{t('casework.ask.second_waits')}</p>}
    </div>
  );
}
