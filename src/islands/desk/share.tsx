/** Opens what a colleague's new key cannot open yet, for that key, in one go. */
import { useState } from 'preact/hooks';
import type { ToShare, Unshared } from '../../casework/wire.ts';
import { KeyRefusal } from '../../platform/keys/index.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { useAct, useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { Trouble } from './problem.tsx';
import { shareAgain } from './sharing.ts';

interface Done {
  shared: number;
  refused: readonly KeyRefusal[];
}

export function Share() {
  const desk = useDesk();
  const { t, me, list, held } = desk;
  const { value, problem, again } = useLoaded('share', () => ask<{ reports: ToShare[] }>('reseal'));
  const [done, setDone] = useState<Done>({ shared: 0, refused: [] });
  const act = useAct();
  const waiting = value?.reports ?? [];
  const nameOf = (id: string) => list.active.find((reader) => reader.id === id)?.name ?? '?';
  const names = [...new Set(waiting.flatMap(({ missing }) => missing.map(nameOf)))];

  const all = async () => {
    if (!held) return;
    let shared = 0;
    const refused: KeyRefusal[] = [];
    const secrets = async () => (await ask<{ reports: Unshared[] }>('reseal/secrets', {})).reports;
    for (let batch = await secrets(); batch.length > 0; ) {
      let passed = 0;
      for (const line of batch) {
        try {
          const known = { installation: me.installation.id, list, entries: me.entries };
          await ask('reseal', await shareAgain(line, held, known));
          passed++;
          setDone({ shared: ++shared, refused });
        } catch (error) {
          // One that cannot be shared must not keep the others from her colleague.
          if (!(error instanceof KeyRefusal)) throw error;
          refused.push(error);
        }
      }
      if (passed < batch.length) break;
      batch = await secrets();
    }
    setDone({ shared, refused });
    desk.say(t('casework.share.done', { n: shared }));
    again();
  };

  return (
    <div class="column stack-5">
      <h1>{t('casework.page.share')}</h1>
      <p class="lede">{t('casework.share.lede')}</p>
      <Trouble error={problem ?? act.problem} t={t} again={again} />
      {done.shared > 0 && (
        <div role="status">
          <Note kind="good">
            <p>{t('casework.share.done', { n: done.shared })}</p>
          </Note>
        </div>
      )}
      {done.refused.length > 0 && (
        <Note kind="bad">
          <p>{t('casework.share.refused', { n: done.refused.length })}</p>
        </Note>
      )}
      {value && waiting.length === 0 && <p>{t('casework.share.nothing')}</p>}
      {waiting.length > 0 && (
        <>
          <p>{t('casework.share.waiting', { n: waiting.length, names: t.list(names) })}</p>
          <p class="acts">
            <button class="btn" type="button" disabled={act.busy} onClick={() => act.run(all)}>
              <Icon name="key-round" />
              {t('casework.share.do')}
            </button>
          </p>
        </>
      )}
      <p class="small quiet">{t('casework.share.left_out')}</p>
    </div>
  );
}
