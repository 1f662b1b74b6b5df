/** Puts an ask together: of whom, about where and when, what, and which reports stand behind it. Checked at any time. */

import { useState } from 'preact/hooks';
import type { Draft } from '../../../answer/ask/model.ts';
import type { Checked, Choices, OneAsk } from '../../../casework/asks/wire.ts';
import { dataLangs } from '../../../platform/i18n/said.ts';
import { useAct, useLoaded } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { Trouble } from '../problem.tsx';
import { Checks } from './checks.tsx';
import type { Begun } from './draft.ts';
import { monthsBack } from './months.ts';
import { Pick } from './pick.tsx';
import { ReportsIn } from './reports-in.tsx';
import { TextIn } from './text-in.tsx';

export function DraftForm({ begun, kept }: { begun: Begun; kept(ask: OneAsk): void }) {
  const desk = useDesk();
  const { t } = desk;
  const [draft, setDraft] = useState(begun.draft);
  const [chosen, setChosen] = useState(begun.chosen);
  const [checked, setChecked] = useState<Checked | null>(null);
  const choices = useLoaded('choices', () => ask<Choices>('asks/choices'));
  const act = useAct();
  const set = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change });
    setChecked(null);
  };
  const months = monthsBack(desk.today());
  // A draft may hold a month that is further back than the list.
  const listed = [...new Set([draft.to, draft.from, ...months])].sort().reverse();
  const month = (field: 'from' | 'to') => (
    <Pick
      id={`ask-${field}`}
      label={t(`casework.draft.${field}`)}
      value={draft[field]}
      options={listed.map((one) => [one, t.month(`${one}-01`)])}
      pick={(value) => set({ [field]: value })}
    />
  );
  const kinds = [...new Set([...draft.kinds, ...begun.reports.flatMap((report) => report.kinds)])];
  const wishes = (choices.value?.wishes ?? []).filter(({ id, inUse }) => inUse || draft.wishes.includes(id));
  const body = begun.bodies.find(({ id }) => id === draft.body);
  const sent = { draft, reports: chosen };
  const look = () => act.run(async () => setChecked(await ask<Checked>('asks/check', sent)));
  const keep = () =>
    act.run(async () => {
      const { id, version } = begun.ask ?? {};
      const made =
        id === undefined
          ? ask<OneAsk>('asks/draft', sent)
          : ask<OneAsk>('asks/redraft', { ask: id, version, ...sent });
      const one = await made;
      desk.say(t('casework.draft.kept'));
      kept(one);
    });
  return (
    <form
      class="beside desk"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <div class="stack-5">
        <Pick
          id="ask-body"
          label={t('casework.draft.body')}
          value={draft.body}
          options={begun.bodies.map(({ id, name }) => [id, t.of(name)])}
          pick={(value) => set({ body: value })}
        />
        <Pick
          id="ask-about"
          label={t('casework.draft.about')}
          hint={t('casework.draft.about_why')}
          value={JSON.stringify(draft.about)}
          options={begun.abouts.map(({ name, ...about }) => [JSON.stringify(about), t.of(name)])}
          pick={(value) => set({ about: JSON.parse(value) as Draft['about'] })}
        />
        <div class="desk-pair">
          {month('from')}
          {month('to')}
        </div>
        <Ticks
          legend={t('casework.draft.kinds')}
          name="kind"
          options={kinds.map((kind) => [kind, t(`report.kind.${kind}`)])}
          on={draft.kinds}
          set={(next) => set({ kinds: kinds.filter((kind) => next.includes(kind)) })}
        />
        <Trouble error={choices.problem} t={t} again={choices.again} />
        <Ticks
          legend={t('casework.draft.wishes')}
          name="wish"
          options={wishes.map(({ id, text }) => [id, t.of(text)])}
          on={draft.wishes}
          set={(next) => set({ wishes: next })}
        />
        <fieldset class="stack-2">
          <legend class="h3">{t('casework.draft.words')}</legend>
          <p class="hint small">{t('casework.draft.words_why')}</p>
          {dataLangs.map((language) => (
            <TextIn
              key={language}
              id={`ask-words-${language}`}
              label={t(`casework.words.${language}`)}
              language={language}
              most={600}
              why={null}
              value={draft.words[language]}
              set={(words) => set({ words: { ...draft.words, [language]: words } })}
            />
          ))}
        </fieldset>
        {body && (
          <ReportsIn
            reports={begun.reports}
            body={body}
            chosen={chosen}
            set={(next) => {
              setChosen(next);
              setChecked(null);
            }}
          />
        )}
        <Trouble error={act.problem} t={t} />
        <p class="acts">
          <button type="submit" class="btn" disabled={act.busy}>
            {t('casework.draft.keep')}
          </button>
          <button type="button" class="btn second" disabled={act.busy} onClick={look}>
            {t('casework.draft.check')}
          </button>
        </p>
        {checked && (
          <p>
            <b>{t(`casework.verdict.${checked.verdict}`)}</b>
          </p>
        )}
      </div>
      <section class="stack aside" aria-labelledby="checks-title" aria-live="polite">
        <h2 id="checks-title">{t('casework.checks')}</h2>
        {checked ? (
          <>
            <p>
              <b>{t(`casework.verdict.${checked.verdict}`)}</b>
            </p>
            <Checks checks={checked.checks} />
          </>
        ) : (
          <p class="quiet">{t('casework.checks.not_yet')}</p>
        )}
      </section>
    </form>
  );
}

interface TicksProps<V extends string> {
  legend: string;
  name: string;
  options: readonly (readonly [V, string])[];
  on: readonly V[];
  set(on: V[]): void;
}

function Ticks<V extends string>({ legend, name, options, on, set }: TicksProps<V>) {
  return (
    <fieldset class="stack-2">
      <legend class="h3">{legend}</legend>
      <div class="opts">
        {options.map(([value, label]) => (
          <div class="opt" key={value}>
            <input
              type="checkbox"
              id={`${name}-${value}`}
              checked={on.includes(value)}
              onChange={() => set(on.includes(value) ? on.filter((one) => one !== value) : [...on, value])}
            />
            <label for={`${name}-${value}`}>
              <span dir="auto">{label}</span>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
