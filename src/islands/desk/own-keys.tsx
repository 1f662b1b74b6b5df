/** The ways one's own keys open: passkeys and paper. Another way can be added while the desk is unlocked. */
import { useState } from 'preact/hooks';
import { Icon } from '../../web/ui/icon.tsx';
import { useAct } from './act.ts';
import { addPasskey } from './add-passkey.ts';
import { ask } from './ask.ts';
import { twoMustOpen, useDesk } from './desk.ts';
import { phraseWrap } from './enrolling.ts';
import { Link } from './link.tsx';
import { PaperPhrase } from './paper-phrase.tsx';
import { Trouble } from './problem.tsx';

export function OwnKeys() {
  const desk = useDesk();
  const { t, me, held } = desk;
  const [paper, setPaper] = useState(false);
  const act = useAct();
  if (!me.reader && !me.waiting) return null;
  const onPaper = me.wraps.some(({ by }) => by === 'phrase');
  const another = () =>
    act.run(async () => {
      if (!held) return;
      const two = twoMustOpen(desk);
      const wrap = await addPasskey(two ? null : held);
      if (wrap) await ask('wrap', wrap);
      await desk.refresh();
      desk.say(t(wrap ? 'casework.own.added' : two ? 'casework.own.two' : 'casework.own.no_secret'));
    });
  if (paper && held) {
    return (
      <PaperPhrase
        why={twoMustOpen(desk) ? 'two' : 'beside_passkey'}
        cancel={() => act.run(async () => setPaper(false))}
        kept={async (phrase) => {
          await ask('wrap', await phraseWrap(held, phrase));
          await desk.refresh();
          setPaper(false);
          desk.say(t('casework.own.added'));
        }}
      />
    );
  }
  return (
    <section class="stack-2" aria-labelledby="own-title">
      <h2 id="own-title">{t('casework.own')}</h2>
      <p>
        {me.passkeys.length === 0
          ? t('casework.own.no_passkey')
          : t('casework.own.passkeys', { n: me.passkeys.length })}
      </p>
      <p>{t(onPaper ? 'casework.own.paper' : 'casework.own.no_paper')}</p>
      {twoMustOpen(desk) && <p class="small quiet">{t('casework.own.two')}</p>}
      <Trouble error={act.problem} t={t} />
      {held ? (
        <ul class="stack-2">
          <li>
            <button class="plain-btn" type="button" disabled={act.busy} onClick={another}>
              <Icon name="key-round" />
              {t('casework.own.add_passkey')}
            </button>
          </li>
          <li>
            <button class="plain-btn" type="button" onClick={() => setPaper(true)}>
              <Icon name="pencil" />
              {t(onPaper ? 'casework.own.new_paper' : 'casework.own.make_paper')}
            </button>
          </li>
        </ul>
      ) : (
        <p class="quiet">
          {t('casework.own.locked')} <Link to={{ page: 'inbox' }}>{t('casework.unlock')}</Link>
        </p>
      )}
    </section>
  );
}
