/** All questions on one page: a conversation jumps, a wizard would not let it. */
import { useEffect, useRef } from 'preact/hooks';
import type { Key } from '../../platform/i18n/index.ts';
import type { Place } from '../../platform/place/model.ts';
import { cameBys } from '../../report/answers.ts';
import { needsFiveDays, offersAsk, one, type Problem, path } from '../../report/questions.ts';
import { ErrorSummary } from '../../web/ui/error-summary.tsx';
import { Note } from '../../web/ui/note.tsx';
import { Pick, type Picked } from './choices-of.tsx';
import { useDesk } from './desk.ts';
import type { Helped, Taken } from './intake.tsx';
import { Asked } from './intake-question.tsx';

interface Props {
  taken: Taken;
  places: readonly Place[];
  wrong: readonly Problem[];
  /** Goes up with each try that did not pass: the summary then takes the focus. */
  tried: number;
  write(taken: Taken): void;
  go(): void;
}

export function IntakeForm({ taken, places, wrong, tried, write, go }: Props) {
  const { t, me, list } = useDesk();
  const { fields } = taken;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('.errors')?.focus();
  }, [tried]);
  const set = (changes: Readonly<Record<string, Picked>>) =>
    write({ ...taken, fields: { ...fields, ...changes } });
  const textOf = (problem: Problem) => t(`report.problem.${problem.key}` as Key, problem.params ?? {});
  const minor = one(fields, 'age') === 'under_18';
  return (
    <form
      class="column stack-7"
      ref={form}
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <ErrorSummary
        t={t}
        mistakes={wrong.map((problem) => ({ field: `ask-${problem.field}`, text: textOf(problem) }))}
      />
      <div class="stack">
        <h1>{t('casework.page.intake')}</h1>
        <p class="lede">{t('casework.intake.lede')}</p>
        <p>{t('casework.intake.papers')}</p>
      </div>
      <Pick
        name="came_by"
        legend={t('casework.intake.came_by')}
        choices={cameBys
          .filter((by) => by !== 'self')
          .map((by) => ({ value: by, label: t(`casework.came_by.${by}`) }))}
        picked={taken.cameBy}
        pick={(by) => write({ ...taken, cameBy: by as Helped })}
      />
      <Pick
        name="language"
        legend={t('casework.intake.language')}
        hint={t('casework.intake.language_why')}
        choices={me.languages.map(({ lang }) => ({ value: lang, label: capital(t.language(lang), t.lang) }))}
        picked={taken.language}
        pick={(lang) => write({ ...taken, language: String(lang) })}
      />
      {path(fields).map((question) => (
        <div class="stack" key={question.id}>
          <Asked
            question={question}
            fields={fields}
            places={places}
            readers={list.active}
            set={set}
            problem={wrong.filter(({ field }) => question.fields.includes(field)).map(textOf)[0]}
          />
          {question.id === 'age' && minor && (
            <Note kind="mind" title={t('casework.intake.minor')}>
              <p>
                {t(
                  list.active.some(({ childTrained }) => childTrained)
                    ? 'casework.intake.minor_trained'
                    : 'report.minor.nobody',
                )}
              </p>
              <Elsewhere path="report/under-18" text={t('casework.intake.minor_page')} />
            </Note>
          )}
          {question.id === 'kinds' && needsFiveDays(fields) && (
            <Note kind="mind" title={t('casework.intake.five_days')}>
              <p>{t('casework.intake.five_days_text')}</p>
              <Elsewhere path="help" text={t('web.help_now')} />
            </Note>
          )}
          {question.id === 'kinds' && !offersAsk(fields) && (
            <Note title={t('report.known.heading')}>
              <p>{t('casework.intake.known')}</p>
              <Elsewhere path="help" text={t('web.help_now')} />
            </Note>
          )}
        </div>
      ))}
      <p class="acts">
        <button type="submit" class="btn">
          {t('casework.intake.check')}
        </button>
      </p>
    </form>
  );
}

/** In another tab: leaving this page would drop the keys and what is written here. */
function Elsewhere({ path: to, text }: { path: string; text: string }) {
  const { t } = useDesk();
  return (
    <p>
      <a href={`/${t.locale}/${to}`} target="_blank" rel="noopener">
        {text} <span class="small">({t('casework.new_tab')})</span>
      </a>
    </p>
  );
}

const capital = (word: string, lang: string) => word.charAt(0).toLocaleUpperCase(lang) + word.slice(1);
