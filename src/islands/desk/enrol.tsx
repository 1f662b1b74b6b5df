/**
 * A caseworker's first key, and the way back after Lock now: made on this page, wrapped here, sent as public halves
 * and wraps. Nobody, not the organiser either, can make it again.
 */
import { useState } from 'preact/hooks';
import type { Wrap } from '../../casework/wire.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { useAct } from './act.ts';
import { addPasskey } from './add-passkey.ts';
import { ask } from './ask.ts';
import { twoMustOpen, useDesk } from './desk.ts';
import { makeKeys, type NewKeys, phraseWrap } from './enrolling.ts';
import { PaperPhrase, type PaperReason } from './paper-phrase.tsx';
import { Trouble } from './problem.tsx';

type Step = { is: 'choose' } | { is: 'paper'; keys: NewKeys; wraps: readonly Wrap[]; why: PaperReason };

export function Enrol() {
  const desk = useDesk();
  const { t, me } = desk;
  const [step, setStep] = useState<Step>({ is: 'choose' });
  const act = useAct();
  const again = me.entries.some(({ statement }) => statement.reader.name === me.name);
  if (!me.asReader) return null;
  const { asReader } = me;
  const two = twoMustOpen(desk);

  const finish = async ({ held, reader }: NewKeys, wraps: readonly Wrap[]) => {
    await ask('enrol', { reader, wraps });
    desk.unlocked(held);
    await desk.refresh();
    desk.say(t('casework.enrol.done'));
  };
  // Always with paper: without it the first broken phone would cost every report.
  const start = (withPasskey: boolean) =>
    act.run(async () => {
      const keys = await makeKeys(asReader);
      const wrap = withPasskey ? await addPasskey(keys.held) : null;
      const why = wrap ? 'beside_passkey' : withPasskey ? 'no_secret' : two ? 'two' : 'chosen';
      setStep({ is: 'paper', keys, wraps: wrap ? [wrap] : [], why });
    });

  if (step.is === 'paper') {
    return (
      <PaperPhrase
        why={step.why}
        kept={async (phrase) => {
          await finish(step.keys, [...step.wraps, await phraseWrap(step.keys.held, phrase)]);
        }}
      />
    );
  }
  return (
    <div class="column stack-5">
      <h1>{t(again ? 'casework.enrol.again' : 'casework.enrol')}</h1>
      <p class="lede">{t(again ? 'casework.enrol.again_lede' : 'casework.enrol.lede')}</p>
      <ul class="plain stack-2">
        {(['here', two ? 'server_two' : 'server', 'lost', 'signed'] as const).map((line) => (
          <li key={line}>
            <Icon name="check" />
            <span>{t(`casework.enrol.${line}`)}</span>
          </li>
        ))}
      </ul>
      <Trouble error={act.problem} t={t} />
      <div class="stack">
        {!two && (
          <>
            <p class="acts">
              <button class="btn" type="button" disabled={act.busy} onClick={() => start(true)}>
                {t('casework.enrol.both')}
              </button>
            </p>
            <p class="quiet">{t('casework.enrol.both_why')}</p>
          </>
        )}
        {two && <p>{t('casework.enrol.two')}</p>}
        <p class="acts">
          <button
            class={two ? 'btn' : 'btn second'}
            type="button"
            disabled={act.busy}
            onClick={() => start(false)}
          >
            {t(two ? 'casework.enrol.two_do' : 'casework.enrol.paper')}
          </button>
        </p>
      </div>
    </div>
  );
}
