/** The answer, typed: one form, without script; whatever is wrong is said at once and nothing typed is lost. */
import type { ComponentChildren } from 'preact';
import { addDays, type Day } from '../../../platform/clock.ts';
import type { Asked } from '../../../platform/http/index.ts';
import type { T } from '../../../platform/i18n/index.ts';
import {
  Back,
  Button,
  ButtonRow,
  ErrorSummary,
  Field,
  type Mistake,
  type Option,
  Options,
  Page,
  Reads,
  Said,
  Side,
} from '../../../web/index.ts';
import type { AnswerKind } from '../../ask/model.ts';
import type { PublicAsk } from '../../ask/public.ts';
import { mostFiles } from '../file/kind.ts';
import { mostExtension, mostWords, type Typed, type Wrong } from '../form.ts';
import { personalIn, type Span } from '../personal.ts';
import type { FileWhy } from '../take.ts';
import type { Upload } from '../upload-store.ts';
import { pathOf } from './frame.tsx';
import { fileWords, problemsOf, sizes } from './wrong.ts';

export interface FormProps {
  asked: Asked;
  token: string;
  /** What can be answered now. */
  kinds: readonly AnswerKind[];
  typed: Typed;
  uploads: readonly Upload[];
  wrong: readonly Wrong[];
  wrongFiles: readonly FileWhy[];
  today: Day;
  ask: PublicAsk;
}

export function FormPage(props: FormProps) {
  const { asked, token, typed, wrong, wrongFiles, ask } = props;
  const { t } = asked;
  const path = pathOf(token, '/answer');
  const mistakes: Mistake[] = [...problemsOf(wrong, t), ...fileWords(wrongFiles, t)];
  const problem = (field: string) => mistakes.find((one) => one.field === field)?.text;
  return (
    <Page
      asked={asked}
      title={t('officer.answer.title')}
      mistaken={mistakes.length > 0}
      answers
      language={{ form: 'answer', path, enter: 'preview' }}
    >
      <div class="head">
        <Back href={asked.link(pathOf(token))} t={t} />
        <ErrorSummary t={t} mistakes={mistakes} />
      </div>
      <div class="beside">
        <form
          id="answer"
          method="post"
          action={asked.link(path)}
          encType="multipart/form-data"
          class="stack-7"
          noValidate
        >
          <Options
            name="kind"
            kind="radio"
            legend={t('officer.form.kind')}
            options={optionsOf(props, problem)}
            chosen={typed.kind}
            problem={problem('kind')}
            t={t}
          />
          <Field
            name="words"
            label={t('officer.form.words')}
            hint={t('officer.form.words.hint', { most: mostWords })}
            value={typed.words}
            problem={problem('words')}
            rows={6}
            t={t}
          >
            <Marked text={typed.words} t={t} shown={wrong.some(({ field }) => field === 'words')} />
          </Field>
          <Field
            name="office"
            label={t('officer.form.office')}
            hint={t('officer.form.office.hint')}
            value={typed.office}
            problem={problem('office')}
            autocomplete="organization-title"
            t={t}
          />
          <Files {...props} problem={problem('file')} />
          <div class="stack">
            <ButtonRow>
              <Button name="go" value="preview">
                {t('officer.form.preview')}
              </Button>
            </ButtonRow>
            <Reads>{t('officer.form.next')}</Reads>
          </div>
        </form>
        <Side id="wishes" title={t('officer.form.asked')} icon="message-circle">
          <ul class="points gap">
            {ask.asked.map((one) => (
              <li key={one.en}>
                <Said t={t} said={one} />
              </li>
            ))}
          </ul>
          {ask.words !== null && (
            <p class="own-lines">
              <Said t={t} said={ask.words} />
            </p>
          )}
        </Side>
      </div>
    </Page>
  );
}

function optionsOf(
  { asked: { t }, kinds, typed, today }: FormProps,
  problem: (field: string) => string | undefined,
): Option[] {
  const more: Partial<Record<AnswerKind, ComponentChildren>> = {
    will_do: (
      <Field
        name="promised"
        type="date"
        label={t('officer.form.promised')}
        hint={t('officer.form.promised.hint')}
        value={typed.promised}
        problem={problem('promised')}
        min={addDays(today, 1)}
        short
        t={t}
      />
    ),
    extension: (
      <Field
        name="days"
        label={t('officer.form.days')}
        hint={t('officer.form.days.hint', { most: mostExtension })}
        value={typed.days}
        problem={problem('days')}
        inputMode="numeric"
        short
        t={t}
      />
    ),
  };
  return kinds.map((kind) => ({
    value: kind,
    label: t(`officer.form.${kind}`),
    apart: kind === 'question' || (kind === 'extension' && !kinds.includes('question')),
    ...(kind === 'will_do' || kind === 'cannot' ? {} : { hint: t(`officer.form.${kind}.hint`) }),
    ...(more[kind] === undefined ? {} : { more: more[kind] }),
  }));
}

/** What speaks of a person, where it stands. */
function Marked({ text, t, shown }: { text: string; t: T; shown: boolean }) {
  const spans = shown ? personalIn(text) : [];
  if (spans.length === 0) return null;
  return (
    <div class="stack-2">
      <p class="small quiet">{t('officer.form.words.marked')}</p>
      <p class="own-lines" dir="auto">
        {pieces(text, spans).map(({ piece, marked, at }) => (marked ? <mark key={at}>{piece}</mark> : piece))}
      </p>
    </div>
  );
}

function pieces(text: string, spans: readonly Span[]) {
  const found: { piece: string; marked: boolean; at: number }[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    found.push(
      { piece: text.slice(at, from), marked: false, at },
      { piece: text.slice(from, to), marked: true, at: from },
    );
    at = to;
  }
  return [...found, { piece: text.slice(at), marked: false, at }];
}

function Files({ asked: { t }, uploads, problem }: FormProps & { problem: string | undefined }) {
  return (
    <div class={problem === undefined ? 'field' : 'field wrong'}>
      <label for="file">
        {t('officer.form.files')}
        <span class="quiet light"> ({t('web.optional')})</span>
      </label>
      <p class="hint small" id="file-hint">
        {t('officer.form.files.hint', { n: mostFiles, ...sizes })}
      </p>
      {problem !== undefined && (
        <p class="why" id="file-problem">
          <span class="vh">{t('web.error')} </span>
          {problem}
        </p>
      )}
      <input
        class="in"
        type="file"
        id="file"
        name="file"
        multiple
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        aria-describedby={problem === undefined ? 'file-hint' : 'file-hint file-problem'}
      />
      {uploads.length > 0 && (
        <Options
          name="kept"
          kind="checkbox"
          heading="plain"
          legend={t('officer.form.files.kept')}
          hint={t('officer.form.files.clear')}
          options={uploads.map((one) => ({ value: one.id, label: fileLine(one, t) }))}
          chosen={uploads.map(({ id }) => id)}
          t={t}
        />
      )}
    </div>
  );
}

export const fileLine = ({ kind, bytes }: Pick<Upload, 'kind' | 'bytes'>, t: T): string =>
  t('officer.form.files.one', { kind: t(`officer.file.${kind}`), size: Math.ceil(bytes / 1024) });
