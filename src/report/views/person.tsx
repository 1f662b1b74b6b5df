/** About the person who did it, and how to reach her: all sealed. */
import { Field, Options } from '../../web/index.ts';
import { yesNo } from '../answers.ts';
import { goesOutside, leaveOutHint, leavingFrom } from '../leaving-out.ts';
import { many, one, questions } from '../questions.ts';
import { Listen } from '../recordings/index.ts';
import { type Asked, idOf, problemOf, say } from './asking.ts';
import { Answer, OpensAlone, Slot } from './parts.tsx';

const choicesOf = (question: string) => questions.find(({ id }) => id === question)?.choices ?? [];

export function Person({ asked, level }: { asked: Asked; level: 'page' | 'part' }) {
  const { t, fields } = asked;
  return (
    <div class="question stack">
      {level === 'page' ? <h1>{t('report.q.person')}</h1> : <h2 class="h3">{t('report.q.person')}</h2>}
      <Listen from={asked} name="person" />
      <p class="hint">{t('report.hint.person')}</p>
      <YesNo field="works_there" asked={asked} />
      <YesNo field="works_with_us" asked={asked} />
      <Slot field="identifies" asked={{ ...asked, problems: [] }}>
        <Field
          name="identifies"
          id={idOf('identifies')}
          label={t('report.person.identifies')}
          hint={t('report.person.identifies_hint')}
          t={t}
          rows={3}
          sealed
          optional
          value={one(fields, 'identifies')}
          problem={problemOf(asked, 'identifies')}
          spellcheck={false}
        />
      </Slot>
    </div>
  );
}

function YesNo({ field, asked }: { field: 'works_there' | 'works_with_us'; asked: Asked }) {
  const { t, fields, organisation, mode } = asked;
  const leaving = field === 'works_with_us';
  return (
    <Slot field={field} asked={{ ...asked, problems: mode === 'form' ? [] : asked.problems }}>
      <Options
        name={field}
        id={idOf(field)}
        kind="radio"
        legend={say(t, `person.${field}`, { organisation })}
        heading="plain"
        hint={leaving ? undefined : t('report.person.works_there_hint')}
        problem={problemOf(asked, field)}
        chosen={one(fields, field)}
        t={t}
        options={yesNo.map((value) => ({
          value,
          label: say(t, `yesno.${value}`),
          icon: choicesOf('person').find((choice) => choice.value === value)?.icon ?? '',
          ...(leaving && value === 'yes' ? { more: <LeaveOut asked={asked} /> } : {}),
        }))}
      />
    </Slot>
  );
}

/** With script the names come from the list the phone has proved, never from this page. */
function LeaveOut({ asked }: { asked: Asked }) {
  const { t, readers, active, mode, fields } = asked;
  const left = many(fields, 'leave_out');
  const leaving = leavingFrom(fields, active);
  const goes = mode === 'form' ? goesOutside(leaving, t) : null;
  return (
    <Slot field="leave_out" asked={asked}>
      <fieldset class="stack-2" data-leave-out>
        <legend class="label">{t('report.person.leave_out')}</legend>
        <p class="hint small" data-leave-out-hint>
          {leaveOutHint(leaving, t)}
        </p>
        <div class="opts" data-readers>
          {mode === 'form' &&
            readers.map(({ id, name }, at) => (
              <Answer
                key={id}
                kind="checkbox"
                name="leave_out"
                value={id}
                id={at === 0 ? idOf('leave_out') : idOf(`leave_out-${id}`)}
                checked={left.includes(id)}
              >
                <bdi>{name}</bdi>
              </Answer>
            ))}
        </div>
        <p class="note mind" data-goes-outside role="status" hidden={goes === null}>
          {goes}
        </p>
        <OpensAlone asked={asked} />
      </fieldset>
      {mode === 'script' && (
        <template data-reader-option>
          <div class="opt">
            <input type="checkbox" name="leave_out" id="reader-option" />
            <label for="reader-option">
              <bdi data-name />
            </label>
          </div>
        </template>
      )}
    </Slot>
  );
}

export function Reach({ asked, level }: { asked: Asked; level: 'page' | 'part' }) {
  const { t, fields } = asked;
  return (
    <div class="question stack">
      <Slot field="reach" asked={{ ...asked, problems: [] }}>
        <Options
          name="reach"
          id={idOf('reach')}
          kind="radio"
          legend={t('report.q.reach')}
          heading={level}
          under={<Listen from={asked} name="reach" />}
          hint={t('report.hint.reach')}
          problem={problemOf(asked, 'reach')}
          chosen={one(fields, 'reach') || 'code'}
          t={t}
          options={choicesOf('reach').map(({ value, icon }) => ({
            value,
            label: say(t, `reach.${value}`),
            icon: icon ?? '',
          }))}
        />
      </Slot>
      <div data-contact>
        <Slot field="contact" asked={{ ...asked, problems: [] }}>
          <Field
            name="contact"
            id={idOf('contact')}
            label={t('report.reach.contact')}
            hint={t('report.reach.contact_hint')}
            t={t}
            sealed
            optional
            value={one(fields, 'contact')}
            problem={problemOf(asked, 'contact')}
            spellcheck={false}
          />
        </Slot>
      </div>
    </div>
  );
}
