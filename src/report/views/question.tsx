/** A question as it is asked: alone on a page, or as one panel of many. The same views for both ways. */
import { Field, Options, Reads } from '../../web/index.ts';
import { kinds } from '../answers.ts';
import { many, one, type Question } from '../questions.ts';
import { Listen } from '../recordings/index.ts';
import { type Asked, idOf, problemOf, say } from './asking.ts';
import { FilesPlace } from './files.tsx';
import { Slot, WithNames } from './parts.tsx';
import { Person, Reach } from './person.tsx';
import { When } from './when.tsx';
import { Where } from './where.tsx';
import { Wishes } from './wishes.tsx';

/** `level`: 'page' makes the question the page's h1; on the last page it is a part among others. */
export interface QuestionProps {
  question: Question;
  asked: Asked;
  level?: 'page' | 'part';
}

export function QuestionView({ question, asked, level = 'page' }: QuestionProps) {
  switch (question.control) {
    case 'radio':
    case 'checks':
      return <Choices question={question} asked={asked} level={level} />;
    case 'where':
      return <Where asked={asked} />;
    case 'when':
      return <When asked={asked} level={level} />;
    case 'words':
      return <Words asked={asked} level={level} />;
    case 'person':
      return <Person asked={asked} level={level} />;
    case 'wishes':
      return <Wishes asked={asked} />;
    case 'reach':
      return <Reach asked={asked} level={level} />;
  }
}

const groups: Readonly<Record<string, string>> = { kinds: 'kind' };

function Choices({ question, asked, level }: Required<QuestionProps>) {
  const { t, fields, mode } = asked;
  const [field = question.id] = question.fields;
  const group = groups[field] ?? field;
  const label = (value: string) =>
    field === 'kinds' ? <KindLabel asked={asked} value={value} /> : say(t, `${group}.${value}`);
  return (
    <Slot field={field} asked={{ ...asked, problems: mode === 'form' ? [] : asked.problems }}>
      <Options
        name={field}
        id={idOf(field)}
        kind={question.control === 'checks' ? 'checkbox' : 'radio'}
        legend={say(t, `q.${question.id}`)}
        heading={level}
        under={<Listen from={asked} name={question.id} />}
        hint={say(t, `hint.${question.id}`)}
        problem={problemOf(asked, field)}
        chosen={many(fields, field)}
        t={t}
        options={(question.choices ?? []).map(({ value, icon, apart }) => ({
          value,
          label: label(value),
          ...(icon ? { icon } : {}),
          ...(apart ? { apart } : {}),
        }))}
      />
    </Slot>
  );
}

/** In her voice, or about somebody else; the one document carries both and the island shows the fitting one. */
function KindLabel({ asked: { t, fields, mode }, value }: { asked: Asked; value: string }) {
  const known = kinds.find((kind) => kind === value) ?? 'other';
  const mine = one(fields, 'who') !== 'seen' && one(fields, 'who') !== 'helped';
  if (mode === 'form') return <>{t(mine ? `report.kind.${known}` : `report.seen_kind.${known}`)}</>;
  return (
    <>
      <span data-voice="me" hidden={!mine}>
        {t(`report.kind.${known}`)}
      </span>
      <span data-voice="other" hidden={mine}>
        {t(`report.seen_kind.${known}`)}
      </span>
    </>
  );
}

function Words({ asked, level }: { asked: Asked; level: 'page' | 'part' }) {
  const { t, fields } = asked;
  return (
    <div class="question stack">
      {level === 'page' ? <h1>{t('report.q.words')}</h1> : <h2 class="h3">{t('report.q.words')}</h2>}
      <Listen from={asked} name="words" />
      <p class="hint">{t('report.hint.words')}</p>
      <Slot field="words" asked={{ ...asked, problems: [] }}>
        <Field
          name="words"
          id={idOf('words')}
          label={t('report.words.label')}
          t={t}
          rows={level === 'page' ? 10 : 7}
          sealed
          optional
          value={one(fields, 'words')}
          problem={problemOf(asked, 'words')}
          spellcheck={false}
        />
      </Slot>
      {asked.mode === 'script' ? (
        <FilesPlace t={t} />
      ) : (
        <p class="small quiet">{t('report.words.no_files')}</p>
      )}
    </div>
  );
}

/** Who reads the answer to this question, in one line. */
export function WhoReads({ question, asked }: { question: Question; asked: Asked }) {
  const { t } = asked;
  if (question.id === 'wishes') return <Reads>{t('report.reads.wishes')}</Reads>;
  if (question.id === 'soon') {
    return (
      <Reads sealed>
        <WithNames text={t('report.reads.soon')} asking={asked} />
      </Reads>
    );
  }
  if (!question.sealed) return <Reads>{t('report.reads.open')}</Reads>;
  return (
    <Reads sealed>
      <WithNames text={t('report.reads.sealed')} asking={asked} />{' '}
      {t(asked.mode === 'script' ? 'report.reads.sealed_phone' : 'report.reads.sealed_server')}
    </Reads>
  );
}
