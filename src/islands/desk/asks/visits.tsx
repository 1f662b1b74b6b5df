/** A dated visit by somebody who gives a name: with it a promise is confirmed, or is not. */

import { useState } from 'preact/hooks';
import type { OneAsk } from '../../../casework/asks/wire.ts';
import { dataLangs } from '../../../platform/i18n/said.ts';
import { Details } from '../../../web/ui/details.tsx';
import { useAct } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { described, fieldClass, useMissing, Why } from '../missing.tsx';
import { Trouble } from '../problem.tsx';
import { TextIn } from './text-in.tsx';

interface Props {
  one: OneAsk;
  changed(next: OneAsk): void;
}

export function Visits({ one, changed }: Props) {
  const { t } = useDesk();
  return (
    <section class="stack" aria-labelledby="visits-title">
      <h2 id="visits-title">{t('casework.visits')}</h2>
      {one.visits.length === 0 && <p>{t('casework.visits.none')}</p>}
      <ul class="stack-2">
        {one.visits.map(({ number, day, checker, found, words }) => (
          <li key={number}>
            <p>
              <b>{t(`casework.visit.${found}`)}</b>{' '}
              <span class="quiet">
                {t.day(day)} · <bdi>{checker}</bdi>
              </span>
            </p>
            {t.of(words) && <p dir="auto">{t.of(words)}</p>}
          </li>
        ))}
      </ul>
      {/* Closed and empty again once a visit is in: pressed twice, it would be a second one. */}
      <Details key={one.visits.length} summary={t('casework.visit.add')}>
        <VisitForm one={one} changed={changed} />
      </Details>
    </section>
  );
}

function VisitForm({ one, changed }: Props) {
  const desk = useDesk();
  const { t } = desk;
  const [day, setDay] = useState(desk.today());
  const [checker, setChecker] = useState('');
  const [found, setFound] = useState<'yes' | 'no' | null>(null);
  const [words, setWords] = useState({ en: '', ar: '' });
  const act = useAct();
  const missing = useMissing();
  const lacking = () => {
    if (checker.trim() === '') return { field: 'visit-checker', text: t('casework.visit.checker_missing') };
    return found === null ? { field: 'visit-yes', text: t('casework.visit.found_missing') } : null;
  };
  const save = (event: Event) => {
    event.preventDefault();
    if (missing.stops(lacking())) return;
    act.run(async () => {
      changed(
        await ask<OneAsk>('asks/visit', { ask: one.line.id, day, checker: checker.trim(), found, words }),
      );
      desk.say(t('casework.bodies.saved'));
    });
  };
  const noChecker = missing.of('visit-checker');
  return (
    <form class="stack" noValidate onSubmit={save}>
      <div class="field">
        <label for="visit-day">{t('casework.visit.day')}</label>
        <input
          class="in short"
          type="date"
          id="visit-day"
          max={desk.today()}
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
      </div>
      <div class={fieldClass(noChecker)}>
        <label for="visit-checker">{t('casework.visit.checker')}</label>
        <p class="hint small" id="visit-checker-hint">
          {t('casework.visit.checker_why')}
        </p>
        <Why id="visit-checker" text={noChecker} />
        <input
          class="in"
          id="visit-checker"
          dir="auto"
          maxLength={120}
          value={checker}
          {...described('visit-checker', noChecker, 'visit-checker-hint')}
          onInput={(event) => setChecker(event.currentTarget.value)}
        />
      </div>
      <fieldset class="stack-2">
        <legend class="h3">{t('casework.visit.found')}</legend>
        <Why id="visit-yes" text={missing.of('visit-yes')} />
        <div class="opts">
          {(['yes', 'no'] as const).map((one) => (
            <div class="opt" key={one}>
              <input
                type="radio"
                name="found"
                id={`visit-${one}`}
                checked={found === one}
                onChange={() => setFound(one)}
              />
              <label for={`visit-${one}`}>
                <span>{t(`casework.visit.${one}`)}</span>
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      {dataLangs.map((language) => (
        <TextIn
          key={language}
          id={`visit-words-${language}`}
          label={t(`casework.words.${language}`)}
          language={language}
          most={600}
          why={null}
          value={words[language]}
          set={(said) => setWords({ ...words, [language]: said })}
        />
      ))}
      <Trouble error={act.problem} t={t} />
      <p>
        <button type="submit" class="btn second" disabled={act.busy}>
          {t('casework.visit.save')}
        </button>
      </p>
    </form>
  );
}
