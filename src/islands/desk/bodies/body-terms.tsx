/** How long a body has, by which days. What that comes to stands there before it is saved. */
import { useState } from 'preact/hooks';
import type { Weekday } from '../../../answer/clock/calendar.ts';
import type { BodyLine, BodyTerms, TermsForm } from '../../../casework/bodies/wire.ts';
import { Details } from '../../../web/ui/details.tsx';
import { useAct, useLoaded } from '../act.ts';
import { ask } from '../ask.ts';
import { useDesk } from '../desk.ts';
import { described, fieldClass, useMissing, Why } from '../missing.tsx';
import { Trouble } from '../problem.tsx';
import { TermFields } from './term-fields.tsx';
import { daysIn, duesFrom } from './terms-due.ts';

/** Loaded when it is opened: a page of many bodies asks for none. */
export function TermsOfBody({ body }: { body: BodyLine }) {
  const { t } = useDesk();
  const [isOpen, setOpen] = useState(false);
  return (
    <Details summary={t('casework.terms', { name: t.of(body.name) })} open={isOpen} toggled={setOpen}>
      {isOpen && <Terms body={body.id} />}
    </Details>
  );
}

function Terms({ body }: { body: string }) {
  const { t } = useDesk();
  const { value, problem, again } = useLoaded(body, () => ask<BodyTerms>(`bodies/terms?body=${body}`));
  const [saved, setSaved] = useState<{ nth: number; terms: BodyTerms } | null>(null);
  const terms = saved?.terms ?? value;
  if (terms === null) return <Trouble error={problem} t={t} again={again} />;
  const nth = saved?.nth ?? 0;
  return (
    <TermsEdit
      key={nth}
      body={body}
      terms={terms}
      saved={(next) => setSaved({ nth: nth + 1, terms: next })}
    />
  );
}

interface EditProps {
  body: string;
  terms: BodyTerms;
  saved(next: BodyTerms): void;
}

const week = [6, 7, 1, 2, 3, 4, 5] as const satisfies readonly Weekday[];
/** MiB, as the server takes it. */
const largest = 2;

function TermsEdit({ body, terms, saved }: EditProps) {
  const desk = useDesk();
  const { t } = desk;
  const typed = ({ days, counted }: BodyTerms['answer']) => ({ days: String(days), counted });
  const [acknowledge, setAcknowledge] = useState(() => typed(terms.acknowledge));
  const [answer, setAnswer] = useState(() => typed(terms.answer));
  const [weekend, setWeekend] = useState(terms.weekend);
  const [file, setFile] = useState<File | null>(null);
  const [without, setWithout] = useState(false);
  const act = useAct();
  const missing = useMissing();
  const at = (field: string) => `terms-${body}-${field}`;
  const given = {
    acknowledge: { ...acknowledge, days: daysIn(acknowledge.days) },
    answer: { ...answer, days: daysIn(answer.days) },
    weekend,
  };
  const lacking = () => {
    for (const field of ['acknowledge', 'answer'] as const)
      if (Number.isNaN(given[field].days))
        return { field: at(field), text: t('casework.terms.days_missing') };
    const isLarge = file !== null && file.size > largest * 1024 * 1024;
    return isLarge ? { field: at('holidays'), text: t('casework.terms.large', { n: largest }) } : null;
  };
  const save = (event: Event) => {
    event.preventDefault();
    if (missing.stops(lacking())) return;
    act.run(async () => {
      const holidays = file === null ? (without ? '' : null) : await file.text();
      saved(await ask<BodyTerms>('bodies/terms', { body, ...given, holidays } satisfies TermsForm));
      desk.say(t('casework.bodies.saved'));
    });
  };
  const backToUsual = () =>
    act.run(async () => {
      saved(await ask<BodyTerms>('bodies/terms/usual', { body }));
      desk.say(t('casework.bodies.saved'));
    });
  const dues = duesFrom(desk.today(), { ...given, holidays: without ? [] : terms.holidays });
  const noFile = missing.of(at('holidays'));
  return (
    <form class="stack" noValidate onSubmit={save}>
      <p class="small">{t(terms.own ? 'casework.terms.own' : 'casework.terms.usual')}</p>
      <TermFields
        id={at('acknowledge')}
        legend={t('casework.terms.acknowledge')}
        term={acknowledge}
        why={missing.of(at('acknowledge'))}
        set={setAcknowledge}
      />
      <TermFields
        id={at('answer')}
        legend={t('casework.terms.answer')}
        term={answer}
        why={missing.of(at('answer'))}
        set={setAnswer}
      />
      <fieldset class="stack-2" aria-describedby={at('weekend-hint')}>
        <legend class="h3">{t('casework.terms.weekend')}</legend>
        <p class="hint small" id={at('weekend-hint')}>
          {t('casework.terms.weekend_why')}
        </p>
        <div class="desk-tags">
          {week.map((day) => {
            const isOff = weekend.includes(day);
            return (
              <button
                key={day}
                type="button"
                class="chip"
                aria-pressed={isOff}
                onClick={() => setWeekend(isOff ? weekend.filter((one) => one !== day) : [...weekend, day])}
              >
                {t(`casework.terms.weekday.${day}`)}
              </button>
            );
          })}
        </div>
      </fieldset>
      <div class={fieldClass(noFile)}>
        <label for={at('holidays')}>{t('casework.terms.holidays')}</label>
        <Known terms={terms} />
        <p class="hint small" id={at('holidays-hint')}>
          {t('casework.terms.holidays_why')}
        </p>
        <Why id={at('holidays')} text={noFile} />
        <input
          class="in"
          type="file"
          id={at('holidays')}
          accept=".ics,text/calendar"
          {...described(at('holidays'), noFile, at('holidays-hint'))}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </div>
      {terms.holidays.length > 0 && file === null && (
        <div class="opt alone">
          <input type="checkbox" id={at('without')} checked={without} onChange={() => setWithout(!without)} />
          <label for={at('without')}>
            <span>{t('casework.terms.holidays_away')}</span>
          </label>
        </div>
      )}
      <div role="status">
        <p>
          <b>
            {dues
              ? t('casework.terms.today', {
                  acknowledge: t.day(dues.acknowledge),
                  answer: t.day(dues.answer),
                })
              : t('casework.terms.today_none')}
          </b>
        </p>
        {file && <p class="small">{t('casework.terms.file_later')}</p>}
      </div>
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button type="submit" class="btn second" disabled={act.busy}>
          {t('casework.terms.save')}
        </button>
        {terms.own && (
          <button type="button" class="plain-btn" disabled={act.busy} onClick={backToUsual}>
            {t('casework.terms.back')}
          </button>
        )}
      </p>
    </form>
  );
}

function Known({ terms: { holidays } }: { terms: BodyTerms }) {
  const { t } = useDesk();
  const [next] = holidays;
  if (next === undefined) return <p class="small">{t('casework.terms.holidays_none')}</p>;
  const [day, name] = next;
  return (
    <p class="small">
      {t('casework.terms.holidays_known', { n: holidays.length })} {t.day(day)}
      {name !== '' && (
        <>
          {' · '}
          <bdi>{name}</bdi>
        </>
      )}
    </p>
  );
}
