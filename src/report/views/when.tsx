/** When: today, yesterday or a date; the part of the day stays open with the week, the rest is sealed. */
import { Field, Options } from '../../web/index.ts';
import { parts } from '../answers.ts';
import { one, questions } from '../questions.ts';
import { Listen } from '../recordings/index.ts';
import { type Asked, idOf, problemOf, say } from './asking.ts';
import { Answer, Slot } from './parts.tsx';

const icons = new Map(
  questions.find(({ id }) => id === 'when')?.choices?.map(({ value, icon }) => [value, icon]),
);

export function When({ asked, level }: { asked: Asked; level: 'page' | 'part' }) {
  const { t, fields, today, yesterday } = asked;
  const day = one(fields, 'day');
  const named = day === today || day === yesterday;
  return (
    <div class="question stack">
      {level === 'page' ? <h1>{t('report.q.when')}</h1> : <h2 class="h3">{t('report.q.when')}</h2>}
      <Listen from={asked} name="when" />
      <p class="hint">{t('report.hint.when')}</p>
      <Slot field="day" asked={asked}>
        <fieldset>
          <legend class="label">{t('report.when.day')}</legend>
          <div class="opts">
            <Answer
              kind="radio"
              name="day"
              value={today}
              id={idOf('day')}
              checked={day === today}
              icon="calendar-check"
            >
              {t('report.when.today')}
            </Answer>
            <Answer
              kind="radio"
              name="day"
              value={yesterday}
              id={idOf('day-yesterday')}
              checked={day === yesterday}
              icon="calendar-minus"
            >
              {t('report.when.yesterday')}
            </Answer>
            <Answer
              kind="radio"
              name="day"
              value=""
              id={idOf('day-other')}
              checked={day !== '' && !named}
              icon="calendar-days"
              more={
                <Field
                  name="day"
                  id={idOf('day-date')}
                  label={t('report.when.date')}
                  t={t}
                  type="date"
                  short
                  max={today}
                  value={named ? '' : day}
                />
              }
            >
              {t('report.when.other')}
            </Answer>
          </div>
        </fieldset>
      </Slot>
      <Slot field="part" asked={{ ...asked, problems: [] }}>
        <Options
          name="part"
          id={idOf('part')}
          kind="radio"
          legend={t('report.when.part')}
          heading="plain"
          problem={problemOf(asked, 'part')}
          chosen={one(fields, 'part')}
          t={t}
          options={parts.map((value) => ({
            value,
            label: say(t, `part.${value}`),
            icon: icons.get(value) ?? '',
          }))}
        />
      </Slot>
      <Slot field="time" asked={{ ...asked, problems: [] }}>
        <Field
          name="time"
          id={idOf('time')}
          label={t('report.when.time')}
          t={t}
          type="time"
          short
          sealed
          optional
          value={one(fields, 'time')}
          problem={problemOf(asked, 'time')}
        />
      </Slot>
    </div>
  );
}
