/** Whom it is about, who may read it, on which day, and what happened. Sealed here; nothing is kept until it is sent. */
import { useState } from 'preact/hooks';
import type { InboxAnswer, OpenedReport } from '../../casework/wire.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { useAct, useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { kindsOf, whereAndWhen } from './lines.ts';
import { described, fieldClass, useMissing, Why } from './missing.tsx';
import { oursOf, pressHer, pressingOf, pressUs } from './pressing.ts';
import { Trouble } from './problem.tsx';

const us = 'us';

export function WriteDown({ written }: { written(): void }) {
  const desk = useDesk();
  const { t, me, list, today } = desk;
  const { value, problem } = useLoaded('mine', () => ask<InboxAnswer>('inbox?most=100000'));
  const mine = (value?.lines ?? []).filter(
    ({ claimedBy, state }) => claimedBy?.id === me.id && state !== 'closed',
  );
  const others = oursOf(list).filter(({ id }) => id !== me.reader?.id);
  const [about, setAbout] = useState(us);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [on, setOn] = useState(today());
  const [words, setWords] = useState('');
  const act = useAct();
  const missing = useMissing();
  const why = { on: missing.of('pressure-on'), words: missing.of('pressure-words') };
  const lacks = () => {
    if (on === '' || on > today()) return { field: 'pressure-on', text: t('casework.missing.pressure_on') };
    const text = t('casework.missing.pressure_words');
    return words.trim() === '' ? { field: 'pressure-words', text } : null;
  };
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const keep = (event: Event) => {
    event.preventDefault();
    if (missing.stops(lacks())) return;
    act.run(async () => {
      const by = pressingOf(desk);
      if (by === null) return;
      const entry = { on, words: words.trim() };
      const readers = [by.reader, ...others.map(({ id }) => id).filter((id) => !left.has(id))];
      const sealed =
        about === us
          ? await pressUs(entry, readers, by)
          : await pressHer(entry, await ask<OpenedReport>('open', { report: about }), by);
      await ask('pressure', sealed);
      setWords('');
      desk.say(t('casework.pressure.saved'));
      written();
    });
  };
  return (
    <form class="stack-5" noValidate autocomplete="off" onSubmit={keep}>
      <Trouble error={problem} t={t} />
      <fieldset class="question">
        <legend class="h3">{t('casework.pressure.about')}</legend>
        <div class="opts">
          <About
            id={us}
            title={t('casework.pressure.us')}
            small={t('casework.pressure.us_why')}
            chosen={about}
            choose={setAbout}
          />
          {mine.map((line) => (
            <About
              key={line.id}
              id={line.id}
              title={t('casework.pressure.her')}
              small={`${kindsOf(line, t)} · ${whereAndWhen(line, t)}`}
              chosen={about}
              choose={setAbout}
            />
          ))}
        </div>
        <p class="small quiet">{t('casework.pressure.her_why')}</p>
      </fieldset>
      {about === us && others.length > 0 && (
        <fieldset class="question">
          <legend class="h3">{t('casework.pressure.readers')}</legend>
          <p class="hint">{t('casework.pressure.readers_why')}</p>
          <div class="opts">
            {others.map(({ id, name }) => (
              <div class="opt" key={id}>
                <input
                  type="checkbox"
                  id={`reads-${id}`}
                  checked={!left.has(id)}
                  onChange={() => toggle(id)}
                />
                <label for={`reads-${id}`}>{name}</label>
              </div>
            ))}
          </div>
        </fieldset>
      )}
      <div class={fieldClass(why.on)}>
        <label for="pressure-on">{t('casework.pressure.on')}</label>
        <Why id="pressure-on" text={why.on} />
        <input
          class="in short sealed"
          type="date"
          id="pressure-on"
          max={today()}
          value={on}
          {...described('pressure-on', why.on)}
          onInput={(event) => setOn(event.currentTarget.value)}
        />
      </div>
      <div class={fieldClass(why.words)}>
        <label for="pressure-words">{t('casework.pressure.words')}</label>
        <p class="hint" id="pressure-words-hint">
          {t('casework.pressure.words_why')}
        </p>
        <Why id="pressure-words" text={why.words} />
        <textarea
          class="in sealed"
          id="pressure-words"
          rows={5}
          dir="auto"
          maxLength={20_000}
          value={words}
          {...described('pressure-words', why.words, 'pressure-words-hint')}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button type="submit" class="btn" disabled={act.busy}>
          <Icon name="lock-keyhole" />
          {t('casework.pressure.save')}
        </button>
      </p>
    </form>
  );
}

interface AboutProps {
  id: string;
  title: string;
  small: string;
  chosen: string;
  choose(id: string): void;
}

function About({ id, title, small, chosen, choose }: AboutProps) {
  return (
    <div class="opt">
      <input
        type="radio"
        name="pressure-about"
        id={`about-${id}`}
        checked={chosen === id}
        onChange={() => choose(id)}
      />
      <label for={`about-${id}`}>
        <span>
          {title}
          <small>{small}</small>
        </span>
      </label>
    </div>
  );
}
