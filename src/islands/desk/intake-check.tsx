/** Everything read back aloud, the choices agreed to in so many words; then it is sealed here and sent. */
import { useState } from 'preact/hooks';
import { weekOf } from '../../platform/clock.ts';
import type { Key } from '../../platform/i18n/index.ts';
import { type Code, codeList } from '../../platform/keys/index.ts';
import type { Place } from '../../platform/place/model.ts';
import { answersFrom } from '../../report/model.ts';
import { sealReport } from '../../report/seal.ts';
import { type Line, summary } from '../../report/summary.ts';
import type { Received } from '../../report/wire.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { useHeading } from './heading.ts';
import type { Taken } from './intake.tsx';
import { described, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';

interface Props {
  taken: Taken;
  seed: Uint8Array;
  places: readonly Place[];
  back(): void;
  sent(code: Code): void;
}

export function IntakeCheck({ taken, seed, places, back, sent }: Props) {
  const desk = useDesk();
  const { t, me, list } = desk;
  const [agreed, setAgreed] = useState(false);
  const [nobody, setNobody] = useState(false);
  const act = useAct();
  const missing = useMissing();
  const title = useHeading();
  const why = missing.of('agreed');
  const rows = summary(taken.fields, {
    place: (id) => t.of(places.find((place) => place.id === id)?.name ?? { en: '', ar: '' }),
    reader: (id) => list.active.find((reader) => reader.id === id)?.name ?? '',
    day: t.day,
    weekOf,
  });
  const send = () => {
    if (missing.stops(agreed ? null : { field: 'agreed', text: t('casework.missing.agreed') })) return;
    act.run(async () => {
      const sealed = await sealReport(answersFrom(taken.fields), seed, {
        installation: me.installation.id,
        salt: me.installation.salt,
        list: codeList(taken.language),
        readers: list.active,
        language: taken.language,
        cameBy: taken.cameBy,
      });
      setNobody(sealed === null);
      if (sealed === null) return;
      await ask<Received>('reports', sealed.submission);
      sent(sealed.code);
    });
  };
  const text = (line: Line) =>
    'text' in line ? line.text : t(`report.${line.key}` as Key, line.params ?? {});
  return (
    <div class="column stack-5">
      <h1 tabIndex={-1} ref={title}>
        {t('casework.intake.read_back')}
      </h1>
      <p class="lede">{t('casework.intake.read_back_lede')}</p>
      <dl class="sum">
        {rows.map(({ question, label, lines, side }) => (
          <div key={question + label}>
            <dt>
              {t(`report.${label}` as Key)}
              {side === 'sealed' && (
                <>
                  {' '}
                  <span class="tag">{t('casework.sealed')}</span>
                </>
              )}
            </dt>
            <dd dir="auto">{lines.length === 0 ? t('report.row.none') : lines.map(text).join('\n')}</dd>
          </div>
        ))}
      </dl>
      <fieldset class={why === null ? 'question' : 'question wrong'}>
        <legend class="h3">{t('casework.intake.consent')}</legend>
        <Why id="agreed" text={why} />
        <div class="opts">
          <div class="opt">
            <input
              type="checkbox"
              id="agreed"
              checked={agreed}
              onChange={() => setAgreed(!agreed)}
              {...described('agreed', why)}
            />
            <label for="agreed">{t('casework.intake.agreed')}</label>
          </div>
        </div>
      </fieldset>
      {nobody && (
        <Note kind="bad">
          <p>{t('report.send.nobody_left')}</p>
        </Note>
      )}
      <Trouble error={act.problem} t={t} />
      {act.problem !== null && <p class="quiet">{t('casework.intake.kept')}</p>}
      <p class="acts">
        <button class="btn" type="button" disabled={act.busy} onClick={send}>
          <Icon name="lock-keyhole" />
          {t('casework.intake.send')}
        </button>
        <button class="btn second" type="button" disabled={act.busy} onClick={back}>
          {t('casework.intake.change')}
        </button>
      </p>
      {act.busy && <p role="status">{t('report.send.sealing')}</p>}
    </div>
  );
}
