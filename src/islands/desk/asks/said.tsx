/** What the body said: its words to pass or to withhold, its question to answer. That it answered is public already. */

import { useState } from 'preact/hooks';
import { type Answer, type Both, type Withheld, withholds } from '../../../answer/ask/model.ts';
import type { OneAsk } from '../../../casework/asks/wire.ts';
import { dataLangs } from '../../../platform/i18n/said.ts';
import { Details } from '../../../web/ui/details.tsx';
import { useAct } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { useMissing } from '../missing.tsx';
import { Trouble } from '../problem.tsx';
import { Paper } from './paper.tsx';
import { TextIn } from './text-in.tsx';

interface Props {
  one: OneAsk;
  changed(next: OneAsk): void;
}

export function Said({ one, changed }: Props) {
  const { t } = useDesk();
  const given = one.answers.filter(({ confirmed }) => confirmed !== null);
  return (
    <section class="stack" aria-labelledby="said-title">
      <h2 id="said-title">{t('casework.said')}</h2>
      {given.length === 0 && <p>{t('casework.said.nothing')}</p>}
      <ul class="list">
        {given.map((answer) => (
          <li key={answer.number} class="whole">
            <One one={one} answer={answer} changed={changed} />
          </li>
        ))}
      </ul>
      <Paper one={one} changed={changed} />
    </section>
  );
}

function One({ one, answer, changed }: Props & { answer: Answer }) {
  const desk = useDesk();
  const { t } = desk;
  const act = useAct();
  const { number, kind, words, office, confirmed, passed, withheld, promised, files } = answer;
  const tell = (path: string, more: object) =>
    act.run(async () => {
      changed(await ask<OneAsk>(path, { ask: one.line.id, ...more }));
      desk.say(t('casework.bodies.saved'));
    });
  const isOpenQuestion = kind === 'question' && one.line.state === 'question';
  return (
    <div class="stack-2">
      <p>
        <b>{t(`casework.said.${kind}`)}</b>
      </p>
      <p class="meta">
        {confirmed && <span>{t.day(confirmed)}</span>}
        <span dir="auto">{office}</span>
        {promised && <span>{t('casework.said.by', { day: t.day(promised) })}</span>}
        {passed && <span class="tag good">{t('casework.said.passed')}</span>}
        {withheld && <span class="tag mind">{t(`casework.withheld.${withheld}`)}</span>}
      </p>
      <blockquote dir="auto">{words}</blockquote>
      {files.length > 0 && <p class="small">{t('casework.said.files', { n: files.length })}</p>}
      <Trouble error={act.problem} t={t} />
      {isOpenQuestion && <Tell busy={act.busy} tell={(said) => tell('asks/tell', { number, words: said })} />}
      {!passed && (
        <p class="acts">
          <button type="button" class="btn" disabled={act.busy} onClick={() => tell('asks/pass', { number })}>
            {t('casework.said.pass')}
          </button>
        </p>
      )}
      {!withheld && <Withhold busy={act.busy} withhold={(why) => tell('asks/withhold', { number, why })} />}
    </div>
  );
}

function Withhold({ busy, withhold }: { busy: boolean; withhold(why: Withheld): void }) {
  const { t } = useDesk();
  const [why, setWhy] = useState<Withheld>('about_a_person');
  return (
    <Details summary={t('casework.withhold')}>
      <form
        class="stack-2"
        onSubmit={(event) => {
          event.preventDefault();
          withhold(why);
        }}
      >
        <p class="small">{t('casework.withhold.why')}</p>
        <div class="opts">
          {withholds.map((one) => (
            <div class="opt" key={one}>
              <input
                type="radio"
                name="withhold"
                id={`withhold-${one}`}
                checked={why === one}
                onChange={() => setWhy(one)}
              />
              <label for={`withhold-${one}`}>
                <span>{t(`casework.withheld.${one}`)}</span>
              </label>
            </div>
          ))}
        </div>
        <button type="submit" class="btn second" disabled={busy}>
          {t('casework.withhold.do')}
        </button>
      </form>
    </Details>
  );
}

function Tell({ busy, tell }: { busy: boolean; tell(words: Both): void }) {
  const { t } = useDesk();
  const [words, setWords] = useState<Both>({ en: '', ar: '' });
  const missing = useMissing();
  return (
    <form
      class="stack-2"
      onSubmit={(event) => {
        event.preventDefault();
        const lack = dataLangs.find((language) => words[language].trim() === '');
        if (missing.stops(lack ? { field: `tell-${lack}`, text: t('casework.wishes.both') } : null)) return;
        tell(words);
      }}
    >
      <p class="small">{t('casework.tell.why')}</p>
      {dataLangs.map((language) => (
        <TextIn
          key={language}
          id={`tell-${language}`}
          label={t(`casework.words.${language}`)}
          language={language}
          most={600}
          why={missing.of(`tell-${language}`)}
          value={words[language]}
          set={(said) => setWords({ ...words, [language]: said })}
        />
      ))}
      <button type="submit" class="btn" disabled={busy}>
        {t('casework.tell.do')}
      </button>
    </form>
  );
}
