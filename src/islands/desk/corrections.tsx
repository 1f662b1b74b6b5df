/** Somebody says that something we publish is wrong: what waits, with our own clock, and what we answered. No keys. */

import { useState } from 'preact/hooks';
import { type Ending, endings, longestWords } from '../../answer/correction/model.ts';
import type { AnswerForm, AskNamed, Corrections as Both, Waiting } from '../../casework/corrections/wire.ts';
import { dataLangs } from '../../platform/i18n/said.ts';
import { useAct, useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { TextIn } from './asks/text-in.tsx';
import { useDesk } from './desk.ts';
import { Link } from './link.tsx';
import { groupSaid, type Lack, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';

export function Corrections() {
  const { t } = useDesk();
  const { value, problem, again } = useLoaded('corrections', () => ask<Both>('corrections'));
  const [since, setSince] = useState<Both | null>(null);
  const now = since ?? value;
  const { waiting = [], answered = [] } = now ?? {};
  return (
    <div class="column stack-7">
      <div class="stack">
        <h1>{t('casework.page.corrections')}</h1>
        <p>{t('casework.corrections.what')}</p>
        <Trouble error={problem} t={t} again={again} />
      </div>
      {now && (
        <section class="stack" aria-labelledby="corrections-waiting">
          <h2 id="corrections-waiting">{t('casework.corrections.waiting', { n: waiting.length })}</h2>
          <ul class="list">
            {waiting.map((one) => (
              <li key={one.id} class="whole">
                <One one={one} changed={setSince} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {answered.length > 0 && (
        <section class="stack" aria-labelledby="corrections-answered">
          <h2 id="corrections-answered">{t('casework.corrections.answered')}</h2>
          <p class="small">{t('casework.corrections.gone')}</p>
          <ul class="list">
            {answered.map(({ id, ask: about, answered: day, done, words }) => (
              <li key={id} class="whole">
                <div class="stack-2">
                  <b>{done && t(`casework.corrections.${done}`)}</b>
                  <p class="meta">
                    <bdi class="num">{id}</bdi>
                    {day && <span>{t.day(day)}</span>}
                    <About ask={about} />
                  </p>
                  <p class="own-lines">{t.of(words)}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function About({ ask: about }: { ask: AskNamed | null }) {
  const { t } = useDesk();
  if (about === null) return <span>{t('casework.corrections.no_ask')}</span>;
  const name = { body: t.of(about.body), about: t.of(about.about) };
  return <Link to={{ page: 'ask', id: about.id }}>{t('casework.corrections.ask', name)}</Link>;
}

interface Props {
  one: Waiting;
  changed(next: Both): void;
}

function One({ one, changed }: Props) {
  const { t } = useDesk();
  return (
    <div class="stack">
      <p class="meta">
        <bdi class="num">{one.id}</bdi>
        <span>{t('casework.corrections.made', { day: t.day(one.made) })}</span>
        <span class={one.late ? 'tag bad' : 'tag'}>
          {t(one.late ? 'casework.corrections.late' : 'casework.corrections.due', { day: t.day(one.due) })}
        </span>
      </p>
      <p>
        <About ask={one.ask} />
      </p>
      <blockquote class="said">
        <p class="own-lines">
          <bdi>{one.written}</bdi>
        </p>
      </blockquote>
      <p class="small">
        {one.contact === null ? (
          t('casework.corrections.no_contact')
        ) : (
          <>
            {t('casework.corrections.contact')} <bdi>{one.contact}</bdi>
          </>
        )}
      </p>
      <AnswerIt one={one} changed={changed} />
    </div>
  );
}

function AnswerIt({ one, changed }: Props) {
  const desk = useDesk();
  const { t } = desk;
  const [done, setDone] = useState<Ending | null>(null);
  const [words, setWords] = useState({ en: '', ar: '' });
  const act = useAct();
  const missing = useMissing();
  const at = (field: string) => `correction-${one.id}-${field}`;
  const lacking = (): Lack | null => {
    if (done === null) return { field: at('corrected'), text: t('casework.corrections.done_missing') };
    const language = dataLangs.find((each) => words[each].trim() === '');
    return language ? { field: at(language), text: t('casework.corrections.words_missing') } : null;
  };
  const send = (event: Event) => {
    event.preventDefault();
    if (missing.stops(lacking()) || done === null) return;
    const form: AnswerForm = { id: one.id, done, words };
    act.run(async () => {
      changed(await ask<Both>('corrections', form));
      desk.say(t('casework.corrections.said'));
    });
  };
  const noEnding = missing.of(at('corrected'));
  return (
    <form class="stack" noValidate onSubmit={send}>
      <fieldset class="stack-2" {...groupSaid(at('corrected'), noEnding)}>
        <legend class="h3">{t('casework.corrections.answer')}</legend>
        <Why id={at('corrected')} text={noEnding} />
        <div class="opts">
          {endings.map((each) => (
            <div class="opt" key={each}>
              <input
                type="radio"
                name={at('done')}
                id={at(each)}
                checked={done === each}
                onChange={() => setDone(each)}
              />
              <label for={at(each)}>
                <span>
                  {t(`casework.corrections.${each}`)}
                  <small>{t(`casework.corrections.${each}.why`)}</small>
                </span>
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <p class="small">{t('casework.corrections.words')}</p>
      {dataLangs.map((language) => (
        <TextIn
          key={language}
          id={at(language)}
          label={t(`casework.words.${language}`)}
          language={language}
          most={longestWords}
          why={missing.of(at(language))}
          value={words[language]}
          set={(said) => setWords({ ...words, [language]: said })}
        />
      ))}
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button type="submit" class="btn" disabled={act.busy}>
          {t('casework.corrections.send')}
        </button>
      </p>
    </form>
  );
}
